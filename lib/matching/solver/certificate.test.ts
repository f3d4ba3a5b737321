import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  arbitraryProblem,
  compareVectors,
  type Drawn,
  drawnFrom,
  everyPlacement,
  TINY,
  vectorOf,
} from "../testing/arbitrary-problem";
import { certify } from "./certificate";
import { solveFlow } from "./flow";

describe("certify", () => {
  test("refuses every placement that is not optimal, at the solver's prices", () => {
    fc.assert(
      fc.property(arbitraryProblem({ ...TINY, applications: 5, groups: 3 }), (drawn) => {
        const { placement } = solveFlow(drawn.problem);
        const best = vectorOf(drawn, placement.toGroups());
        for (const groupOf of everyPlacement(drawn.problem)) {
          const optimal = compareVectors(vectorOf(drawn, groupOf), best) === 0;
          expect(certify(termsOf(drawn), { groupOf, price: placement.price }).proved).toBe(optimal);
        }
      }),
    );
  });

  test("refuses prices that are off by a point where it matters", () => {
    const drawn = drawnFrom(
      [1],
      [
        { tier: 0, costs: [2] },
        { tier: 1, costs: [1] },
      ],
    );
    const { placement } = solveFlow(drawn.problem);
    const price = placement.price.slice();
    expect(certify(termsOf(drawn), { groupOf: [0, -1], price }).proved).toBe(true);
    price[0] = 0;
    expect(faultsOf(drawn, [0, -1], price)).toContain("gap");
  });

  const drawn = drawnFrom(
    [1, 1],
    [
      { tier: 0, costs: [2, null] },
      { tier: 0, costs: [1, 3] },
    ],
  );
  test.each([
    ["an application missing", [0], [0, 0], "not_one_line_each"],
    ["a group that does not exist", [0, 2], [0, 0], "unknown_group"],
    ["half a group", [0, 0.5], [0, 0], "unknown_group"],
    ["a pair that is not eligible", [1, 0], [0, 0], "not_eligible"],
    ["two schools on one place", [0, 0], [0, 0], "over_capacity"],
    ["a negative price", [0, 1], [0, -1], "bad_price"],
    ["a price that is no number", [0, 1], [0, Number.NaN], "bad_price"],
    ["a price on a group with a free place", [-1, 1], [1, 0], "price_without_full_group"],
    ["somebody left out for nothing", [-1, 0], [0, 0], "gap"],
  ])("finds %s", (_, groupOf, price, fault) => {
    expect(faultsOf(drawn, groupOf, price)).toContain(fault);
  });
});

function faultsOf(drawn: Drawn, groupOf: ArrayLike<number>, price: ArrayLike<number>): string[] {
  return certify(termsOf(drawn), { groupOf, price }).faults.map(({ fault }) => fault);
}

function termsOf({ problem, pairs }: Drawn) {
  return { capacity: problem.capacity, waitingWeight: problem.waitingWeight, pairs };
}
