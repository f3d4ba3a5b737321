import { OpenSetSearch } from "./open-set-search";
import { buildProblem, type Pairs } from "./problem";
import { type SplitInput, splitIntoComponents } from "./sized-components";
import { waitingWeights } from "./weights";

export interface OpenGroupsInput {
  readonly applications: number;
  readonly capacity: readonly number[];
  /** Schools a group needs to run. */
  readonly minimum: readonly number[];
  readonly pairs: Pairs;
}

const KICKS = 60;

/** The groups to run so that the most applications have a place, then at least cost, by search alone: the group of each, -1 for none. */
export function findOpenGroups({ applications, capacity, minimum, pairs }: OpenGroupsInput): Int32Array {
  const tier = new Array<number>(applications).fill(0);
  const largestCost = Array.from(pairs.cost).reduce((most, cost) => Math.max(most, cost), 0);
  const waitingWeight = waitingWeights({ tier, tiers: 1, largestCost });
  const problem = buildProblem({ applications, capacity, pairs, waitingWeight });
  const sized = {
    ...problem,
    minimum: Int32Array.from(minimum),
    tier,
    tiers: 1,
    largestCost,
    smallestStep: 0,
  };
  return searchSizes(sized).groupOf;
}

interface FoundSizes {
  readonly groupOf: Int32Array;
  /** 1 for each group that runs. */
  readonly runs: Uint8Array;
}

/** Which groups run and who is in them, each component by search alone: nothing is proved of the choice. */
export function searchSizes(problem: SplitInput): FoundSizes {
  const groupOf = new Int32Array(problem.applications).fill(-1);
  const runs = new Uint8Array(problem.groups);
  for (const component of splitIntoComponents(problem)) {
    const search = new OpenSetSearch(component);
    search.begin();
    search.improve(KICKS + component.groups);
    component.applicationOf.forEach((application, a) => {
      const group = search.best.groupOf(a);
      if (group >= 0) groupOf[application] = component.groupOf[group] ?? -1;
    });
    component.groupOf.forEach((group, g) => {
      runs[group] = search.best.isOpen(g) ? 1 : 0;
    });
  }
  return { groupOf, runs };
}
