import type { UnitFlow, UnitNetwork } from "./unit-flow";

export interface UnitCertificate {
  readonly proved: boolean;
  readonly primal: number;
  readonly dual: number;
}

/**
 * Holds a flow and potentials against the network: arcs within their capacity, no unit lost, and a cost that equals what
 * the potentials prove no flow to go below. Recomputes every figure and shares no code with the solver.
 */
export function certifyUnits(network: UnitNetwork, { flow, potential }: UnitFlow): UnitCertificate {
  const balance = new Array<number>(network.nodes).fill(0);
  let primal = 0;
  let dual = 0;
  let isWithin = true;
  for (let arc = 0; arc < network.cost.length; arc++) {
    const [from, to] = [network.from[arc] ?? -1, network.to[arc] ?? -1];
    const [units, cost, capacity] = [flow[arc] ?? -1, network.cost[arc] ?? 0, network.capacity[arc] ?? 0];
    if (units < 0 || units > capacity) isWithin = false;
    balance[from] = (balance[from] ?? 0) - units;
    balance[to] = (balance[to] ?? 0) + units;
    primal += units * cost;
    dual += capacity * Math.min(0, cost + (potential[from] ?? 0) - (potential[to] ?? 0));
  }
  for (const source of Array.from(network.sources)) {
    balance[source] = (balance[source] ?? 0) + 1;
    dual += (potential[network.sink] ?? 0) - (potential[source] ?? 0);
  }
  const arrived = balance[network.sink] === network.sources.length;
  const isWhole = arrived && balance.every((units, node) => units === 0 || node === network.sink);
  return { proved: isWithin && isWhole && primal === dual && Number.isSafeInteger(primal), primal, dual };
}
