import { GroupTerms } from "./group-terms";
import type { IncomingArcs } from "./incoming";
import type { SizedProblem } from "./sized-problem";
import type { WorthBound } from "./worth-bound";

/** What a placement that costs no more than a limit can still consist of. */
export interface Reduction {
  /** 1 for each arc that may be used. */
  readonly arcs: Uint8Array;
  /** 1 for each group that may run, and for each that has to. */
  readonly mayRun: Uint8Array;
  readonly mustRun: Uint8Array;
}

/** Small enough against one point, large enough against what sums of thousands of doubles lose. */
const ROUNDING = 1e-4;

/** Leaves out every arc and group whose use alone would lift the bound above `limit` points. */
export function reduceByWorth(
  problem: SizedProblem,
  incoming: IncomingArcs,
  { bound, worth, limit }: WorthBound & { readonly limit: number },
): Reduction {
  const arcs = new Uint8Array(problem.arcGroup.length);
  const mayRun = new Uint8Array(problem.groups);
  const mustRun = new Uint8Array(problem.groups);
  const terms = new GroupTerms(problem, incoming);
  const worthOf = (application: number) => worth[application] as number;
  const fits = (points: number) => points <= limit + ROUNDING;
  for (let group = 0; group < problem.groups; group++) {
    const { total, taken } = terms.weigh(group, worthOf);
    const others = bound - Math.min(0, total);
    if (!fits(others + total)) continue;
    mayRun[group] = 1;
    if (!fits(others) || problem.minimum[group] === 0) mustRun[group] = 1;
    for (let i = 0; i < terms.count; i++) {
      if (fits(others + total + extra(terms, i, { taken, most: problem.capacity[group] as number })))
        arcs[terms.arcs[i] as number] = 1;
    }
  }
  return { arcs, mayRun, mustRun };
}

/** What the group's term rises by when it has to take its arc number `i`: nothing, or that arc instead of or beside the last. */
function extra(terms: GroupTerms, i: number, { taken, most }: { taken: number; most: number }): number {
  if (i < taken) return 0;
  const adds = terms.adds[i] as number;
  const instead = taken > 0 ? adds - (terms.adds[taken - 1] as number) : Number.POSITIVE_INFINITY;
  return Math.min(instead, taken < most ? adds : Number.POSITIVE_INFINITY);
}
