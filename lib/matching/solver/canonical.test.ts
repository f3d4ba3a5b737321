import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  arbitraryProblem,
  compareVectors,
  type Drawn,
  everyPlacement,
  optionsOf,
  SMALL,
  TINY,
  vectorOf,
} from "../testing/arbitrary-problem";
import { canonicalise } from "./canonical";
import { certify } from "./certificate";
import { Flow, objective, solveFlow } from "./flow";
import { Placement } from "./placement";
import { buildProblem, type Problem } from "./problem";

describe("canonicalise", () => {
  test("takes, of all optimal placements, the one each application in turn prefers", () => {
    fc.assert(
      fc.property(arbitraryProblem(TINY), (drawn) => {
        for (const problem of [drawn.problem, backwards(drawn)]) {
          const { placement } = solveFlow(problem);
          canonicalise(placement);
          expect([...placement.toGroups()]).toEqual(preferredOptimum(drawn));
        }
      }),
      { numRuns: 300 },
    );
  });

  test("gives the same bytes whatever order the applications came in, and when some left and came back", () => {
    fc.assert(
      fc.property(arbitraryProblem(SMALL), fc.array(fc.nat(39)), (drawn, keys) => {
        const cold = solveFlow(drawn.problem).placement;
        const warm = inOrder(backwards(drawn), keys);
        canonicalise(cold);
        canonicalise(warm);
        expect(warm.toGroups()).toEqual(cold.toGroups());
        expect(warm.price).toEqual(cold.price);
      }),
    );
  });

  test("stays optimal and proved, and a second time changes nothing", () => {
    fc.assert(
      fc.property(arbitraryProblem(SMALL), (drawn) => {
        const { placement } = solveFlow(drawn.problem);
        const before = objective(placement);
        canonicalise(placement);
        const groups = placement.toGroups();
        expect(objective(placement)).toBe(before);
        const { capacity, waitingWeight } = drawn.problem;
        const terms = { capacity, waitingWeight, pairs: drawn.pairs };
        expect(certify(terms, { groupOf: groups, price: placement.price }).faults).toEqual([]);
        canonicalise(placement);
        expect(placement.toGroups()).toEqual(groups);
      }),
    );
  });

  test("prices each group at what one more place would be worth", () => {
    fc.assert(
      fc.property(arbitraryProblem(SMALL), (drawn) => {
        const flow = solveFlow(drawn.problem);
        canonicalise(flow.placement);
        for (let group = 0; group < drawn.problem.groups; group++) {
          const trial = flow.copy();
          trial.addPlace(group);
          expect(objective(flow.placement) - objective(trial.placement)).toBe(flow.placement.price[group]);
        }
      }),
      { numRuns: 50 },
    );
  });
});

function preferredOptimum(drawn: Drawn): number[] {
  const all = [...everyPlacement(drawn.problem)];
  const best = all.map((p) => vectorOf(drawn, p)).sort(compareVectors)[0] ?? [];
  const optimal = all.filter((p) => compareVectors(vectorOf(drawn, p), best) === 0);
  return (
    optimal.sort((x, y) => {
      for (let a = 0; a < x.length; a++) {
        const order = rankOf(drawn, a, x[a] ?? -1) - rankOf(drawn, a, y[a] ?? -1);
        if (order !== 0) return order;
      }
      return 0;
    })[0] ?? []
  );
}

/** 0 for the cheapest group, the lower index first; waiting comes after every group. */
function rankOf({ problem }: Drawn, application: number, group: number): number {
  const options = [...optionsOf(problem, application)].sort((x, y) => x[1] - y[1] || x[0] - y[0]);
  return group < 0 ? options.length : options.findIndex(([g]) => g === group);
}

/** The same problem with its pairs given in reverse, so that ties are met in another order. */
function backwards({ problem, pairs }: Drawn): Problem {
  const { applications, capacity, waitingWeight } = problem;
  const reversed = {
    application: pairs.application.toReversed(),
    group: pairs.group.toReversed(),
    cost: pairs.cost.toReversed(),
  };
  return buildProblem({ applications, capacity, pairs: reversed, waitingWeight });
}

/** Inserts by the given keys; those with an even key come, leave and come again. */
function inOrder(problem: Problem, keys: readonly number[]): Placement {
  const flow = new Flow(new Placement(problem));
  const order = Array.from({ length: problem.applications }, (_, a) => a);
  order.sort((x, y) => (keys[x] ?? 0) - (keys[y] ?? 0) || y - x);
  for (const a of order) flow.insert(a);
  for (const a of order) {
    if ((keys[a] ?? 1) % 2 === 1) continue;
    flow.withdraw(a);
    flow.insert(a);
  }
  return flow.placement;
}
