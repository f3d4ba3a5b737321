import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { certify } from "../solver/certificate";
import { OpenSetSearch } from "../solver/open-set-search";
import { buildProblem } from "../solver/problem";
import { waitingWeights } from "../solver/weights";
import { compareVectors, drawnFrom, vectorOf } from "../testing/arbitrary-problem";
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

  test("and what is too large to try every set is proved by bounds and the exact solver all the same", async () => {
    const proofs = new Set<string | null>();
    for (const sized of fc.sample(arbitraryLarge, { numRuns: 10, seed: 8 })) {
      const placement = await placeWithMinimumSizes(sizedInput(sized), { timeLimit: 60 });
      for (const { proof } of placement.components) proofs.add(proof);
      expect(vectorOf(sized, placement.groupOf)).toEqual(bestByEverySet(sized));
    }
    expect(proofs).not.toContain(null);
    expect(proofs).toContain("exact");
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

const GROUPS = 10;
const groupwise = (number: fc.Arbitrary<number>) =>
  fc.array(number, { minLength: GROUPS, maxLength: GROUPS });
/** Thirty applications, ten groups that need three schools. */
const arbitraryLarge = fc
  .record({
    capacity: groupwise(fc.integer({ min: 3, max: 5 })),
    minimum: groupwise(fc.constant(3)),
    rows: fc.array(fc.record({ tier: fc.nat(2), costs: groupwise(fc.nat(99)), open: groupwise(fc.nat(3)) }), {
      minLength: 30,
      maxLength: 30,
    }),
  })
  .map(({ capacity, minimum, rows }): DrawnSized => {
    const options = rows.map(({ tier, costs, open }) => ({
      tier,
      costs: costs.map((cost, group) => (open[group] === 0 ? cost : null)),
    }));
    return { ...drawnFrom(capacity, options), minimum };
  });

/** The best vector over all sets of groups, each placed by the flow. */
function bestByEverySet(drawn: DrawnSized): number[] {
  const search = new OpenSetSearch(sizedInput(drawn));
  search.begin();
  for (let set = 0; set < 2 ** drawn.problem.groups; set++)
    search.tryExactly(drawn.minimum.map((_, group) => (set >> group) & 1));
  return vectorOf(
    drawn,
    search.best.arcOf.map((_, a) => search.best.groupOf(a)),
  );
}

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
