import { assignLeads, type LeadAssignment, type LeadOutcome } from "./assign-leads";
import { faultOfLeads } from "./fault-of-leads";
import { InOrder } from "./in-order";
import type { Instance } from "./instance";
import { type LeadInput, leadInputOf, unledInputOf } from "./lead-input";
import { LeadsOfGroups } from "./leads-of-groups";
import { type Preference, type PricedPlacement, polishPlacement } from "./polish-placement";

export interface LedPlacement {
  /** The group of every application, -1 = waiting: as good as the placement given. */
  readonly groupOf: Int32Array;
  readonly leads: LeadOutcome;
  /** How often placement and leads were brought in line with each other. */
  readonly rounds: number;
}

/** Which groups are given leads, and what stands whatever would suit them. */
interface LeadTerms {
  readonly inputOf: (instance: Instance, groupOf: ArrayLike<number>) => LeadInput;
  /** Groups that had their lead before and keep it. */
  readonly already: readonly LeadAssignment[];
  readonly within: (wish: Preference) => Preference;
}

const MOST_ROUNDS = 20;

/**
 * Gives the groups of a placement their leads, then looks, among all placements that are as good, for one that suits
 * these leads better, and gives leads again, until nothing improves. Each round leaves fewer schools without a lead, or
 * as many at less cost, so it ends. Throws when the result does not prove itself or breaks a rule.
 */
export function leadPlacement(instance: Instance, placement: PricedPlacement): LedPlacement {
  return bringInLine(instance, placement, { inputOf: leadInputOf, already: [], within: (wish) => wish });
}

/**
 * As above for groups that have no lead; the others keep theirs. Who has a place and who waits stays as it was, so that
 * only the order of applications decides that; it gives up the group it put a school in only where the leads gain.
 */
export function leadUnledPlacement(instance: Instance, placement: PricedPlacement): LedPlacement {
  const already = instance.groups.flatMap(({ id, lead }) =>
    lead === null ? [] : [{ group: id, lead, coLead: null }],
  );
  const within = (wish: Preference) => new InOrder(instance, placement.groupOf, wish);
  return bringInLine(instance, placement, { inputOf: unledInputOf, already, within });
}

function bringInLine(instance: Instance, placement: PricedPlacement, terms: LeadTerms): LedPlacement {
  let led = lead(instance, Int32Array.from(placement.groupOf), terms);
  let rounds = 1;
  for (; rounds < MOST_ROUNDS; rounds++) {
    const wish = new LeadsOfGroups(instance, led.leads.assignments, terms.already);
    const polished = polishPlacement(instance, { ...placement, groupOf: led.groupOf }, terms.within(wish));
    const next = polished && lead(instance, Int32Array.from(polished), terms);
    if (!next || !isBetter(next, led)) break;
    led = next;
  }
  const { groupOf, leads } = led;
  const fault = faultOfLeads(terms.inputOf(instance, groupOf), leads.assignments);
  if (fault) throw new Error(`The leads break a rule: ${fault}`);
  return { groupOf, leads, rounds };
}

interface Led {
  readonly groupOf: Int32Array;
  readonly leads: LeadOutcome;
  /** Of all groups, those that had their lead before too: points. */
  readonly cost: number;
}

function lead(instance: Instance, groupOf: Int32Array, { inputOf, already }: LeadTerms): Led {
  const leads = assignLeads(inputOf(instance, groupOf));
  const kept = new LeadsOfGroups(instance, [], already);
  const keepers = new Set(already.map(({ group }) => instance.indexOfGroup(group)));
  const others = groupOf.reduce(
    (sum, group, application) => sum + (keepers.has(group) ? kept.costOf(application, group) : 0),
    0,
  );
  return { groupOf, leads, cost: leads.cost + others };
}

function isBetter(next: Led, now: Led): boolean {
  const difference =
    next.leads.schoolsUnled - now.leads.schoolsUnled ||
    next.leads.missingCoLeads - now.leads.missingCoLeads ||
    next.cost - now.cost;
  return difference < 0;
}
