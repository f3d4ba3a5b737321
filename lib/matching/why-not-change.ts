import { Candidates } from "./candidates";
import { type Obstacle, obstaclesOf } from "./cost";
import type { HandChange } from "./hand-change";
import type { MatchInput } from "./match-input";
import type { FoundByRun } from "./place-by-hand";
import type { MatchingRefusal } from "./refusals";

export type ChangeRefusal = Extract<MatchingRefusal, "not_found" | "change_not_open" | "change_group_full">;
/** Why nothing could be placed around a change. */
export type UnplacedRefusal = Extract<MatchingRefusal, "change_group_idle" | "change_too_few">;

/**
 * Why a change by hand cannot be, before anything is placed: a person's decision does not stand above the rules that
 * keep a school out of a group, nor above its places. `obstacles` says which rules.
 */
export function whyNotChange(
  input: MatchInput,
  { application: id, kind, group: groupId }: HandChange,
  others: readonly HandChange[],
): { readonly code: ChangeRefusal; readonly obstacles: readonly Obstacle[] } | undefined {
  const application = input.applications.find((one) => one.id === id);
  const group = input.groups.find((one) => one.id === groupId);
  const refused = (code: ChangeRefusal, obstacles: readonly Obstacle[] = []) => ({ code, obstacles });
  if (!application || !group) return refused("not_found");
  const obstacles = obstaclesOf(new Candidates(input).pairWith(application, group));
  if (obstacles.length > 0) return refused("change_not_open", obstacles);
  if (kind === "keep_out") return undefined;
  const put = others.filter((one) => one.kind === "put" && one.group === groupId && one.application !== id);
  return put.length >= group.capacity ? refused("change_group_full") : undefined;
}

/** Why it cannot be, once no placement could be found around it. */
export function whyNotPlaced({ kind, group }: HandChange, found: FoundByRun): UnplacedRefusal {
  const isIdle = found.groups.some((one) => one.group === group && one.state === "does_not_run");
  return kind === "put" && isIdle ? "change_group_idle" : "change_too_few";
}
