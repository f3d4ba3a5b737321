import { GroupHeap } from "./heap";
import { type IncomingArcs, incomingArcs } from "./incoming";
import { ABSENT, type Placement, WAITING } from "./placement";

/**
 * The mirror of the forward search: gives a place that has come free to the cheapest chain of moves into it, which
 * begins with a waiting application or ends with a free place that costs nothing, and lowers the prices. When keeping
 * the place free is as cheap, nobody moves.
 */
export class BackwardSearch {
  private readonly placement: Placement;
  private readonly incoming: IncomingArcs;
  private readonly heap: GroupHeap;
  /** The arc along which somebody leaves a settled group towards the freed place (-1 at the freed place itself). */
  private readonly viaArc: Int32Array;
  private best = 0;
  /** The arc a waiting application comes in on, or WAITING when the chain begins with a group that keeps a free place. */
  private endArc = WAITING;
  private endGroup = -1;

  constructor(placement: Placement) {
    this.placement = placement;
    this.incoming = incomingArcs(placement.problem);
    this.heap = new GroupHeap(placement.problem.groups);
    this.viaArc = new Int32Array(placement.problem.groups);
  }

  /** Fills a free place in `group` while its price is positive. Nothing to do at price 0. */
  pullInto(group: number): void {
    this.heap.start();
    this.end(this.placement.price[group] as number, WAITING, group);
    this.viaArc[group] = -1;
    this.heap.offer(group, 0);
    while (this.heap.lowestKey() < this.best) this.scanIncoming(this.heap.settleLowest());
    this.lowerPrices();
    this.moveAlongChain();
  }

  private scanIncoming(group: number): void {
    const { incoming, placement, heap } = this;
    const { arcCost } = placement.problem;
    const base = (heap.key[group] as number) + (placement.price[group] as number);
    for (let i = incoming.first[group] as number; i < (incoming.first[group + 1] as number); i++) {
      const arc = incoming.arc[i] as number;
      const application = incoming.applicationOfArc[arc] as number;
      const now = placement.arcOf[application] as number;
      if (now === arc || now === ABSENT) continue;
      const length = base + (arcCost[arc] as number) - placement.value(application);
      if (length >= this.best) continue;
      if (now === WAITING) this.end(length, arc, -1);
      else this.offerLeaving(placement.groupOf(application), length, arc);
    }
  }

  private offerLeaving(group: number, length: number, arc: number): void {
    if (!this.heap.offer(group, length)) return;
    this.viaArc[group] = arc;
    const ifKeptFree = length + (this.placement.price[group] as number);
    if (ifKeptFree < this.best) this.end(ifKeptFree, WAITING, group);
  }

  private end(length: number, arc: number, group: number): void {
    this.best = length;
    this.endArc = arc;
    this.endGroup = group;
  }

  private lowerPrices(): void {
    const { heap, best } = this;
    const { price } = this.placement;
    for (let i = 0; i < heap.settledCount; i++) {
      const group = heap.settled[i] as number;
      price[group] = (price[group] as number) - best + (heap.key[group] as number);
    }
  }

  private moveAlongChain(): void {
    const { placement, incoming } = this;
    let group = this.endGroup;
    if (this.endArc !== WAITING) {
      group = placement.problem.arcGroup[this.endArc] as number;
      placement.move(incoming.applicationOfArc[this.endArc] as number, this.endArc);
    }
    for (let arc = this.viaArc[group] as number; arc >= 0; arc = this.viaArc[group] as number) {
      placement.move(incoming.applicationOfArc[arc] as number, arc);
      group = placement.problem.arcGroup[arc] as number;
    }
  }
}
