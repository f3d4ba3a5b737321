import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  arbitraryProblem,
  compareVectors,
  type Drawn,
  drawnFrom,
  everyPlacement,
  SMALL,
  TINY,
  vectorOf,
} from "../testing/arbitrary-problem";
import { certify } from "./certificate";
import { Flow, objective, solveFlow } from "./flow";
import { ABSENT, Placement } from "./placement";

describe("solveFlow", () => {
  test("finds the best of all placements: fewest waiting by tier, then least cost", () => {
    fc.assert(
      fc.property(arbitraryProblem(TINY), (drawn) => {
        const found = vectorOf(drawn, solveFlow(drawn.problem).placement.toGroups());
        const best = [...everyPlacement(drawn.problem)]
          .map((p) => vectorOf(drawn, p))
          .sort(compareVectors)[0];
        expect(found).toEqual(best);
      }),
    );
  });

  test("always proves its result", () => {
    fc.assert(
      fc.property(arbitraryProblem(SMALL), (drawn) => {
        const { placement } = solveFlow(drawn.problem);
        expect(certificateOf(drawn, placement).faults).toEqual([]);
        expect(certificateOf(drawn, placement).primal).toBe(objective(placement));
      }),
    );
  });

  test("places as many as any matching can, whatever the tiers", () => {
    fc.assert(
      fc.property(arbitraryProblem(SMALL), (drawn) => {
        const placed = solveFlow(drawn.problem)
          .placement.toGroups()
          .filter((g) => g >= 0).length;
        expect(placed).toBe(maximumMatching(drawn));
      }),
    );
  });

  test("moves a whole chain of schools along to place the last one", () => {
    const length = 30;
    const rows = Array.from({ length }, (_, a) => ({
      tier: 0,
      costs: Array.from({ length }, (_, g) => {
        if (a === length - 1) return g === 0 ? 5 : null;
        return g === a ? 0 : g === a + 1 ? 1 : null;
      }),
    }));
    const drawn = drawnFrom(new Array(length).fill(1), rows);
    expect(vectorOf(drawn, solveFlow(drawn.problem).placement.toGroups())).toEqual([0, 0, 0, length - 1 + 5]);
  });
});

describe("a warm flow", () => {
  const step = fc.record({ kind: fc.constantFrom("insert", "withdraw", "more", "fewer"), at: fc.nat(39) });

  test("is optimal and proved after every insertion, withdrawal and change of places", () => {
    fc.assert(
      fc.property(arbitraryProblem(SMALL), fc.array(step, { maxLength: 60 }), (drawn, steps) => {
        const flow = new Flow(new Placement(drawn.problem));
        for (const { kind, at } of steps) change(flow, kind, at);
        const { placement } = flow;
        const present = placement.arcOf.map((arc) => (arc === ABSENT ? 0 : 1));
        const now = onlyPresent(drawn, present, placement.capacity);
        const groups = placement.toGroups().filter((_, a) => present[a] === 1);
        const claim = { groupOf: groups, price: placement.price };
        const terms = { capacity: placement.capacity, waitingWeight: now.waitingWeight, pairs: now.pairs };
        expect(certify(terms, claim).faults).toEqual([]);
      }),
    );
  });

  test("a copy is changed without changing the original", () => {
    fc.assert(
      fc.property(arbitraryProblem(SMALL), fc.array(step, { maxLength: 20 }), (drawn, steps) => {
        const flow = solveFlow(drawn.problem);
        const before = [
          flow.placement.toGroups(),
          flow.placement.price.slice(),
          flow.placement.capacity.slice(),
        ];
        const trial = flow.copy();
        for (const { kind, at } of steps) change(trial, kind, at);
        expect([flow.placement.toGroups(), flow.placement.price, flow.placement.capacity]).toEqual(before);
      }),
    );
  });

  test("says so when an application that must be placed has no place", () => {
    const { problem } = drawnFrom(
      [1],
      [
        { tier: 0, costs: [0] },
        { tier: 0, costs: [0] },
      ],
    );
    const flow = new Flow(new Placement({ ...problem, waitingWeight: new Float64Array(2).fill(Infinity) }));
    flow.insert(0);
    expect(() => flow.insert(1)).toThrow("has no place");
  });
});

function change(flow: Flow, kind: string, at: number): void {
  const { problem, arcOf, capacity } = flow.placement;
  const application = at % Math.max(1, problem.applications);
  const group = at % problem.groups;
  if (kind === "more") flow.addPlace(group);
  else if (kind === "fewer" && (capacity[group] ?? 0) > 0) flow.removePlace(group);
  else if (kind === "insert" && arcOf[application] === ABSENT) flow.insert(application);
  else if (kind === "withdraw" && (arcOf[application] ?? ABSENT) !== ABSENT) flow.withdraw(application);
}

/** The same problem without those who are absent. */
function onlyPresent({ problem, pairs }: Drawn, present: Int32Array, capacity: Int32Array) {
  const index = new Map<number, number>();
  present.forEach((here, a) => {
    if (here === 1) index.set(a, index.size);
  });
  const kept = pairs.application.map((a) => index.has(a));
  return {
    capacity,
    waitingWeight: problem.waitingWeight.filter((_, a) => index.has(a)),
    pairs: {
      application: pairs.application.filter((_, i) => kept[i]).map((a) => index.get(a) ?? -1),
      group: pairs.group.filter((_, i) => kept[i]),
      cost: pairs.cost.filter((_, i) => kept[i]),
    },
  };
}

function certificateOf({ problem, pairs }: Drawn, placement: Placement) {
  const terms = { capacity: problem.capacity, waitingWeight: problem.waitingWeight, pairs };
  return certify(terms, { groupOf: placement.toGroups(), price: placement.price });
}

/** Kuhn's algorithm on places: the size of the largest placement, without costs or tiers. */
function maximumMatching({ problem, pairs }: Drawn): number {
  const holder = Array.from(problem.capacity, (places) => new Array<number>(places).fill(-1));
  const bring = (application: number, tried: Set<number>): boolean => {
    for (const [i, group] of pairs.group.entries()) {
      if (pairs.application[i] !== application || tried.has(group)) continue;
      tried.add(group);
      const places = holder[group] ?? [];
      const free = places.findIndex((other) => other < 0 || bring(other, tried));
      if (free < 0) continue;
      places[free] = application;
      return true;
    }
    return false;
  };
  let size = 0;
  for (let a = 0; a < problem.applications; a++) if (bring(a, new Set())) size++;
  return size;
}
