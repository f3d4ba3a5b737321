import fc from "fast-check";
import { expect, test } from "vitest";
import { everyPlacement, optionsOf } from "../testing/arbitrary-problem";
import { arbitrarySized, type DrawnSized, hasEnoughOrNone, sizedInput } from "../testing/arbitrary-sized";
import { incomingArcs } from "./incoming";
import { raiseWorthBound } from "./worth-bound";
import { reduceByWorth } from "./worth-reduction";

/** Every placement with enough schools in each group, with who waits by tier and its cost. */
function placementsOf(drawn: DrawnSized) {
  return [...everyPlacement(drawn.problem)]
    .filter((groupOf) => hasEnoughOrNone(drawn, groupOf))
    .map((groupOf) => {
      const waiting = [0, 0, 0];
      let cost = 0;
      groupOf.forEach((group, a) => {
        const tier = drawn.tier[a] ?? 0;
        if (group < 0) waiting[tier] = (waiting[tier] ?? 0) + 1;
        else cost += optionsOf(drawn.problem, a).get(group) ?? 0;
      });
      return { groupOf, waiting, cost };
    });
}

test("no placement with no more waiting is cheaper than the bound, and none that is cheap enough uses what is left out", () => {
  fc.assert(
    fc.property(arbitrarySized, fc.nat(1000), (drawn, pick) => {
      const all = placementsOf(drawn);
      const known = all[pick % Math.max(1, all.length)];
      if (!known || drawn.problem.applications === 0) return;
      const rivals = all.filter(({ waiting }) => waiting.every((n, tier) => n <= (known.waiting[tier] ?? 0)));
      const problem = sizedInput(drawn);
      const incoming = incomingArcs(problem);
      const worth = Float64Array.from(drawn.problem.waitingWeight);
      const raised = raiseWorthBound(problem, incoming, { cost: known.cost, waiting: known.waiting, worth });
      const least = Math.min(...rivals.map(({ cost }) => cost));
      expect(raised.bound).toBeLessThanOrEqual(least + 1e-6);
      const { arcs, mayRun, mustRun } = reduceByWorth(problem, incoming, { ...raised, limit: known.cost });
      for (const { groupOf } of rivals.filter(({ cost }) => cost <= known.cost)) {
        const running = new Set(groupOf);
        mustRun.forEach((must, group) => {
          if (must === 1 && (drawn.minimum[group] ?? 0) > 0) expect(running.has(group)).toBe(true);
        });
        groupOf.forEach((group, a) => {
          if (group < 0) return;
          const from = problem.firstArc[a] ?? 0;
          const arc = from + problem.arcGroup.subarray(from, problem.firstArc[a + 1]).indexOf(group);
          expect([mayRun[group], arcs[arc]]).toEqual([1, 1]);
        });
      }
    }),
    { numRuns: 60 },
  );
});
