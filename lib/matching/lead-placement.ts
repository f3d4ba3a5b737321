import { assignLeads, type LeadOutcome } from "./assign-leads";
import { faultOfLeads } from "./fault-of-leads";
import type { Instance } from "./instance";
import { leadInputOf } from "./lead-input";
import { LeadsOfGroups, type PricedPlacement, polishPlacement } from "./polish-placement";

export interface LedPlacement {
  /** The group of every application, -1 = waiting: as good as the placement given. */
  readonly groupOf: Int32Array;
  readonly leads: LeadOutcome;
  /** How often placement and leads were brought in line with each other. */
  readonly rounds: number;
}

const MOST_ROUNDS = 20;

/**
 * Gives the groups of a placement their leads, then looks, among all placements that are as good, for one that suits
 * these leads better, and gives leads again, until nothing improves. Each round leaves fewer schools without a lead, or
 * as many at less cost, so it ends. Throws when the result does not prove itself or breaks a rule.
 */
export function leadPlacement(instance: Instance, placement: PricedPlacement): LedPlacement {
  let groupOf = Int32Array.from(placement.groupOf);
  let leads = assignLeads(leadInputOf(instance, groupOf));
  let rounds = 1;
  for (; rounds < MOST_ROUNDS; rounds++) {
    const wish = new LeadsOfGroups(instance, leads.assignments);
    const polished = polishPlacement(instance, { ...placement, groupOf }, wish);
    const next = polished && assignLeads(leadInputOf(instance, polished));
    if (!polished || !next || !isBetter(next, leads)) break;
    groupOf = Int32Array.from(polished);
    leads = next;
  }
  const fault = faultOfLeads(leadInputOf(instance, groupOf), leads.assignments);
  if (fault) throw new Error(`The leads break a rule: ${fault}`);
  return { groupOf, leads, rounds };
}

function isBetter(next: LeadOutcome, now: LeadOutcome): boolean {
  const difference =
    next.schoolsUnled - now.schoolsUnled || next.missingCoLeads - now.missingCoLeads || next.cost - now.cost;
  return difference < 0;
}
