import { tenthsOfKm } from "./cost";
import type { LedGroup } from "./lead-input";
import type { MatchLead, MeetingTime } from "./match-input";
import { POLICY_NUMBERS } from "./policy-numbers";

/** Points: 10 = 1 km (model.md section 2.6). */
export const LEAD_COSTS = { otherHub: 150, plannedLeadGivenUp: 300, schoolWithOtherLead: 40 } as const;

/** Why somebody cannot lead a group, or undefined. */
export type LeadObstacle =
  | "role"
  | "hub"
  | "own_school"
  | "load"
  | "weekday"
  | "busy"
  | "place_unknown"
  | "distance";

export function whyNotLead(lead: MatchLead, group: LedGroup): LeadObstacle | undefined {
  if (group.role === undefined || !lead.roles.includes(group.role)) return "role";
  if (!lead.hubs.includes(group.hub)) return "hub";
  if (worksAtOneOf(lead, group)) return "own_school";
  if (lead.load === 0) return "load";
  if (((lead.days >> group.weekday) & 1) === 0) return "weekday";
  if (lead.busy?.some((time) => meetAtOnce(time, group))) return "busy";
  if (group.online) return undefined;
  const distance = tenthsOfKm(lead, group);
  if (distance === undefined) return "place_unknown";
  return distance > 10 * lead.maximumKm ? "distance" : undefined;
}

function worksAtOneOf({ school, otherSchools = [] }: MatchLead, { members, heldBy = [] }: LedGroup): boolean {
  const own = new Set(school === null ? otherSchools : [school, ...otherSchools]);
  return members.some((member) => own.has(member.school)) || heldBy.some((id) => own.has(id));
}

/** Any week meets at the time of odd ones and of even ones. */
function meetAtOnce(a: MeetingTime, { weekday, pattern = 0 }: LedGroup): boolean {
  return a.weekday === weekday && (a.pattern === 0 || pattern === 0 || a.pattern === pattern);
}

/** What it costs that somebody leads a group, in points: travel, another hub, the planned lead given up, schools that had another lead last year. */
export function leadCost(lead: MatchLead, group: LedGroup): number {
  const travel = group.online ? 0 : (tenthsOfKm(lead, group) ?? 0);
  const beyond = Math.max(0, travel - 10 * POLICY_NUMBERS.longTravelFromKm);
  const others = group.members.filter(
    ({ previousLead }) => previousLead !== null && previousLead !== lead.id,
  );
  return (
    travel +
    Math.floor((beyond * beyond) / POLICY_NUMBERS.longTravelDivisor) +
    (lead.hub === group.hub ? 0 : LEAD_COSTS.otherHub) +
    (group.lead !== null && group.lead !== lead.id ? LEAD_COSTS.plannedLeadGivenUp : 0) +
    LEAD_COSTS.schoolWithOtherLead * others.length
  );
}
