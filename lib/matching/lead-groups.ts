import { assignLeads, type LeadOutcome } from "./assign-leads";
import { compareText } from "./compare-text";
import { tenthsOfKm } from "./cost";
import { faultOfLeads } from "./fault-of-leads";
import type { Instance } from "./instance";
import { type LeadInput, type LedGroup, unledInputOf } from "./lead-input";
import { type LeadObstacle, leadCost, whyNotLead } from "./lead-rules";
import type { MatchLead } from "./match-input";
import type { LeadResult, LeadsOutcome } from "./match-outcome";

/**
 * Finds leads for the groups of a placement that have none: fewest schools without one, then least cost, with why.
 * Throws when the result does not prove itself or breaks a rule.
 */
export function leadGroups(instance: Instance, groupOf: ArrayLike<number>): LeadsOutcome {
  const input = unledInputOf(instance, groupOf);
  const outcome = assignLeads(input);
  const fault = faultOfLeads(input, outcome.assignments);
  if (fault) throw new Error(`The leads break a rule: ${fault}`);
  const { schoolsUnled, cost, certificate } = outcome;
  return { results: explainLeads(input, outcome), schoolsUnled, cost, certificate };
}

function explainLeads({ leads, groups }: LeadInput, { assignments }: LeadOutcome): LeadResult[] {
  const given = new Map(assignments.map(({ group, lead }) => [group, lead]));
  return groups
    .toSorted((x, y) => compareText(x.id, y.id))
    .map((group) => explainLead(group, leads, given.get(group.id) ?? null));
}

/** Among those who lead for its hub. Whoever could lead this group for less and does not is needed elsewhere: the assignment is optimal. */
function explainLead(group: LedGroup, everybody: readonly MatchLead[], given: string | null): LeadResult {
  const leads = everybody.filter(({ hubs }) => hubs.includes(group.hub));
  const chosen = leads.find(({ id }) => id === given);
  const able = leads.filter((lead) => !whyNotLead(lead, group));
  const price = chosen ? leadCost(chosen, group) : Number.POSITIVE_INFINITY;
  return {
    group: group.id,
    lead: given,
    people: leads.length,
    options: able.length,
    ledElsewhere: able.filter((lead) => leadCost(lead, group) < price).length,
    removedBy: countObstacles(leads.map((lead) => whyNotLead(lead, group))),
    travel: chosen && !group.online ? (tenthsOfKm(chosen, group) ?? null) : null,
    ledBefore: group.members.filter(({ previousLead }) => previousLead === given && given !== null).length,
  };
}

function countObstacles(obstacles: readonly (LeadObstacle | undefined)[]): LeadResult["removedBy"] {
  const counts = new Map<LeadObstacle, number>();
  for (const obstacle of obstacles) if (obstacle) counts.set(obstacle, (counts.get(obstacle) ?? 0) + 1);
  return [...counts]
    .map(([obstacle, people]) => ({ obstacle, people }))
    .sort((x, y) => y.people - x.people || compareText(x.obstacle, y.obstacle));
}
