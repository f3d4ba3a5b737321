import { type Instance, isDecided } from "./instance";
import type { MatchGroup } from "./match-input";
import type { SplitInput } from "./solver/sized-components";

/** The placement problem of an instance with the least sizes of its groups. */
export function buildSizedProblem(instance: Instance): SplitInput {
  const { problem, tier, tiers, groups, largestCost, smallestStep } = instance;
  const decided = decidedGroups(instance);
  const minimum = Int32Array.from(groups, (group) => (decided.has(group.id) ? 0 : minimumOf(group)));
  return { ...problem, minimum, tier, tiers, largestCost, smallestStep };
}

/** Groups that run whatever comes, because a person has said so or enough schools hold places there. */
export function runsAnyway(instance: Instance): ReadonlySet<string> {
  const decided = decidedGroups(instance);
  const exempt = instance.groups.filter((group) => decided.has(group.id) || minimumOf(group) === 0);
  return new Set(exempt.map(({ id }) => id));
}

function minimumOf({ keptOpen = false, held, minimum = 0 }: MatchGroup): number {
  return keptOpen ? 0 : Math.max(0, minimum - held);
}

function decidedGroups({ applications }: Instance): ReadonlySet<string | null> {
  return new Set(applications.filter(isDecided).map((one) => one.pinnedGroup ?? one.confirmedGroup));
}
