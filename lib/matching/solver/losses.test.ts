import fc from "fast-check";
import { expect, test } from "vitest";
import { everyPlacement } from "../testing/arbitrary-problem";
import { arbitrarySized, type DrawnSized, runOnly } from "../testing/arbitrary-sized";
import { Losses } from "./losses";
import { SizedFlow } from "./sized-flow";

/** Which of up to four groups run: mostly all. */
const arbitrarySet = fc.array(
  fc.nat(4).map((n) => n > 0),
  { minLength: 4, maxLength: 4 },
);

test("what another place for one would cost all together is what looking at every placement finds", () => {
  let tried = 0;
  fc.assert(
    fc.property(arbitrarySized, arbitrarySet, (one, set) => {
      const drawn = { ...one, minimum: one.minimum.map((least) => least >> 1) };
      const flow = new SizedFlow(drawn.problem);
      if (!runOnly(flow, drawn, set)) return;
      const { state } = flow;
      const losses = new Losses(state);
      const { applications, firstArc, arcGroup } = drawn.problem;
      for (let a = 0; a < applications; a++)
        for (let arc = firstArc[a] ?? 0; arc < (firstArc[a + 1] ?? 0); arc++) {
          const group = arcGroup[arc] ?? -1;
          if (state.groupOf(a) < 0 || state.groupOf(a) === group || !set[group]) continue;
          const best = leastTotal(drawn, set, (groupOf) => groupOf[a] === group);
          expect(losses.of(a, arc)).toBe(best - state.total);
          tried++;
        }
    }),
    { numRuns: 600 },
  );
  expect(tried).toBeGreaterThan(100);
});

/** Infinity when no such placement has the schools that each group needs. */
function leastTotal(
  { problem, minimum }: DrawnSized,
  set: readonly boolean[],
  isAsked: (groupOf: ArrayLike<number>) => boolean,
): number {
  let least = Number.POSITIVE_INFINITY;
  for (const groupOf of everyPlacement(problem)) {
    const sizes = minimum.map((_, group) => groupOf.filter((one) => one === group).length);
    const fits = sizes.every((size, group) => (set[group] ? size >= (minimum[group] ?? 0) : size === 0));
    if (fits && isAsked(groupOf)) least = Math.min(least, totalOf(problem, groupOf));
  }
  return least;
}

function totalOf(
  { applications, waitingWeight, firstArc, arcGroup, arcCost }: DrawnSized["problem"],
  groupOf: ArrayLike<number>,
): number {
  let total = 0;
  for (let a = 0; a < applications; a++) {
    if ((groupOf[a] ?? -1) < 0) total += waitingWeight[a] ?? 0;
    for (let arc = firstArc[a] ?? 0; arc < (firstArc[a + 1] ?? 0); arc++)
      if (arcGroup[arc] === groupOf[a]) total += arcCost[arc] ?? 0;
  }
  return total;
}
