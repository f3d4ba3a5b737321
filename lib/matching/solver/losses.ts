import { GroupHeap } from "./heap";
import type { SizedState } from "./sized-state";

/** An arc of the residual graph, kept at the group it leads to. */
interface Step {
  readonly from: number;
  /** At the prices of the placement, so never below 0. */
  readonly length: number;
}

/**
 * What all together would lose if somebody who is placed had another place, in a placement that is optimal for the groups
 * that run. The school that has to make way moves on along a shortest path of moves to the place that was left, so one
 * search backwards from each group answers for everybody in it (successive shortest paths, model.md section 2.3).
 *
 * One node beside the groups stands for all that is outside them: free places and those who wait. A path leads to it where
 * somebody waits instead or a free place is taken, and from it where somebody comes from waiting or a group that has more
 * than it needs gives a place up.
 */
export class Losses {
  private readonly state: SizedState;
  private readonly stepsTo: Step[][];
  private readonly heap: GroupHeap;
  /** For each group that was asked about, how far it is from each group that somebody in it could have instead. */
  private readonly known = new Map<number, ReadonlyMap<number, number>>();

  constructor(state: SizedState) {
    this.state = state;
    this.stepsTo = residualSteps(state);
    this.heap = new GroupHeap(this.stepsTo.length);
  }

  /** In points, if a placed application had the place of this arc; Infinity when nobody there can make way. */
  of(application: number, arc: number): number {
    const { problem, price, arcOf } = this.state;
    const own = arcOf[application] as number;
    const [from, to] = [problem.arcGroup[own] as number, problem.arcGroup[arc] as number];
    const far = this.distancesTo(from).get(to) ?? Number.POSITIVE_INFINITY;
    const paid = (problem.arcCost[arc] as number) + (price[to] as number);
    return far === Number.POSITIVE_INFINITY ? far : paid - this.state.value(application) + far;
  }

  private distancesTo(group: number): ReadonlyMap<number, number> {
    const known = this.known.get(group) ?? this.searchFrom(group);
    this.known.set(group, known);
    return known;
  }

  private searchFrom(group: number): ReadonlyMap<number, number> {
    const { heap, stepsTo } = this;
    const wanted = this.othersOf(group);
    const found = new Map<number, number>();
    heap.start();
    heap.offer(group, 0);
    while (found.size < wanted.size && heap.lowestKey() < Number.POSITIVE_INFINITY) {
      const at = heap.settleLowest();
      const reached = heap.key[at] as number;
      if (wanted.has(at)) found.set(at, reached);
      for (const { from, length } of stepsTo[at] ?? []) heap.offer(from, reached + length);
    }
    return found;
  }

  /** The running groups that are open to somebody in this one. */
  private othersOf(group: number): ReadonlySet<number> {
    const { problem, firstIn, nextIn } = this.state;
    const { firstArc, arcGroup } = problem;
    const others = new Set<number>();
    for (let a = firstIn[group] as number; a >= 0; a = nextIn[a] as number)
      for (let arc = firstArc[a] as number; arc < (firstArc[a + 1] as number); arc++) {
        const other = arcGroup[arc] as number;
        if (other !== group && this.state.isOpen(other)) others.add(other);
      }
    return others;
  }
}

/** The shortest step between each two nodes; the last node is the outside. */
function residualSteps(state: SizedState): Step[][] {
  const { groups, capacity } = state.problem;
  const outside = groups;
  const stepsTo = Array.from({ length: groups + 1 }, (): Step[] => []);
  const steps = new StepsFrom(groups + 1);
  const keep = (from: number) => steps.drain((to, length) => stepsTo[to]?.push({ from, length }));
  for (let group = 0; group < groups; group++) {
    if (!state.isOpen(group)) continue;
    if ((state.size[group] as number) < (capacity[group] as number))
      steps.offer(outside, -(state.price[group] as number));
    for (let a = state.firstIn[group] as number; a >= 0; a = state.nextIn[a] as number) {
      offerMoves(state, a, steps);
      steps.offer(outside, (state.problem.waitingWeight[a] as number) - state.value(a));
    }
    keep(group);
  }
  for (let group = 0; group < groups; group++)
    if (state.isOpen(group) && (state.size[group] as number) > (state.least[group] as number))
      steps.offer(group, state.price[group] as number);
  for (let a = 0; a < state.arcOf.length; a++) if (state.groupOf(a) < 0) offerMoves(state, a, steps);
  keep(outside);
  return stepsTo;
}

function offerMoves(state: SizedState, application: number, steps: StepsFrom): void {
  const { firstArc, arcGroup, arcCost } = state.problem;
  const value = state.value(application);
  for (let arc = firstArc[application] as number; arc < (firstArc[application + 1] as number); arc++) {
    const to = arcGroup[arc] as number;
    if (arc !== state.arcOf[application] && state.isOpen(to))
      steps.offer(to, (arcCost[arc] as number) + (state.price[to] as number) - value);
  }
}

/** The shortest step from one node to each other, gathered before it is kept. */
class StepsFrom {
  private readonly length: Float64Array;
  private readonly touched: number[] = [];

  constructor(nodes: number) {
    this.length = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY);
  }

  offer(to: number, length: number): void {
    if (length >= (this.length[to] as number)) return;
    if (this.length[to] === Number.POSITIVE_INFINITY) this.touched.push(to);
    this.length[to] = length;
  }

  drain(take: (to: number, length: number) => void): void {
    for (const to of this.touched.splice(0)) {
      take(to, this.length[to] as number);
      this.length[to] = Number.POSITIVE_INFINITY;
    }
  }
}
