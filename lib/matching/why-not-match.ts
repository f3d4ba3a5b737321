import type { MatchInput } from "./match-input";

/**
 * What is contradictory about an input, as a sentence that names the record, or undefined: ids given twice, references
 * to what does not exist, numbers out of range, more schools pinned to or confirmed in a
 * group than it has places.
 */
export function whyNotMatch(input: MatchInput): string | undefined {
  return whyNotIds(input) ?? whyNotReferences(input) ?? whyNotNumbers(input) ?? whyNotDecided(input);
}

function whyNotIds({ hubs, schools, groups, applications, leads = [] }: MatchInput): string | undefined {
  return (
    repeated("Hub", hubs) ??
    repeated("School", schools) ??
    repeated("Group", groups) ??
    repeated("Application", applications) ??
    repeated("Lead", leads)
  );
}

function repeated(kind: string, rows: readonly { readonly id: string }[]): string | undefined {
  const seen = new Set<string>();
  for (const { id } of rows) {
    if (seen.has(id)) return `${kind} ${id} is given twice.`;
    seen.add(id);
  }
  return undefined;
}

function whyNotReferences({ hubs, schools, groups, applications }: MatchInput): string | undefined {
  const hubIds = new Set(hubs.map(({ id }) => id));
  const schoolIds = new Set(schools.map(({ id }) => id));
  const groupIds = new Set(groups.map(({ id }) => id));
  for (const { id, neighbours } of hubs) {
    const unknown = neighbours.find((neighbour) => !hubIds.has(neighbour));
    if (unknown !== undefined) return `Hub ${id} has the unknown neighbour ${unknown}.`;
  }
  for (const { id, hub } of schools)
    if (!hubIds.has(hub)) return `School ${id} belongs to the unknown hub ${hub}.`;
  for (const { id, hub } of groups)
    if (!hubIds.has(hub)) return `Group ${id} belongs to the unknown hub ${hub}.`;
  for (const { id, school, pinnedGroup, confirmedGroup } of applications) {
    if (!schoolIds.has(school)) return `Application ${id} is from the unknown school ${school}.`;
    if (pinnedGroup !== null && !groupIds.has(pinnedGroup))
      return `Application ${id} is pinned to the unknown group ${pinnedGroup}.`;
    if (confirmedGroup !== null && !groupIds.has(confirmedGroup))
      return `Application ${id} is confirmed in the unknown group ${confirmedGroup}.`;
  }
  return undefined;
}

function whyNotNumbers({ policy, groups, applications }: MatchInput): string | undefined {
  for (const [name, number] of Object.entries(policy)) {
    if (!isCount(number)) return `The policy number ${name} is not a whole number from 0 up.`;
  }
  if (policy.longTravelDivisor === 0) return "The policy number longTravelDivisor is 0.";
  for (const { id, capacity, weekday, minimum = 0, participantLimit = 0 } of groups) {
    if (!isCount(capacity)) return `Group ${id} has the capacity ${capacity}.`;
    if (!isCount(participantLimit)) return `Group ${id} has a limit of ${participantLimit} participants.`;
    if (!isCount(minimum)) return `Group ${id} has the minimum ${minimum}.`;
    if (!isCount(weekday) || weekday > 4) return `Group ${id} meets on the weekday ${weekday}.`;
  }
  for (const { id, tier, impossibleDays, preferredDays } of applications) {
    if (!isCount(tier) || tier > 99) return `Application ${id} has the tier ${tier}.`;
    if (!isDays(impossibleDays) || !isDays(preferredDays))
      return `Application ${id} has days that are not five bits.`;
  }
  return undefined;
}

function isCount(number: number): boolean {
  return Number.isSafeInteger(number) && number >= 0;
}

function isDays(days: number): boolean {
  return isCount(days) && days < 32;
}

function whyNotDecided({ groups, applications }: MatchInput): string | undefined {
  const decided = new Map<string, number>();
  for (const { pinnedGroup, confirmedGroup } of applications) {
    const group = pinnedGroup ?? confirmedGroup;
    if (group !== null) decided.set(group, (decided.get(group) ?? 0) + 1);
  }
  const over = groups.find(({ id, capacity }) => (decided.get(id) ?? 0) > capacity);
  return (
    over &&
    `Group ${over.id} has ${decided.get(over.id)} schools pinned or confirmed and ${over.capacity} places.`
  );
}
