import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { certify } from "../solver/certificate";
import { buildProblem } from "../solver/problem";
import { waitingWeights } from "../solver/weights";
import { compareVectors, vectorOf } from "../testing/arbitrary-problem";
import {
  arbitrarySized,
  bestSizedVector,
  type DrawnSized,
  hasEnoughOrNone,
  sizedInput,
} from "../testing/arbitrary-sized";
import { placeWithMinimumSizes } from "./place-with-minimum-sizes";

describe("groups run with enough schools or not at all", () => {
  test("and of all such placements the best is found and proved", async () => {
    const drawn = sideBySide(fc.sample(arbitrarySized, { numRuns: 60, seed: 11 }));
    const placement = await placeWithMinimumSizes(sizedInput(drawn.whole), { timeLimit: 60 });
    expect(placement.faults).toEqual([]);
    expect(placement.components.filter(({ proved }) => !proved)).toEqual([]);
    expect(hasEnoughOrNone(drawn.whole, placement.groupOf)).toBe(true);
    expect(vectorOf(drawn.whole, placement.groupOf)).toEqual(drawn.best);
    const { pairs, problem, minimum } = drawn.whole;
    const terms = { pairs, capacity: problem.capacity, minimum, waitingWeight: placement.waitingWeight };
    expect(certify(terms, placement)).toMatchObject({ proved: true, faults: [] });
  });

  test("without time nothing is worse than what the search finds, and what is not proved says its gap", async () => {
    const drawn = sideBySide(fc.sample(arbitrarySized, { numRuns: 60, seed: 12 }));
    const placement = await placeWithMinimumSizes(sizedInput(drawn.whole), { timeLimit: 0 });
    expect(hasEnoughOrNone(drawn.whole, placement.groupOf)).toBe(true);
    expect(compareVectors(vectorOf(drawn.whole, placement.groupOf), drawn.best)).toBeGreaterThanOrEqual(0);
    for (const { proved, gap } of placement.components) expect(gap === null).toBe(proved);
  });

  test("a group that runs anyway may stay small", async () => {
    const input = {
      problem: onePair(),
      tier: [0],
      minimum: [0],
      pairs: { application: [0], group: [0], cost: [5] },
    };
    const placement = await placeWithMinimumSizes(sizedInput(input), { timeLimit: 1 });
    expect([...placement.groupOf]).toEqual([0]);
  });
});

function onePair() {
  const pairs = { application: [0], group: [0], cost: [5] };
  return buildProblem({ applications: 1, capacity: [3], pairs, waitingWeight: Float64Array.of(100) });
}

/** Problems put side by side into one, and what is best in all of them together. */
function sideBySide(parts: readonly DrawnSized[]): { whole: DrawnSized; best: number[] } {
  const pairs = { application: [] as number[], group: [] as number[], cost: [] as number[] };
  const tier: number[] = [];
  const minimum: number[] = [];
  const capacity: number[] = [];
  const best = [0, 0, 0, 0];
  for (const part of parts) {
    pairs.application.push(...part.pairs.application.map((a) => a + tier.length));
    pairs.group.push(...part.pairs.group.map((g) => g + minimum.length));
    pairs.cost.push(...part.pairs.cost);
    tier.push(...part.tier);
    minimum.push(...part.minimum);
    capacity.push(...part.problem.capacity);
    bestSizedVector(part).forEach((value, i) => {
      best[i] = (best[i] ?? 0) + value;
    });
  }
  const waitingWeight = waitingWeights({ tier, tiers: 3, largestCost: Math.max(...pairs.cost) });
  const problem = buildProblem({ applications: tier.length, capacity, pairs, waitingWeight });
  return { whole: { problem, tier, minimum, pairs }, best };
}
