import type { IncomingArcs } from "./incoming";
import type { SizedProblem } from "./sized-problem";

/** What a group would take on its own if every application brought what it is worth: see `GroupTerms.weigh`. */
export interface GroupTerm {
  /** The least total of cost less worth over all sets of schools the group may run with; positive when it does not pay. */
  readonly total: number;
  /** How many it would take: the first ones of `GroupTerms.arcs`. */
  readonly taken: number;
}

/**
 * Weighs groups one at a time against what each application is worth (its dual value). With any worths the sum of all
 * worths and of every group's term, where that is negative, is a bound that no placement goes below (Lagrangian
 * relaxation: each application may be in several groups, each group runs with enough schools or not at all).
 */
export class GroupTerms {
  /** The arcs of the group weighed last, the best first, and what each adds: cost less worth. */
  readonly arcs: Int32Array;
  readonly adds: Float64Array;
  /** How many arcs that are. */
  count = 0;
  private readonly problem: SizedProblem;
  private readonly incoming: IncomingArcs;

  constructor(problem: SizedProblem, incoming: IncomingArcs) {
    this.problem = problem;
    this.incoming = incoming;
    this.arcs = new Int32Array(problem.applications);
    this.adds = new Float64Array(problem.applications);
  }

  weigh(group: number, worth: (application: number) => number): GroupTerm {
    this.gather(group, worth);
    this.sort();
    const least = this.problem.minimum[group] as number;
    const most = Math.min(this.count, this.problem.capacity[group] as number);
    let total = 0;
    let taken = 0;
    for (; taken < most; taken++) {
      const adds = this.adds[taken] as number;
      if (taken >= least && adds >= 0) break;
      total += adds;
    }
    return { total, taken };
  }

  applicationOf(arc: number): number {
    return this.incoming.applicationOfArc[arc] as number;
  }

  private gather(group: number, worth: (application: number) => number): void {
    const { first, arc: arcs, applicationOfArc } = this.incoming;
    this.count = 0;
    for (let i = first[group] as number; i < (first[group + 1] as number); i++) {
      const arc = arcs[i] as number;
      this.arcs[this.count] = arc;
      this.adds[this.count++] =
        (this.problem.arcCost[arc] as number) - worth(applicationOfArc[arc] as number);
    }
  }

  /** Shell sort of both columns by what is added and then by arc; a group has tens of arcs, seldom hundreds. */
  private sort(): void {
    const { arcs, adds, count } = this;
    for (const gap of GAPS) {
      for (let i = gap; i < count; i++) {
        const add = adds[i] as number;
        const arc = arcs[i] as number;
        let at = i;
        for (; at >= gap && isAfter(adds, arcs, at - gap, add, arc); at -= gap) {
          adds[at] = adds[at - gap] as number;
          arcs[at] = arcs[at - gap] as number;
        }
        adds[at] = add;
        arcs[at] = arc;
      }
    }
  }
}

const GAPS = [701, 301, 132, 57, 23, 10, 4, 1];

function isAfter(adds: Float64Array, arcs: Int32Array, at: number, add: number, arc: number): boolean {
  const there = adds[at] as number;
  return there > add || (there === add && (arcs[at] as number) > arc);
}
