import type { ProbeOptions } from "./forward-search";
import { GroupHeap } from "./heap";
import { type IncomingArcs, incomingArcs } from "./incoming";
import { ABSENT, WAITING } from "./placement";
import type { Problem } from "./problem";
import { SizedState } from "./sized-state";

/**
 * The cheapest placement for a given set of running groups, each of which is held to the schools it needs: optimal after
 * every call that answers true, with prices that prove it. A group that is kept running at its least size has a price of
 * at most 0: what it is paid for a school that would rather be elsewhere.
 *
 * The two searches are those of `forward-search.ts` and `backward-search.ts` with one rule more: a place in a group
 * that is held to its least size is given at a discount and never given back.
 */
export class SizedFlow {
  readonly state: SizedState;
  readonly problem: Problem;
  readonly incoming: IncomingArcs;
  private readonly heap: GroupHeap;
  private readonly viaArc: Int32Array;
  private readonly viaApplication: Int32Array;
  private best = 0;
  private endArc = WAITING;
  private endAt = -1;

  /** Begins with every group closed and everybody waiting; those who have to be placed are absent until `insert`. */
  constructor(problem: Problem) {
    this.problem = problem;
    this.state = new SizedState(problem);
    this.incoming = incomingArcs(problem);
    this.heap = new GroupHeap(problem.groups);
    this.viaArc = new Int32Array(problem.groups);
    this.viaApplication = new Int32Array(problem.groups);
  }

  /**
   * Lets a closed group run with at least `least` schools. False, with the state in disorder, when there are not enough
   * or the total would not stay below `limit`.
   */
  open(group: number, least: number, limit = Number.POSITIVE_INFINITY): boolean {
    this.state.open(group, least, this.priceOfNobody(group, least));
    return this.fill(group, limit);
  }

  /** Holds a running group to at least this many schools. False, with the state in disorder, when there are not enough. */
  require(group: number, least: number): boolean {
    this.state.least[group] = least;
    return this.fill(group);
  }

  /**
   * Ends a group; those in it go elsewhere or wait. False, with the state in disorder, when one has to be placed and
   * cannot, or the total is seen not to stay below `limit`.
   */
  close(group: number, limit = Number.POSITIVE_INFINITY): boolean {
    const { state } = this;
    const out: number[] = [];
    for (let a = state.firstIn[group] as number; a >= 0; a = state.nextIn[a] as number) out.push(a);
    for (const a of out) state.move(a, ABSENT);
    state.close(group);
    const atLeast = out.reduce((sum, a) => sum + this.leastFor(a), state.total);
    return atLeast < limit && out.every((a) => this.insert(a));
  }

  /** Brings in an application that is absent. False when it has to be placed and cannot. */
  insert(application: number): boolean {
    this.begin(this.problem.waitingWeight[application] as number, WAITING, application);
    this.scanOptions(application, 0);
    return this.pushAlongBest();
  }

  /** Takes an application out; its group is filled up again as it needs. False, with the state in disorder, when it cannot be. */
  withdraw(application: number): boolean {
    const group = this.state.groupOf(application);
    this.state.move(application, ABSENT);
    return group < 0 || this.fill(group);
  }

  /** Where an application with these options would come if it arrived now: its group, or -1. Moves nobody. */
  probe(options: ProbeOptions): { readonly group: number } {
    this.begin(options.waitingWeight, WAITING, -1);
    let direct = -1;
    for (let i = 0; i < options.group.length; i++) {
      const group = options.group[i] as number;
      const { ifLast, ifPassed } = this.lengths(group, options.cost[i] as number);
      if (ifLast < this.best) {
        this.end(ifLast, WAITING, -1);
        direct = group;
      }
      if (ifPassed < this.best && this.heap.offer(group, ifPassed)) this.viaApplication[group] = -1;
    }
    this.expand();
    return { group: this.endAt < 0 ? direct : this.rootOfChain() };
  }

  /** The group at which the chain found by a probe begins. */
  private rootOfChain(): number {
    let group = this.state.groupOf(this.endAt);
    for (let by = this.viaApplication[group] as number; by >= 0; by = this.viaApplication[group] as number)
      group = this.state.groupOf(by);
    return group;
  }

  /** What bringing in an absent application costs at least, also when others have come before it: they only raise prices. */
  private leastFor(application: number): number {
    const { firstArc, arcGroup, arcCost, waitingWeight } = this.problem;
    const last = firstArc[application + 1] as number;
    let least = waitingWeight[application] as number;
    for (let arc = firstArc[application] as number; arc < last; arc++) {
      const length = (arcCost[arc] as number) + (this.state.price[arcGroup[arc] as number] as number);
      least = Math.min(least, length);
    }
    return least;
  }

  private expand(): void {
    const { heap } = this;
    while (heap.lowestKey() < this.best) this.scanOccupants(heap.settleLowest());
  }

  private pushAlongBest(): boolean {
    const { state } = this;
    this.expand();
    if (this.best === Number.POSITIVE_INFINITY) return false;
    this.shiftPrices(1);
    let arc = this.endArc;
    let mover = this.endAt;
    while (mover >= 0) {
      const left = state.groupOf(mover);
      state.move(mover, arc);
      if (left < 0) break;
      arc = this.viaArc[left] as number;
      mover = this.viaApplication[left] as number;
    }
    return true;
  }

  private begin(best: number, arc: number, at: number): void {
    this.heap.start();
    this.end(best, arc, at);
  }

  private end(length: number, arc: number, at: number): void {
    this.best = length;
    this.endArc = arc;
    this.endAt = at;
  }

  private scanOccupants(group: number): void {
    const { state, problem, heap } = this;
    const reached = heap.key[group] as number;
    for (let b = state.firstIn[group] as number; b >= 0; b = state.nextIn[b] as number) {
      const base = reached - state.value(b);
      const ifWaits = base + (problem.waitingWeight[b] as number);
      if (ifWaits < this.best) this.end(ifWaits, WAITING, b);
      this.scanOptions(b, base);
    }
  }

  private scanOptions(application: number, base: number): void {
    const { firstArc } = this.problem;
    const last = firstArc[application + 1] as number;
    for (let arc = firstArc[application] as number; arc < last; arc++)
      this.scanOption(application, arc, base);
  }

  private scanOption(application: number, arc: number, base: number): void {
    const { arcGroup, arcCost, capacity } = this.problem;
    const { price, size } = this.state;
    const group = arcGroup[arc] as number;
    const paid = price[group] as number;
    const length = base + (arcCost[arc] as number) + paid;
    if (length >= this.best) return;
    const isFull = size[group] === capacity[group];
    if (!isFull && length - Math.min(0, paid) < this.best)
      this.end(length - Math.min(0, paid), arc, application);
    if ((isFull || paid < 0) && this.heap.offer(group, length)) {
      this.viaArc[group] = arc;
      this.viaApplication[group] = application;
    }
  }

  /** How long a chain is that ends in a group, and one that goes on from there; Infinity where it cannot. */
  private lengths(group: number, cost: number): { ifLast: number; ifPassed: number } {
    const { price, size } = this.state;
    const paid = price[group] as number;
    const isFull = size[group] === this.problem.capacity[group];
    return {
      ifLast: isFull ? Number.POSITIVE_INFINITY : cost + Math.max(0, paid),
      ifPassed: isFull || paid < 0 ? cost + paid : Number.POSITIVE_INFINITY,
    };
  }

  /** The price at which nobody would come to a closed group. */
  private priceOfNobody(group: number, least: number): number {
    const { incoming, problem, state } = this;
    let price = least === 0 ? 0 : Number.NEGATIVE_INFINITY;
    for (let i = incoming.first[group] as number; i < (incoming.first[group + 1] as number); i++) {
      const arc = incoming.arc[i] as number;
      const application = incoming.applicationOfArc[arc] as number;
      if (state.arcOf[application] === ABSENT) continue;
      price = Math.max(price, state.value(application) - (problem.arcCost[arc] as number));
    }
    return price;
  }

  /**
   * Brings schools into a running group: as many as it must have, then all for whom it is worth it. Each costs more than
   * the one before, what its price has fallen to: below 0 the total only rises.
   */
  private fill(group: number, limit = Number.POSITIVE_INFINITY): boolean {
    const { state } = this;
    const { size, least, price } = state;
    const places = this.problem.capacity[group] as number;
    if ((least[group] as number) > places) return false;
    while ((size[group] as number) < (least[group] as number)) {
      if ((price[group] as number) <= 0 && state.total >= limit) return false;
      if (!this.pullInto(group, Number.POSITIVE_INFINITY)) return false;
    }
    while ((price[group] as number) > 0 && (size[group] as number) < places)
      this.pullInto(group, price[group] as number);
    return true;
  }

  /** Brings the cheapest chain into a group, unless leaving it as it is costs no more than `best`. */
  private pullInto(group: number, best: number): boolean {
    const { heap } = this;
    this.begin(best, WAITING, group);
    this.viaArc[group] = -1;
    heap.offer(group, 0);
    while (heap.lowestKey() < this.best) this.scanIncoming(heap.settleLowest());
    if (this.best === Number.POSITIVE_INFINITY) return false;
    this.shiftPrices(-1);
    this.pullAlongChain();
    return true;
  }

  private scanIncoming(group: number): void {
    const { incoming, state, problem, heap } = this;
    const base = (heap.key[group] as number) + (state.price[group] as number);
    for (let i = incoming.first[group] as number; i < (incoming.first[group + 1] as number); i++) {
      const arc = incoming.arc[i] as number;
      const application = incoming.applicationOfArc[arc] as number;
      const now = state.arcOf[application] as number;
      if (now === arc || now === ABSENT) continue;
      const length = base + (problem.arcCost[arc] as number) - state.value(application);
      if (length >= this.best) continue;
      if (now === WAITING) this.end(length, arc, -1);
      else this.offerLeaving(problem.arcGroup[now] as number, length, arc);
    }
  }

  private offerLeaving(group: number, length: number, arc: number): void {
    const { size, least, price } = this.state;
    if (!this.heap.offer(group, length)) return;
    this.viaArc[group] = arc;
    if ((size[group] as number) <= (least[group] as number)) return;
    const ifLeft = length + (price[group] as number);
    if (ifLeft < this.best) this.end(ifLeft, WAITING, group);
  }

  private pullAlongChain(): void {
    const { state, incoming, problem } = this;
    let group = this.endAt;
    if (this.endArc !== WAITING) {
      group = problem.arcGroup[this.endArc] as number;
      state.move(incoming.applicationOfArc[this.endArc] as number, this.endArc);
    }
    for (let arc = this.viaArc[group] as number; arc >= 0; arc = this.viaArc[group] as number) {
      state.move(incoming.applicationOfArc[arc] as number, arc);
      group = problem.arcGroup[arc] as number;
    }
  }

  private shiftPrices(sign: 1 | -1): void {
    const { heap, best, state } = this;
    for (let i = 0; i < heap.settledCount; i++) {
      const group = heap.settled[i] as number;
      state.price[group] = (state.price[group] as number) + sign * (best - (heap.key[group] as number));
    }
  }
}
