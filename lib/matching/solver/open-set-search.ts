import { Dice } from "./dice";
import { type GroupTerm, GroupTerms } from "./group-terms";
import { groupsNear } from "./groups-near";
import type { IncomingArcs } from "./incoming";
import { SizedFlow } from "./sized-flow";
import type { SizedProblem } from "./sized-problem";
import { SizedState } from "./sized-state";
import { waitingByTier } from "./waiting-by-tier";

/** Pairs of a group to close and one to open that are tried before a place counts as the best near by. */
const SWAPS_TRIED = 4;
/** Groups that a kick and what follows it may open and close. */
const REGION = 24;

interface Step {
  readonly close: number;
  readonly open: number;
  /** The total cannot fall by more than this says: a negative number of points. */
  readonly bound: number;
}

/**
 * Looks for the set of running groups with the cheapest placement, which the exact flow finds for each set it tries.
 * Prices tell beforehand by how much opening or closing a group could help at most, so that nearly all that is tried
 * helps. No clock has a part in it: the same problem gives the same set on any machine.
 */
export class OpenSetSearch {
  private readonly problem: SizedProblem;
  private readonly flow: SizedFlow;
  private readonly terms: GroupTerms;
  /** The best so far. */
  readonly best: SizedState;
  /** What every placement costs at least, and who waits at least by tier: the optimum when groups may have any size. */
  flowBound = 0;
  flowWaiting: readonly number[] = [];
  private readonly kept: SizedState;
  private readonly everywhere: Int32Array;

  constructor(problem: SizedProblem) {
    this.problem = problem;
    this.flow = new SizedFlow(problem);
    this.terms = new GroupTerms(problem, this.flow.incoming);
    this.best = new SizedState(problem);
    this.kept = new SizedState(problem);
    this.everywhere = Int32Array.from({ length: problem.groups }, (_, g) => g);
  }

  /** Opens every group, then ends or fills those that are short of schools, the shortest first, whichever costs less. */
  begin(): void {
    if (!this.openAnySize(this.everywhere.map(() => 1)))
      throw new Error("Somebody has to be placed and has no place.");
    this.flowBound = this.flow.state.total;
    this.flowWaiting = waitingByTier(this.problem, this.flow.state.arcOf);
    for (let group = this.shortest(); group >= 0; group = this.shortest()) this.decideShort(group);
    this.best.copyFrom(this.flow.state);
  }

  /** Lets exactly these groups run, if they can have enough schools together, and improves from there. */
  tryOpen(wanted: ArrayLike<number>): void {
    if (this.openOnly(wanted)) this.descend(this.everywhere);
    else this.flow.state.copyFrom(this.best);
    this.keepIfBetter();
  }

  /** The placement in exactly these groups, kept if it is better than any so far. */
  tryExactly(wanted: ArrayLike<number>): void {
    if (this.openOnly(wanted)) this.keepIfBetter();
  }

  /** Improves step by step, then kicks it somewhere and improves again, so many times. */
  improve(kicks: number): void {
    const { state } = this.flow;
    state.copyFrom(this.best);
    this.descend(this.everywhere);
    this.keepIfBetter();
    const dice = new Dice(this.problem.groups);
    for (let kick = 0; kick < kicks; kick++) {
      const region = groupsNear(this.problem, this.flow.incoming, dice.below(this.problem.groups), REGION);
      if (!this.kick(region, dice)) state.copyFrom(this.best);
      else this.descend(region);
      this.keepIfBetter();
    }
  }

  /** What the total could still fall by at most, judged by the prices of the best state. 0: nothing is better. */
  slack(): number {
    const { best, terms } = this;
    const worth = (application: number) => best.value(application);
    let slack = 0;
    for (const group of this.everywhere) {
      if (!best.isOpen(group)) slack -= Math.min(0, terms.weigh(group, worth).total);
      else slack -= Math.min(0, best.price[group] as number) * (best.size[group] as number);
    }
    return slack;
  }

  get incoming(): IncomingArcs {
    return this.flow.incoming;
  }

  /** 1 for each group that would pay if each application brought this worth. */
  groupsWorthOpening(worths: Float64Array): Uint8Array {
    const worth = (application: number) => worths[application] as number;
    return Uint8Array.from(this.everywhere, (group) => (this.terms.weigh(group, worth).total < 0 ? 1 : 0));
  }

  private least(group: number): number {
    return this.problem.minimum[group] as number;
  }

  /** Everybody placed in these groups of any size. False when one who has to be placed has no place. */
  private openAnySize(wanted: ArrayLike<number>): boolean {
    const { flow, problem } = this;
    flow.state.clear();
    for (const group of this.everywhere) if (wanted[group] === 1) flow.open(group, 0);
    for (let a = 0; a < problem.applications; a++) if (!flow.insert(a)) return false;
    return true;
  }

  private openOnly(wanted: ArrayLike<number>): boolean {
    if (!this.openAnySize(wanted)) return false;
    return this.everywhere.every(
      (group) => wanted[group] !== 1 || this.flow.require(group, this.least(group)),
    );
  }

  /** The running group with the smallest part of the schools it needs and is not held to, or -1. */
  private shortest(): number {
    const { size, least } = this.flow.state;
    let found = -1;
    let smallest = Number.POSITIVE_INFINITY;
    for (const group of this.everywhere) {
      const needed = this.least(group);
      if (needed === least[group] || !this.flow.state.isOpen(group)) continue;
      const part = (size[group] as number) / needed;
      if (part < smallest) [found, smallest] = [group, part];
    }
    return found;
  }

  private decideShort(group: number): void {
    const { flow, kept } = this;
    const { state } = flow;
    if ((state.size[group] as number) >= this.least(group)) {
      flow.require(group, this.least(group));
      return;
    }
    kept.copyFrom(state);
    const ifHeld = flow.require(group, this.least(group)) ? state.total : Number.POSITIVE_INFINITY;
    state.copyFrom(kept);
    if (flow.close(group) && state.total < ifHeld) return;
    state.copyFrom(kept);
    if (!flow.require(group, this.least(group)))
      throw new Error(`Group ${group} can neither run with enough schools nor end.`);
  }

  private keepIfBetter(): void {
    const { state } = this.flow;
    if (state.total < this.best.total) this.best.copyFrom(state);
    else state.copyFrom(this.best);
  }

  /** Takes the first step that helps, of those that could help most, until none does. */
  private descend(region: Int32Array): void {
    while (this.stepsOf(region).some((step) => this.take(step)));
  }

  private take({ open, close }: Step): boolean {
    const { flow, kept } = this;
    kept.copyFrom(flow.state);
    const limit = close < 0 ? kept.total : Number.POSITIVE_INFINITY;
    const opened = open < 0 || flow.open(open, this.least(open), limit);
    if (opened && (close < 0 || flow.close(close, kept.total)) && flow.state.total < kept.total) return true;
    flow.state.copyFrom(kept);
    return false;
  }

  private stepsOf(region: Int32Array): Step[] {
    const { state } = this.flow;
    const worth = (application: number) => state.value(application);
    const opens: Step[] = [];
    const closes: Step[] = [];
    for (const group of region) {
      if (!state.isOpen(group)) {
        const { total }: GroupTerm = this.terms.weigh(group, worth);
        opens.push({ open: group, close: -1, bound: total });
      } else if (this.least(group) > 0) {
        const bound = (state.price[group] as number) * (state.size[group] as number);
        closes.push({ open: -1, close: group, bound });
      }
    }
    const single = [...opens, ...closes].filter(({ bound }) => bound < 0).sort(byBound);
    return [...single, ...swaps(opens, closes).slice(0, SWAPS_TRIED)];
  }

  /** Opens or closes one or two groups of the region, whatever it costs. False when it cannot be done. */
  private kick(region: Int32Array, dice: Dice): boolean {
    const { flow } = this;
    for (let times = 1 + dice.below(2); times > 0; times--) {
      const group = region[dice.below(region.length)] as number;
      if (this.least(group) === 0) continue;
      const done = flow.state.isOpen(group) ? flow.close(group) : flow.open(group, this.least(group));
      if (!done) return false;
    }
    return true;
  }
}

function swaps(opens: readonly Step[], closes: readonly Step[]): Step[] {
  const pairs: Step[] = [];
  for (const { open, bound } of opens)
    for (const { close, bound: other } of closes)
      if (bound + other < 0) pairs.push({ open, close, bound: bound + other });
  return pairs.sort(byBound);
}

function byBound(x: Step, y: Step): number {
  return x.bound - y.bound || x.close - y.close || x.open - y.open;
}
