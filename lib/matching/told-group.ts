import type { MatchGroup } from "./match-input";
import type { GroupNotViableResult } from "./match-outcome";

export interface ToldGroup {
  readonly group: MatchGroup;
  /** Schools it needs, and those it would have had; those who hold a place there count. */
  readonly needed: number;
  readonly schools: number;
  /** More could come, but only from groups that would then have too few themselves. */
  readonly othersAreNeeded: boolean;
}

/** Of the groups that do not run, the one a school is told of: where it would be if that could run with fewer, or its best. */
export function toldGroup(
  { groups, smallerGroup }: GroupNotViableResult,
  groupOf: (id: string) => MatchGroup,
): ToldGroup {
  const best = groups.find(({ group }) => group === smallerGroup?.group) ?? groups[0];
  if (!best) throw new Error("A school waits for a group that does not run, and none is named");
  const group = groupOf(best.group);
  const couldCome = group.held + best.couldCome;
  const schools = smallerGroup?.group === best.group ? group.held + smallerGroup.schools : couldCome;
  return { group, needed: best.minimum, schools, othersAreNeeded: couldCome >= best.minimum };
}
