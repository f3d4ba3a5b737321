import fc from "fast-check";
import { buildProblem, type Problem } from "../solver/problem";
import { waitingWeights } from "../solver/weights";

export interface Drawn {
  readonly problem: Problem;
  readonly tier: readonly number[];
  readonly pairs: { readonly application: number[]; readonly group: number[]; readonly cost: number[] };
}

interface Size {
  readonly applications: number;
  readonly groups: number;
  readonly largestCost: number;
}

export const TINY: Size = { applications: 6, groups: 4, largestCost: 4 };
export const SMALL: Size = { applications: 40, groups: 12, largestCost: 9 };

/** Problems with few distinct costs, so that equally good placements are common. */
export function arbitraryProblem(size: Size): fc.Arbitrary<Drawn> {
  const option = fc.option(fc.nat(size.largestCost), { freq: 2 });
  return fc
    .record({
      capacity: fc.array(fc.nat(3), { minLength: 1, maxLength: size.groups }),
      rows: fc.array(
        fc.record({
          tier: fc.nat(2),
          costs: fc.array(option, { minLength: size.groups, maxLength: size.groups }),
        }),
        { maxLength: size.applications },
      ),
    })
    .map(({ capacity, rows }) => drawnFrom(capacity, rows));
}

export function drawnFrom(
  capacity: readonly number[],
  rows: readonly { readonly tier: number; readonly costs: readonly (number | null)[] }[],
): Drawn {
  const pairs = { application: [] as number[], group: [] as number[], cost: [] as number[] };
  rows.forEach(({ costs }, application) => {
    costs.slice(0, capacity.length).forEach((cost, group) => {
      if (cost === null) return;
      pairs.application.push(application);
      pairs.group.push(group);
      pairs.cost.push(cost);
    });
  });
  const tier = rows.map((row) => row.tier);
  const waitingWeight = waitingWeights({ tier, tiers: 3, largestCost: Math.max(0, ...pairs.cost) });
  return {
    problem: buildProblem({ applications: rows.length, capacity, pairs, waitingWeight }),
    tier,
    pairs,
  };
}

/** Every feasible placement of a tiny problem as groups by application, -1 = waiting. */
export function* everyPlacement(problem: Problem): Generator<number[]> {
  const room = Array.from(problem.capacity);
  const groupOf: number[] = [];
  function* place(application: number): Generator<number[]> {
    if (application === problem.applications) {
      yield [...groupOf];
      return;
    }
    for (const option of [...optionsOf(problem, application).keys(), -1]) {
      if (option >= 0 && (room[option] ?? 0) === 0) continue;
      if (option >= 0) room[option] = (room[option] ?? 0) - 1;
      groupOf.push(option);
      yield* place(application + 1);
      groupOf.pop();
      if (option >= 0) room[option] = (room[option] ?? 0) + 1;
    }
  }
  yield* place(0);
}

/** Cost by group. */
export function optionsOf(problem: Problem, application: number): Map<number, number> {
  const options = new Map<number, number>();
  for (let arc = problem.firstArc[application] ?? 0; arc < (problem.firstArc[application + 1] ?? 0); arc++) {
    options.set(problem.arcGroup[arc] ?? -1, problem.arcCost[arc] ?? 0);
  }
  return options;
}

/** Waiting by tier and total cost: the objective as a person would read it. */
export function vectorOf({ problem, tier }: Drawn, groupOf: ArrayLike<number>): number[] {
  const vector = [0, 0, 0, 0];
  for (let a = 0; a < problem.applications; a++) {
    const group = groupOf[a] ?? -1;
    const index = group < 0 ? (tier[a] ?? 0) : 3;
    vector[index] = (vector[index] ?? 0) + (group < 0 ? 1 : (optionsOf(problem, a).get(group) ?? Number.NaN));
  }
  return vector;
}

export function compareVectors(x: readonly number[], y: readonly number[]): number {
  for (const [i, value] of x.entries()) if (value !== y[i]) return value - (y[i] ?? 0);
  return 0;
}
