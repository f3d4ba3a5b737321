import { GroupHeap } from "./heap";
import { type Placement, WAITING } from "./placement";

/** What an application could take: groups with costs in points, and what its waiting would cost. */
export interface ProbeOptions {
  readonly group: ArrayLike<number>;
  readonly cost: ArrayLike<number>;
  readonly waitingWeight: number;
}

/**
 * Pushes one more application into an optimal placement, or one out of a group that lost a place, by the cheapest
 * chain of moves: Dijkstra's algorithm over groups with reduced costs (model.md sections 0 and 4). Occupants are
 * scanned when their group is settled and are no nodes of their own. Placement and prices are optimal again after
 * each call.
 */
export class ForwardSearch {
  private readonly placement: Placement;
  private readonly heap: GroupHeap;
  /** How the search came to a group: the arc, and the application that would move along it (-1 at a root). */
  private readonly viaArc: Int32Array;
  private readonly viaApplication: Int32Array;
  private best = 0;
  private endArc = WAITING;
  private endApplication = -1;

  constructor(placement: Placement) {
    this.placement = placement;
    this.heap = new GroupHeap(placement.problem.groups);
    this.viaArc = new Int32Array(placement.problem.groups);
    this.viaApplication = new Int32Array(placement.problem.groups);
  }

  /** Brings in an absent application; the same or another one waits when there is no place. */
  insert(application: number): void {
    this.begin(this.placement.problem.waitingWeight[application] as number, application);
    this.scanOptions(application, 0);
    this.search();
  }

  /**
   * Where an application with these options would come if it arrived now, without moving anybody: its group, or -1
   * when it would wait. The answer is the one `insert` would act on.
   */
  probe(options: ProbeOptions): { readonly group: number; readonly length: number } {
    this.begin(options.waitingWeight, -1);
    let direct = -1;
    for (let i = 0; i < options.group.length; i++) {
      const group = options.group[i] as number;
      const length = (options.cost[i] as number) + (this.placement.price[group] as number);
      if (length >= this.best) continue;
      if ((this.placement.room[group] as number) > 0) {
        this.end(length, WAITING, -1);
        direct = group;
      } else if (this.heap.offer(group, length)) this.viaApplication[group] = -1;
    }
    this.expand();
    return { group: this.endApplication < 0 ? direct : this.rootOfChain(), length: this.best };
  }

  /** Moves one occupant out of a group that has one more than it has places. */
  pushOut(group: number): void {
    this.begin(Number.POSITIVE_INFINITY, -1);
    this.viaApplication[group] = -1;
    this.heap.offer(group, 0);
    this.search();
  }

  /**
   * The least by which the total rises, beyond the reduced cost of the step itself, when somebody from `to` takes a
   * place in `from` and its occupants make way: to the place left in `to`, a free place, or waiting. Infinity when none
   * of them can. Needs minimal prices, at which leaving a place costs nothing more. Moves nobody.
   */
  detour(from: number, to: number): number {
    this.begin(Number.POSITIVE_INFINITY, -1);
    this.viaApplication[from] = -1;
    this.heap.offer(from, 0);
    while (this.heap.lowestKey() < this.best) {
      const group = this.heap.settleLowest();
      if (group === to) return this.heap.key[to] as number;
      this.scanOccupants(group);
    }
    return this.best;
  }

  private begin(best: number, application: number): void {
    this.heap.start();
    this.best = best;
    this.endArc = WAITING;
    this.endApplication = application;
  }

  private expand(): void {
    const { heap } = this;
    while (heap.lowestKey() < this.best) this.scanOccupants(heap.settleLowest());
  }

  private search(): void {
    this.expand();
    if (this.best === Number.POSITIVE_INFINITY)
      throw new Error("An application that must be placed has no place.");
    this.raisePrices();
    this.moveAlongChain();
  }

  private scanOccupants(group: number): void {
    const { placement, heap } = this;
    const { waitingWeight } = placement.problem;
    const reached = heap.key[group] as number;
    for (let b = placement.firstIn[group] as number; b >= 0; b = placement.nextIn[b] as number) {
      const base = reached - placement.value(b);
      const ifWaits = base + (waitingWeight[b] as number);
      if (ifWaits < this.best) this.end(ifWaits, WAITING, b);
      this.scanOptions(b, base);
    }
  }

  /** Offers every group the application could move to; `base` is the length of the chain up to this move. */
  private scanOptions(application: number, base: number): void {
    const { firstArc, arcGroup, arcCost } = this.placement.problem;
    const { price, room } = this.placement;
    const last = firstArc[application + 1] as number;
    for (let arc = firstArc[application] as number; arc < last; arc++) {
      const group = arcGroup[arc] as number;
      const length = base + (arcCost[arc] as number) + (price[group] as number);
      if (length >= this.best) continue;
      if ((room[group] as number) > 0) this.end(length, arc, application);
      else if (this.heap.offer(group, length)) {
        this.viaArc[group] = arc;
        this.viaApplication[group] = application;
      }
    }
  }

  private end(length: number, arc: number, application: number): void {
    this.best = length;
    this.endArc = arc;
    this.endApplication = application;
  }

  private raisePrices(): void {
    const { heap, best } = this;
    const { price } = this.placement;
    for (let i = 0; i < heap.settledCount; i++) {
      const group = heap.settled[i] as number;
      price[group] = (price[group] as number) + best - (heap.key[group] as number);
    }
  }

  /** The group at which the chain found by a probe begins. */
  private rootOfChain(): number {
    let group = this.placement.groupOf(this.endApplication);
    for (let by = this.viaApplication[group] as number; by >= 0; by = this.viaApplication[group] as number) {
      group = this.placement.groupOf(by);
    }
    return group;
  }

  private moveAlongChain(): void {
    let arc = this.endArc;
    let application = this.endApplication;
    while (application >= 0) {
      const left = this.placement.groupOf(application);
      this.placement.move(application, arc);
      if (left < 0) return;
      arc = this.viaArc[left] as number;
      application = this.viaApplication[left] as number;
    }
  }
}
