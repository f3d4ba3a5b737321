import { WAITING } from "./placement";
import { buildProblem } from "./problem";
import type { SizedProblem } from "./sized-problem";
import { strictWeights } from "./strict-weights";

/** A part of a problem that shares no application and no group with the rest. */
export interface SizedComponent extends SizedProblem {
  /** For each application and group of the part, its number in the whole. */
  readonly applicationOf: readonly number[];
  readonly groupOf: readonly number[];
}

export interface SplitInput extends SizedProblem {
  /** The largest cost of any pair but for moves, and what a tier has to weigh at least: as for `waitingWeights`. */
  readonly largestCost: number;
  readonly smallestStep: number;
}

/**
 * The connected components of the eligible pairs, without groups that can never have the schools they need. Those
 * without a pair are in none. Components are in order of their first application and keep the order of the whole.
 */
export function splitIntoComponents(problem: SplitInput): SizedComponent[] {
  const canRun = groupsThatCanRun(problem);
  const root = joinPairs(problem, canRun);
  const parts = new Map<number, { applications: number[]; groups: number[] }>();
  for (let a = 0; a < problem.applications; a++) {
    if (!hasOption(problem, a, canRun)) continue;
    const part = parts.get(root(a)) ?? { applications: [], groups: [] };
    parts.set(root(a), part);
    part.applications.push(a);
  }
  for (let g = 0; g < problem.groups; g++) {
    if (canRun[g] === 1) parts.get(root(problem.applications + g))?.groups.push(g);
  }
  return [...parts.values()].map((part) => extract(problem, part));
}

/** 1 for each group that has places and enough schools that could come. */
export function groupsThatCanRun({ groups, arcGroup, capacity, minimum }: SizedProblem): Uint8Array {
  const wanted = new Int32Array(groups);
  for (const group of arcGroup) wanted[group] = (wanted[group] as number) + 1;
  return Uint8Array.from({ length: groups }, (_, g) => {
    const least = minimum[g] as number;
    const places = capacity[g] as number;
    return places > 0 && places >= least && (wanted[g] as number) >= Math.max(1, least) ? 1 : 0;
  });
}

function hasOption({ firstArc, arcGroup }: SizedProblem, application: number, canRun: Uint8Array): boolean {
  for (let arc = firstArc[application] as number; arc < (firstArc[application + 1] as number); arc++)
    if (canRun[arcGroup[arc] as number] === 1) return true;
  return false;
}

/** Union-find over applications and, after them, groups. */
function joinPairs(problem: SizedProblem, canRun: Uint8Array): (node: number) => number {
  const { applications, groups, firstArc, arcGroup } = problem;
  const parent = Int32Array.from({ length: applications + groups }, (_, node) => node);
  const root = (node: number): number => {
    let at = node;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  };
  for (let a = 0; a < applications; a++) {
    for (let arc = firstArc[a] as number; arc < (firstArc[a + 1] as number); arc++) {
      const group = arcGroup[arc] as number;
      if (canRun[group] === 1) parent[root(applications + group)] = root(a);
    }
  }
  return root;
}

function extract(
  problem: SplitInput,
  { applications, groups }: { applications: number[]; groups: number[] },
): SizedComponent {
  const numberOf = new Map(groups.map((group, index) => [group, index]));
  const pairs = { application: [] as number[], group: [] as number[], cost: [] as number[] };
  applications.forEach((a, index) => {
    for (const { group, cost } of optionsOf(problem, a, numberOf)) {
      pairs.application.push(index);
      pairs.group.push(group);
      pairs.cost.push(cost);
    }
  });
  const tier = applications.map((a) => problem.tier[a] as number);
  const given = applications.map((a) => problem.waitingWeight[a] as number);
  const waitingWeight = strictWeights({
    tier,
    given,
    largestCost: problem.largestCost,
    smallestStep: problem.smallestStep,
  });
  const capacity = groups.map((group) => problem.capacity[group] as number);
  return {
    ...buildProblem({ applications: applications.length, capacity, pairs, waitingWeight }),
    minimum: Int32Array.from(groups, (group) => problem.minimum[group] as number),
    tier,
    tiers: problem.tiers,
    applicationOf: applications,
    groupOf: groups,
  };
}

/** In order of the group, however the pairs were given: the search takes the first of equals. */
function optionsOf(problem: SizedProblem, application: number, numberOf: ReadonlyMap<number, number>) {
  const options: { group: number; cost: number }[] = [];
  const last = problem.firstArc[application + 1] as number;
  for (let arc = problem.firstArc[application] as number; arc < last; arc++) {
    const group = numberOf.get(problem.arcGroup[arc] as number);
    if (group !== undefined) options.push({ group, cost: problem.arcCost[arc] as number });
  }
  return options.sort((x, y) => x.group - y.group);
}

/** The arc of each application of a component in a placement of the whole, -1 where it waits. */
export function arcsIn(
  { applicationOf, groupOf: groups, firstArc, arcGroup }: SizedComponent,
  groupOf: ArrayLike<number>,
): Int32Array {
  return Int32Array.from(applicationOf, (application, a) => {
    for (let arc = firstArc[a] as number; arc < (firstArc[a + 1] as number); arc++)
      if (groups[arcGroup[arc] as number] === groupOf[application]) return arc;
    return WAITING;
  });
}
