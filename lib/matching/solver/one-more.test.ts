import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareVectors, everyPlacement, vectorOf } from "../testing/arbitrary-problem";
import { arbitrarySized, type DrawnSized } from "../testing/arbitrary-sized";
import { type Entry, OneMore } from "./one-more";
import { strictWeights } from "./strict-weights";

interface Changed {
  readonly runs: readonly number[];
  readonly minimum: readonly number[];
  readonly capacity: readonly number[];
}

/** Every best placement in the groups that run, each with as many schools as it needs, found by looking at every one. */
function bestPlacements(drawn: DrawnSized, { runs, minimum, capacity }: Changed): number[][] {
  const problem = { ...drawn.problem, capacity: Int32Array.from(capacity) };
  let best: { vector: number[]; placements: number[][] } | undefined;
  for (const found of everyPlacement(problem)) {
    const groupOf = Array.from(found);
    const sizes = capacity.map((_, group) => groupOf.filter((one) => one === group).length);
    const isAllowed = sizes.every((size, g) => (runs[g] === 1 ? size >= (minimum[g] ?? 0) : size === 0));
    if (!isAllowed) continue;
    const vector = vectorOf(drawn, groupOf);
    const order = best ? compareVectors(vector, best.vector) : -1;
    if (order < 0) best = { vector, placements: [groupOf] };
    else if (order === 0) best?.placements.push(groupOf);
  }
  return best?.placements ?? [];
}

function placedInAll(placements: readonly number[][], asking: readonly number[]): number[] {
  return asking.filter((a) => placements.every((groupOf) => (groupOf[a] ?? -1) >= 0));
}

function isLess(drawn: DrawnSized, one: readonly number[] = [], other: readonly number[] = []): boolean {
  return compareVectors(vectorOf(drawn, one), vectorOf(drawn, other)) < 0;
}

function askAll(drawn: DrawnSized, runs: readonly number[], isKnown: boolean) {
  const { problem, tier, minimum } = drawn;
  const given = [...problem.waitingWeight];
  const largestCost = Math.max(0, ...problem.arcCost);
  const waitingWeight = strictWeights({ tier, given, largestCost, smallestStep: 0 });
  const capacity = [...problem.capacity];
  const base = bestPlacements(drawn, { runs, minimum, capacity });
  const asking = tier.flatMap((_, a) => (base.some((groupOf) => groupOf[a] === -1) ? [a] : []));
  const input = { problem: { ...problem, waitingWeight }, runs, minimum };
  const fromNothing = new OneMore(input);
  const more = isKnown ? new OneMore({ ...input, known: fromNothing.best }) : fromNothing;
  return { more, base, asking, capacity };
}

function expectEntry(
  entry: Entry | undefined,
  best: readonly number[][],
  asking: readonly number[],
  group: number,
) {
  expect(entry?.applications ?? []).toEqual(placedInAll(best, asking));
  if (entry)
    expect(best.map((groupOf) => groupOf.filter((one) => one === group).length)).toContain(entry.schools);
}

const beginnings = [
  { from: "nothing", isKnown: false },
  { from: "a best placement", isKnown: true },
];

describe.each(beginnings)("one place more, from $from", ({ isKnown }) => {
  test("brings in exactly those who are placed in every best placement with that place", () => {
    let helped = 0;
    fc.assert(
      fc.property(arbitrarySized, fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }), (drawn, open) => {
        const runs = Array.from(drawn.problem.capacity, (_, g) => (open[g] ? 1 : 0));
        const { more, base, asking, capacity } = askAll(drawn, runs, isKnown);
        if (base.length === 0) return;
        const dear = new Set(more.dearGroups());
        for (const [group, one] of runs.entries()) {
          if (one === 0) continue;
          const wider = capacity.map((places, g) => (g === group ? places + 1 : places));
          const best = bestPlacements(drawn, { runs, minimum: drawn.minimum, capacity: wider });
          const isBetter = isLess(drawn, best[0], base[0]);
          const entry = more.withPlace(group, asking);
          expect(entry !== undefined).toBe(isBetter);
          if (isBetter) expect(dear).toContain(group);
          helped += entry?.applications.length ?? 0;
          if (isBetter) expectEntry(entry, best, asking, group);
        }
      }),
      { numRuns: 300, seed: 3 },
    );
    expect(helped).toBeGreaterThan(20);
  });
});

describe.each(beginnings)("one group more, from $from", ({ isKnown }) => {
  test("brings in exactly those who are placed in every best placement with that group", () => {
    let helped = 0;
    fc.assert(
      fc.property(arbitrarySized, fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }), (drawn, open) => {
        const runs = Array.from(drawn.problem.capacity, (_, g) => (open[g] ? 1 : 0));
        const { more, base, asking, capacity } = askAll(drawn, runs, isKnown);
        if (base.length === 0) return;
        for (const [group, one] of runs.entries()) {
          if (one === 1) continue;
          const least = Math.max(1, drawn.minimum[group] ?? 0);
          const minimum = drawn.minimum.map((one, g) => (g === group ? least : one));
          const wider = runs.map((one, g) => (g === group ? 1 : one));
          const best = bestPlacements(drawn, { runs: wider, minimum, capacity });
          const entry = more.withGroup(group, least, asking);
          const isBetter = best.length > 0 && isLess(drawn, best[0], base[0]);
          expect(entry !== undefined).toBe(isBetter);
          helped += entry?.applications.length ?? 0;
          if (isBetter) expectEntry(entry, best, asking, group);
        }
      }),
      { numRuns: 300, seed: 4 },
    );
    expect(helped).toBeGreaterThan(20);
  });
});
