import fc from "fast-check";
import type { SplitInput } from "../solver/sized-components";
import type { SizedFlow } from "../solver/sized-flow";
import {
  arbitraryProblem,
  compareVectors,
  type Drawn,
  everyPlacement,
  TINY,
  vectorOf,
} from "./arbitrary-problem";

export interface DrawnSized extends Drawn {
  readonly minimum: readonly number[];
}

/** Tiny problems whose groups need up to three schools, with places for at least that many. */
export const arbitrarySized: fc.Arbitrary<DrawnSized> = fc
  .tuple(arbitraryProblem(TINY), fc.array(fc.nat(3), { minLength: TINY.groups, maxLength: TINY.groups }))
  .map(([drawn, minimum]) => ({ ...drawn, minimum: minimum.slice(0, drawn.problem.groups) }));

export function sizedInput({ problem, tier, minimum, pairs }: DrawnSized): SplitInput {
  const largestCost = Math.max(0, ...pairs.cost);
  return { ...problem, minimum: Int32Array.from(minimum), tier, tiers: 3, largestCost, smallestStep: 0 };
}

/** Places everybody but one in exactly these groups, each with the schools it needs; false when there are too few. */
export function runOnly(
  flow: SizedFlow,
  { problem, minimum }: DrawnSized,
  set: readonly boolean[],
  absent = -1,
): boolean {
  const groups = Array.from({ length: problem.groups }, (_, group) => group).filter((group) => set[group]);
  for (const group of groups) flow.open(group, 0);
  for (let a = 0; a < problem.applications; a++) if (a !== absent) flow.insert(a);
  return groups.every((group) => flow.require(group, minimum[group] ?? 0));
}

/** Whether every group has as many schools as it needs, or none. */
export function hasEnoughOrNone({ minimum }: DrawnSized, groupOf: ArrayLike<number>): boolean {
  const sizes = minimum.map(() => 0);
  for (const group of Array.from(groupOf)) if (group >= 0) sizes[group] = (sizes[group] ?? 0) + 1;
  return sizes.every((size, group) => size === 0 || size >= (minimum[group] ?? 0));
}

/** The best vector of waiting by tier and cost, found by looking at every placement. */
export function bestSizedVector(drawn: DrawnSized): number[] {
  let best: number[] | undefined;
  for (const groupOf of everyPlacement(drawn.problem)) {
    if (!hasEnoughOrNone(drawn, groupOf)) continue;
    const vector = vectorOf(drawn, groupOf);
    if (!best || compareVectors(vector, best) < 0) best = vector;
  }
  return best ?? [];
}
