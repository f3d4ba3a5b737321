import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryProblem, type Drawn, drawnFrom, SMALL } from "../testing/arbitrary-problem";
import { canonicalise } from "./canonical";
import { closureOf, distanceFromPlace, passedOver, waitingPositions } from "./explain";
import { Flow, objective, solveFlow } from "./flow";
import { ForwardSearch } from "./forward-search";
import { ABSENT, Placement, WAITING } from "./placement";
import { buildProblem } from "./problem";

describe("closureOf", () => {
  test("shows for everybody who waits that no free place and no lower priority is within reach", () => {
    fc.assert(
      fc.property(arbitraryProblem(SMALL), (drawn) => {
        const { placement } = solveFlow(drawn.problem);
        for (const a of waitingIn(placement)) {
          const closure = closureOf(placement, a, drawn.tier);
          expect(closure.free).toBe(0);
          expect(closure.worstTier).toBeLessThanOrEqual(drawn.tier[a] ?? -1);
        }
      }),
    );
  });

  test("counts groups that only others could move to", () => {
    const drawn = drawnFrom(
      [1, 2],
      [
        { tier: 0, costs: [0, null] },
        { tier: 0, costs: [1, 1] },
        { tier: 1, costs: [null, 0] },
        { tier: 1, costs: [3, null] },
        { tier: 2, costs: [3, null] },
      ],
    );
    const { placement } = solveFlow(drawn.problem);
    expect(waitingIn(placement)).toEqual([3, 4]);
    expect(closureOf(placement, 3, drawn.tier)).toEqual({ groups: [0], places: 1, free: 0, worstTier: 0 });
    const through = drawnFrom(
      [1, 1],
      [
        { tier: 0, costs: [0, 1] },
        { tier: 0, costs: [null, 0] },
        { tier: 1, costs: [0, null] },
      ],
    );
    const reached = closureOf(solveFlow(through.problem).placement, 2, through.tier);
    expect(reached).toEqual({ groups: [0, 1], places: 2, free: 0, worstTier: 0 });
  });
});

describe("waitingPositions", () => {
  test("the first in line for the only group is who gets its next place", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ tier: fc.nat(2), costs: fc.tuple(fc.nat(9)) }), { maxLength: 12 }),
        (rows) => {
          const drawn = drawnFrom([2], rows);
          const flow = solveFlow(drawn.problem);
          canonicalise(flow.placement);
          const order = lineOf(flow.placement, drawn);
          for (const next of order) {
            flow.addPlace(0);
            canonicalise(flow.placement);
            expect(flow.placement.groupOf(next)).toBe(0);
          }
        },
      ),
    );
  });

  test("numbers those without an option apart", () => {
    const drawn = drawnFrom(
      [0],
      [
        { tier: 0, costs: [null] },
        { tier: 1, costs: [2] },
        { tier: 0, costs: [3] },
      ],
    );
    const { placement } = solveFlow(drawn.problem);
    const closures = new Map([0, 1, 2].map((a) => [a, closureOf(placement, a, drawn.tier)]));
    expect([...waitingPositions(placement, closures)]).toEqual([1, 2, 1]);
    expect(distanceFromPlace(placement, 0)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("probe", () => {
  test("foretells what inserting does, and changes nothing", () => {
    fc.assert(
      fc.property(arbitraryProblem(SMALL), (drawn) => {
        const flow = new Flow(new Placement(drawn.problem));
        for (let a = 0; a < drawn.problem.applications; a++) {
          const before = objective(flow.placement);
          const groups = flow.placement.toGroups();
          const found = new ForwardSearch(flow.placement).probe(optionsOf(drawn, a));
          expect(flow.placement.toGroups()).toEqual(groups);
          flow.insert(a);
          expect(objective(flow.placement) - before).toBe(found.length);
          expect(flow.placement.groupOf(a)).toBe(found.group);
        }
      }),
    );
  });
});

describe("passedOver", () => {
  test("says exactly what forcing the cheaper group would cost all together", () => {
    fc.assert(
      fc.property(arbitraryProblem(SMALL), (drawn) => {
        const flow = solveFlow(drawn.problem);
        canonicalise(flow.placement);
        for (let a = 0; a < drawn.problem.applications; a++) {
          const search = new ForwardSearch(flow.placement);
          for (const { group, saving, loss } of passedOver(flow.placement, search, a)) {
            expect(saving).toBeGreaterThan(0);
            const hasPlaces = flow.placement.capacity[group] !== 0;
            expect(loss).toBe(
              hasPlaces ? costOfForcing(flow, a, arcTo(drawn, a, group)) : Number.POSITIVE_INFINITY,
            );
          }
        }
      }),
    );
  });
});

describe("monotone (I11)", () => {
  test("one more eligible group never turns a placed application into a waiting one, nor places fewer", () => {
    fc.assert(
      fc.property(arbitraryProblem(SMALL), fc.nat(39), fc.nat(11), fc.nat(9), (drawn, at, groupAt, cost) => {
        fc.pre(drawn.problem.applications > 0);
        const application = at % drawn.problem.applications;
        const group = groupAt % drawn.problem.groups;
        const pairs = {
          application: [...drawn.pairs.application, application],
          group: [...drawn.pairs.group, group],
          cost: [...drawn.pairs.cost, cost],
        };
        fc.pre(arcTo(drawn, application, group) < 0);
        const weights = drawn.problem.waitingWeight.map((weight) => weight * 10);
        const { applications, capacity } = drawn.problem;
        const before = canonicalGroups({
          applications,
          capacity,
          pairs: drawn.pairs,
          waitingWeight: weights,
        });
        const after = canonicalGroups({ applications, capacity, pairs, waitingWeight: weights });
        if ((before[application] ?? -1) >= 0) expect(after[application]).toBeGreaterThanOrEqual(0);
        expect(after.filter((g) => g >= 0).length).toBeGreaterThanOrEqual(
          before.filter((g) => g >= 0).length,
        );
      }),
    );
  });
});

function canonicalGroups(input: Parameters<typeof buildProblem>[0]): Int32Array {
  const { placement } = solveFlow(buildProblem(input));
  canonicalise(placement);
  return placement.toGroups();
}

function waitingIn(placement: Placement): number[] {
  return [...placement.arcOf.keys()].filter((a) => placement.arcOf[a] === WAITING);
}

/** Those who wait in order of their position. */
function lineOf(placement: Placement, { tier }: Drawn): number[] {
  const closures = new Map(waitingIn(placement).map((a) => [a, closureOf(placement, a, tier)]));
  const position = waitingPositions(placement, closures);
  return [...closures.keys()].sort((x, y) => (position[x] ?? 0) - (position[y] ?? 0));
}

function optionsOf({ problem, pairs }: Drawn, application: number) {
  const own = pairs.application.map((a) => a === application);
  const waitingWeight = problem.waitingWeight[application] ?? ABSENT;
  return {
    group: pairs.group.filter((_, i) => own[i]),
    cost: pairs.cost.filter((_, i) => own[i]),
    waitingWeight,
  };
}

/** How many points the total rises by when the application has to be on `arc`, by solving that case. */
function costOfForcing(flow: Flow, application: number, arc: number): number {
  const { problem } = flow.placement;
  const trial = flow.copy();
  trial.withdraw(application);
  trial.removePlace(problem.arcGroup[arc] ?? -1);
  return objective(trial.placement) + (problem.arcCost[arc] ?? 0) - objective(flow.placement);
}

function arcTo({ problem }: Drawn, application: number, group: number): number {
  for (let arc = problem.firstArc[application] ?? 0; arc < (problem.firstArc[application + 1] ?? 0); arc++) {
    if (problem.arcGroup[arc] === group) return arc;
  }
  return -1;
}
