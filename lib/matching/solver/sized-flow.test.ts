import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareVectors, everyPlacement, vectorOf } from "../testing/arbitrary-problem";
import { arbitrarySized, type DrawnSized, runOnly } from "../testing/arbitrary-sized";
import { certify } from "./certificate";
import { SizedFlow } from "./sized-flow";

/** Which of up to four groups are to run. */
const arbitrarySet = fc.array(fc.boolean(), { minLength: 4, maxLength: 4 });

describe("for a set of running groups", () => {
  test("the best placement is found that gives each the schools it needs, and proved; or it is said that there is none", () => {
    fc.assert(
      fc.property(arbitrarySized, arbitrarySet, (drawn, set) => {
        const flow = new SizedFlow(drawn.problem);
        const isHeld = runOnly(flow, drawn, set);
        const best = bestOfSet(drawn, set);
        expect(isHeld).toBe(best !== undefined);
        if (!best) return;
        expect(vectorOf(drawn, groupsOf(flow))).toEqual(best);
        expect(proofOf(flow, drawn)).toMatchObject({ proved: true, faults: [] });
      }),
    );
  });

  test("it stays the best and proved while groups are closed and opened again, and going back goes back", () => {
    fc.assert(
      fc.property(arbitrarySized, arbitrarySet, fc.nat(3), (drawn, set, toggled) => {
        const flow = new SizedFlow(drawn.problem);
        if (!runOnly(flow, drawn, set) || toggled >= drawn.problem.groups) return;
        const before = groupsOf(flow);
        const after = set.map((isOpen, group) => (group === toggled ? !isOpen : isOpen));
        const kept = { total: flow.state.total, state: structuredClone(flow.state.arcOf) };
        const done = after[toggled] ? flow.open(toggled, drawn.minimum[toggled] ?? 0) : flow.close(toggled);
        expect(done).toBe(bestOfSet(drawn, after) !== undefined);
        if (!done) return;
        expect(vectorOf(drawn, groupsOf(flow))).toEqual(bestOfSet(drawn, after));
        expect(proofOf(flow, drawn)).toMatchObject({ proved: true, faults: [] });
        const back = set[toggled] ? flow.open(toggled, drawn.minimum[toggled] ?? 0) : flow.close(toggled);
        expect([back, flow.state.total]).toEqual([true, kept.total]);
        expect(vectorOf(drawn, groupsOf(flow))).toEqual(vectorOf(drawn, before));
      }),
    );
  });

  test("a limit gives up only what would not stay below it", () => {
    fc.assert(
      fc.property(arbitrarySized, arbitrarySet, fc.nat(3), (drawn, set, toggled) => {
        const flows = [new SizedFlow(drawn.problem), new SizedFlow(drawn.problem)] as const;
        if (!flows.every((flow) => runOnly(flow, drawn, set)) || toggled >= drawn.problem.groups) return;
        const [free, limited] = flows;
        const limit = free.state.total;
        const toggle = (flow: SizedFlow, below?: number) =>
          set[toggled] ? flow.close(toggled, below) : flow.open(toggled, drawn.minimum[toggled] ?? 0, below);
        if (!toggle(free) || free.state.total >= limit) return;
        expect(toggle(limited, limit)).toBe(true);
        expect(groupsOf(limited)).toEqual(groupsOf(free));
      }),
    );
  });

  test("what somebody would find on arriving is what it finds", () => {
    fc.assert(
      fc.property(arbitrarySized, arbitrarySet, fc.nat(5), (drawn, set, who) => {
        const flow = new SizedFlow(drawn.problem);
        const a = who % Math.max(1, drawn.problem.applications);
        if (a >= drawn.problem.applications || !runOnly(flow, drawn, set, a)) return;
        const { firstArc, arcGroup, arcCost, waitingWeight } = drawn.problem;
        const [from, to] = [firstArc[a] ?? 0, firstArc[a + 1] ?? 0];
        const options = { group: arcGroup.subarray(from, to), cost: arcCost.subarray(from, to) };
        const foretold = flow.probe({ ...options, waitingWeight: waitingWeight[a] ?? 0 });
        flow.insert(a);
        expect(flow.state.groupOf(a)).toBe(foretold.group);
      }),
    );
  });
});

describe("a certificate of groups with sizes", () => {
  test("is refused when a group is too small, does not run, or has a discount that it does not need", () => {
    const drawn = fc.sample(
      arbitrarySized.filter(({ pairs }) => pairs.cost.length > 6),
      { numRuns: 1, seed: 4 },
    )[0];
    if (!drawn) throw new Error("Nothing was drawn.");
    const { problem, pairs } = drawn;
    const groupOf = new Int32Array(problem.applications).fill(-1);
    groupOf[pairs.application[0] ?? 0] = pairs.group[0] ?? 0;
    const terms = { capacity: problem.capacity, waitingWeight: problem.waitingWeight, pairs };
    const faultsOf = (minimum: number, price: number, runs: number) =>
      certify(
        { ...terms, minimum: Array.from(problem.capacity, () => minimum) },
        {
          groupOf,
          price: new Float64Array(problem.groups).fill(price),
          runs: new Uint8Array(problem.groups).fill(runs),
        },
      ).faults.map(({ fault }) => fault);
    expect(faultsOf(2, 0, 1)).toContain("below_minimum");
    expect(faultsOf(0, 0, 0)).toContain("does_not_run");
    expect(faultsOf(0, -1, 1)).toContain("bad_price");
    expect(faultsOf(1, -1, 1)).not.toContain("discount_above_minimum");
  });
});

function groupsOf({ state, problem }: SizedFlow): number[] {
  return Array.from({ length: problem.applications }, (_, a) => state.groupOf(a));
}

function proofOf(flow: SizedFlow, { problem, pairs, minimum }: DrawnSized) {
  const { capacity, waitingWeight } = problem;
  const runs = Array.from(capacity, (_, group) => (flow.state.isOpen(group) ? 1 : 0));
  const price = flow.state.price.map((points, group) => (runs[group] === 1 ? points : 0));
  return certify({ capacity, minimum, waitingWeight, pairs }, { groupOf: groupsOf(flow), price, runs });
}

function bestOfSet(drawn: DrawnSized, set: readonly boolean[]): number[] | undefined {
  let best: number[] | undefined;
  for (const groupOf of everyPlacement(drawn.problem)) {
    const sizes = drawn.minimum.map((_, group) => groupOf.filter((one) => one === group).length);
    const fits = sizes.every((size, group) =>
      set[group] ? size >= (drawn.minimum[group] ?? 0) : size === 0,
    );
    const vector = fits ? vectorOf(drawn, groupOf) : undefined;
    if (vector && (!best || compareVectors(vector, best) < 0)) best = vector;
  }
  return best;
}
