import { GroupHeap } from "./heap";
import { type Rows, rowsByKey } from "./rows";

/**
 * Units that each go from their source to the sink along arcs with capacities and costs. Costs are whole points, not
 * negative. Every source reaches the sink, if need be along a dear arc of its own that stands for going without.
 */
export interface UnitNetwork {
  readonly nodes: number;
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
  readonly capacity: ArrayLike<number>;
  readonly cost: ArrayLike<number>;
  /** The node at which each unit begins. */
  readonly sources: ArrayLike<number>;
  readonly sink: number;
}

export interface UnitFlow {
  /** Units on each arc. */
  readonly flow: Int32Array;
  /** Dual values of the nodes, by which `certifyUnits` proves that no flow costs less. */
  readonly potential: Float64Array;
}

/** Sends the units one after the other, each along the cheapest way that is left, with others making way. */
export function solveUnitFlow(network: UnitNetwork): UnitFlow {
  const search = new UnitSearch(network);
  for (let unit = 0; unit < network.sources.length; unit++) search.send(network.sources[unit] as number);
  return { flow: search.flow, potential: search.potential };
}

class UnitSearch {
  readonly flow: Int32Array;
  readonly potential: Float64Array;
  private readonly network: UnitNetwork;
  private readonly leaving: Rows;
  private readonly entering: Rows;
  private readonly heap: GroupHeap;
  /** The arc by which a node was reached: its number, or its complement when against its direction. */
  private readonly via: Int32Array;

  constructor(network: UnitNetwork) {
    this.network = network;
    this.flow = new Int32Array(network.cost.length);
    this.potential = new Float64Array(network.nodes);
    this.leaving = rowsByKey(network.nodes, network.from);
    this.entering = rowsByKey(network.nodes, network.to);
    this.heap = new GroupHeap(network.nodes);
    this.via = new Int32Array(network.nodes);
  }

  send(source: number): void {
    const { heap, network } = this;
    heap.start();
    heap.offer(source, 0);
    for (let node = heap.settleLowest(); node !== network.sink; node = heap.settleLowest()) {
      this.scan(node);
      if (heap.lowestKey() === Number.POSITIVE_INFINITY)
        throw new Error(`Source ${source} has no way to the sink.`);
    }
    this.lowerPotentials(heap.key[network.sink] as number);
    this.pushBack(source);
  }

  private scan(node: number): void {
    const { leaving, entering, flow } = this;
    const { from, to, capacity, cost } = this.network;
    const base = (this.heap.key[node] as number) + (this.potential[node] as number);
    for (let i = leaving.first[node] as number; i < (leaving.first[node + 1] as number); i++) {
      const arc = leaving.item[i] as number;
      if ((flow[arc] as number) < (capacity[arc] as number))
        this.offer(to[arc] as number, base + (cost[arc] as number), arc);
    }
    for (let i = entering.first[node] as number; i < (entering.first[node + 1] as number); i++) {
      const arc = entering.item[i] as number;
      if ((flow[arc] as number) > 0) this.offer(from[arc] as number, base - (cost[arc] as number), ~arc);
    }
  }

  private offer(node: number, length: number, via: number): void {
    if (this.heap.offer(node, length - (this.potential[node] as number))) this.via[node] = via;
  }

  private lowerPotentials(distance: number): void {
    const { heap, potential } = this;
    for (let i = 0; i < heap.settledCount; i++) {
      const node = heap.settled[i] as number;
      potential[node] = (potential[node] as number) + (heap.key[node] as number) - distance;
    }
  }

  private pushBack(source: number): void {
    const { flow, network, via } = this;
    for (let node = network.sink; node !== source; ) {
      const by = via[node] as number;
      const arc = by < 0 ? ~by : by;
      flow[arc] = (flow[arc] as number) + (by < 0 ? -1 : 1);
      node = (by < 0 ? network.to[arc] : network.from[arc]) as number;
    }
  }
}
