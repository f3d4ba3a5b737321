import { GroupHeap } from "./heap";
import { ABSENT, type Placement, WAITING } from "./placement";

/**
 * Lowers the prices to the least that still prove the placement. Optimal prices are not unique, but their minimum is,
 * and it does not depend on which optimal placement it is computed from; it is what one more place in the group would
 * be worth. One multi-source Dijkstra over reduced costs: how far every price can fall before somebody waiting would
 * come in, somebody elsewhere would come over, or the price would be negative.
 */
export function lowerToMinimalPrices(placement: Placement): void {
  const slack = slackOfPrices(placement);
  for (let group = 0; group < slack.length; group++) {
    placement.price[group] = (placement.price[group] as number) - (slack[group] as number);
  }
}

function slackOfPrices(placement: Placement): Float64Array {
  const { problem, price, firstIn, nextIn } = placement;
  const heap = new GroupHeap(problem.groups);
  heap.start();
  for (let group = 0; group < problem.groups; group++) heap.offer(group, price[group] as number);
  for (let a = 0; a < problem.applications; a++) {
    if (placement.arcOf[a] === WAITING) offerOptions(placement, heap, a, 0);
  }
  for (let left = problem.groups; left > 0; left--) {
    const group = heap.settleLowest();
    const reached = heap.key[group] as number;
    for (let b = firstIn[group] as number; b >= 0; b = nextIn[b] as number)
      offerOptions(placement, heap, b, reached);
  }
  return heap.key;
}

function offerOptions(placement: Placement, heap: GroupHeap, application: number, reached: number): void {
  const { firstArc, arcGroup, arcCost } = placement.problem;
  const base = reached - placement.value(application);
  for (let arc = firstArc[application] as number; arc < (firstArc[application + 1] as number); arc++) {
    const group = arcGroup[arc] as number;
    heap.offer(group, base + (arcCost[arc] as number) + (placement.price[group] as number));
  }
}

/**
 * What waiting or being placed elsewhere keeps from an application: for each of its arcs, cost plus price less what it
 * pays now. Zero on every arc that some optimal placement may use, never negative at optimal prices.
 */
export function reducedCost(placement: Placement, application: number, arc: number): number {
  if (placement.arcOf[application] === ABSENT) throw new Error(`Application ${application} is absent.`);
  const { arcCost, arcGroup } = placement.problem;
  return (
    (arcCost[arc] as number) +
    (placement.price[arcGroup[arc] as number] as number) -
    placement.value(application)
  );
}
