import { rowsByKey } from "./rows";

/**
 * The placement problem in numbers: applications 0 … n-1, groups 0 … m-1, and for every eligible pair an arc with its
 * cost. Arcs are stored by application (compressed rows): those of application a are firstArc[a] … firstArc[a+1]-1.
 *
 * Costs, weights and prices are whole numbers of points (10 points = 1 km) and every sum stays under 2^53, so that
 * arithmetic in doubles is exact. Indexes are in range by construction, which is why reads of typed arrays in this
 * folder are asserted with `as number`.
 */
export interface Problem {
  readonly applications: number;
  readonly groups: number;
  /** applications + 1 offsets into the arcs. */
  readonly firstArc: Int32Array;
  readonly arcGroup: Int32Array;
  /** Points, not negative. */
  readonly arcCost: Int32Array;
  /** Schools a group can take. */
  readonly capacity: Int32Array;
  /** What it costs, in points, to leave an application waiting. Infinity: it has to be placed. */
  readonly waitingWeight: Float64Array;
}

/** Eligible pairs in any order, one entry of each array per pair. */
export interface Pairs {
  readonly application: ArrayLike<number>;
  readonly group: ArrayLike<number>;
  readonly cost: ArrayLike<number>;
}

export interface ProblemInput {
  readonly applications: number;
  readonly capacity: ArrayLike<number>;
  readonly pairs: Pairs;
  readonly waitingWeight: Float64Array;
}

/** Lays pairs out as rows by application; the arcs of one application keep the order in which they were given. */
export function buildProblem(input: ProblemInput): Problem {
  const { applications, pairs, waitingWeight } = input;
  const { first, item } = rowsByKey(applications, pairs.application);
  const arcGroup = new Int32Array(item.length);
  const arcCost = new Int32Array(item.length);
  for (let arc = 0; arc < item.length; arc++) {
    const pair = item[arc] as number;
    arcGroup[arc] = pairs.group[pair] as number;
    arcCost[arc] = pairs.cost[pair] as number;
  }
  const capacity = Int32Array.from(input.capacity);
  return {
    applications,
    groups: capacity.length,
    firstArc: first,
    arcGroup,
    arcCost,
    capacity,
    waitingWeight,
  };
}

/** The arc of an application to a group; -1, which is waiting, for -1. */
export function arcTo(
  { firstArc, arcGroup }: Pick<Problem, "firstArc" | "arcGroup">,
  application: number,
  group: number,
): number {
  if (group < 0) return -1;
  for (let arc = firstArc[application] ?? 0; arc < (firstArc[application + 1] ?? 0); arc++)
    if (arcGroup[arc] === group) return arc;
  throw new Error(`Application ${application} is in a group that is not open to it.`);
}

/**
 * The first thing wrong with a problem, as a sentence, or undefined. Looks at shapes, ranges, whole numbers,
 * repeated pairs and the bound that keeps sums exact.
 */
export function whyNotSolve(problem: Problem): string | undefined {
  return whyNotArcs(problem) ?? whyNotCapacity(problem) ?? whyNotWeights(problem);
}

function whyNotArcs({ applications, groups, firstArc, arcGroup, arcCost }: Problem): string | undefined {
  if (firstArc.length !== applications + 1 || firstArc[0] !== 0)
    return "The arcs have no row for each application.";
  if (firstArc[applications] !== arcGroup.length || arcCost.length !== arcGroup.length)
    return "The rows do not cover the arcs.";
  const backwards = firstArc.findIndex((offset, a) => offset > (firstArc[a + 1] ?? offset));
  if (backwards >= 0) return `The row of application ${backwards} ends before it begins.`;
  const seenBy = new Int32Array(groups).fill(-1);
  for (let a = 0; a < applications; a++) {
    for (let arc = firstArc[a] as number; arc < (firstArc[a + 1] as number); arc++) {
      const group = arcGroup[arc] as number;
      if (group < 0 || group >= groups)
        return `Application ${a} is paired with group ${group}, which does not exist.`;
      if (seenBy[group] === a) return `Application ${a} is paired twice with group ${group}.`;
      if ((arcCost[arc] as number) < 0) return `Application ${a} has a negative cost for group ${group}.`;
      seenBy[group] = a;
    }
  }
  return undefined;
}

function whyNotCapacity({ groups, capacity }: Problem): string | undefined {
  if (capacity.length !== groups) return "There is not one capacity for each group.";
  const negative = capacity.findIndex((places) => places < 0);
  return negative < 0 ? undefined : `Group ${negative} has a negative capacity.`;
}

function whyNotWeights({ applications, arcCost, waitingWeight }: Problem): string | undefined {
  if (waitingWeight.length !== applications) return "There is not one waiting weight for each application.";
  let total = 0;
  for (const [a, weight] of waitingWeight.entries()) {
    if (weight === Number.POSITIVE_INFINITY) continue;
    if (!Number.isSafeInteger(weight) || weight < 0)
      return `The waiting weight of application ${a} is not a whole number.`;
    total += weight;
  }
  const largest = arcCost.reduce((most, cost) => Math.max(most, cost), 0);
  return Number.isSafeInteger(2 * (total + applications * largest))
    ? undefined
    : "The weights are too large to add exactly.";
}
