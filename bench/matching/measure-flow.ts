import { canonicalise } from "../../lib/matching/solver/canonical";
import { certify } from "../../lib/matching/solver/certificate";
import { type Flow, solveFlow } from "../../lib/matching/solver/flow";
import { buildProblem } from "../../lib/matching/solver/problem";
import { readSolverFile, type SolverFile } from "./solver-file";

/** Milliseconds unless it says otherwise. */
export interface FlowFigures {
  readonly applications: number;
  readonly groups: number;
  readonly pairs: number;
  readonly waiting: readonly number[];
  readonly cost: number;
  readonly proved: boolean;
  /** Layout and solving, the first time in the process and the median of the others. */
  readonly first: number;
  readonly warm: number;
  readonly canonical: number;
  readonly certificate: number;
  /** One application leaving and coming back, in a solved problem. */
  readonly late: { readonly median: number; readonly p99: number; readonly longest: number };
  readonly peakMegabytes: number;
}

export function measureFlow(path: string, runs: number): FlowFigures {
  const file = readSolverFile(path);
  const [first, ...rest] = Array.from({ length: runs + 1 }, () =>
    milliseconds(() => solveFlow(buildProblem(file))),
  );
  const solved = solveFlow(buildProblem(file));
  const late = lateApplications(solved);
  const canonical = milliseconds(() => canonicalise(solved.placement));
  const { placement } = solved;
  const claim = { groupOf: placement.toGroups(), price: placement.price };
  let proved = false;
  const certificate = milliseconds(() => {
    proved = certify(file, claim).proved;
  });
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  return {
    ...{ applications: file.applications, groups: file.capacity.length, pairs: file.pairs.cost.length },
    ...outcomeOf(file, solved),
    ...{ proved, first: first ?? 0, warm: at(rest, 0.5), canonical, certificate, late, peakMegabytes },
  };
}

function milliseconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** The value below which the given share lies. */
function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((x, y) => x - y);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** Every fiftieth application leaves and comes back as a late one. */
function lateApplications(flow: Flow) {
  const taken: number[] = [];
  for (let a = 0; a < flow.placement.problem.applications; a += 50) {
    flow.withdraw(a);
    taken.push(milliseconds(() => flow.insert(a)));
  }
  return { median: at(taken, 0.5), p99: at(taken, 0.99), longest: at(taken, 1) };
}

function outcomeOf({ tier }: SolverFile, { placement }: Flow): { waiting: number[]; cost: number } {
  const waiting = [0, 0, 0];
  let cost = 0;
  for (const [a, arc] of placement.arcOf.entries()) {
    const t = tier[a] ?? 0;
    if (arc < 0) waiting[t] = (waiting[t] ?? 0) + 1;
    else cost += placement.problem.arcCost[arc] ?? 0;
  }
  return { waiting, cost };
}
