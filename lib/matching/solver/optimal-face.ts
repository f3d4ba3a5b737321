import { type Placement, WAITING } from "./placement";
import { reducedCost } from "./prices";
import { rowsByKey } from "./rows";
import { strongComponents } from "./strong-components";

/**
 * All that optimal placements may differ in, seen from one of them. An application may take exactly its tight options
 * (reduced cost 0); a group with a positive price stays full. Nodes are the groups and, after them, one node for
 * waiting and for free places: a free place in a group of price 0 counts as a unit that may go to that node and back.
 */
export interface OptimalFace {
  /** The options of application a are arc[first[a]] … arc[first[a+1]-1], the preferred one first; WAITING comes last. */
  readonly first: Int32Array;
  readonly arc: Int32Array;
  /** Strong component of every node. An optimal placement only ever differs inside a component. */
  readonly component: Int32Array;
}

/** Preferred: the smaller cost, then the smaller group index; an application rather is placed than waits. */
export function optimalFace(placement: Placement): OptimalFace {
  const { first, arc } = tightOptions(placement);
  return { first, arc, component: componentsOf(placement, first, arc) };
}

function tightOptions(placement: Placement): { first: Int32Array; arc: Int32Array } {
  const { problem, arcOf } = placement;
  const first = new Int32Array(problem.applications + 1);
  const options = new Int32Array(problem.arcGroup.length + problem.applications);
  let count = 0;
  for (let a = 0; a < problem.applications; a++) {
    first[a] = count;
    if ((arcOf[a] as number) < WAITING) continue;
    for (let arc = problem.firstArc[a] as number; arc < (problem.firstArc[a + 1] as number); arc++) {
      if (reducedCost(placement, a, arc) === 0) options[count++] = arc;
    }
    sortByPreference(placement, options, first[a] as number, count);
    if (placement.value(a) === problem.waitingWeight[a]) options[count++] = WAITING;
  }
  first[problem.applications] = count;
  return { first, arc: options.slice(0, count) };
}

/** Insertion sort of a stretch of arcs; it rarely has more than three. */
function sortByPreference({ problem }: Placement, arcs: Int32Array, from: number, to: number): void {
  const { arcCost, arcGroup } = problem;
  const before = (x: number, y: number) =>
    (arcCost[x] as number) - (arcCost[y] as number) || (arcGroup[x] as number) - (arcGroup[y] as number);
  for (let i = from + 1; i < to; i++) {
    const arc = arcs[i] as number;
    let at = i;
    for (; at > from && before(arcs[at - 1] as number, arc) > 0; at--) arcs[at] = arcs[at - 1] as number;
    arcs[at] = arc;
  }
}

function componentsOf(placement: Placement, first: Int32Array, options: Int32Array): Int32Array {
  const { problem, price, room } = placement;
  const elsewhere = problem.groups;
  const from: number[] = [];
  const to: number[] = [];
  const add = (source: number, target: number) => {
    from.push(source);
    to.push(target);
  };
  for (let a = 0; a < problem.applications; a++) {
    const now = placement.arcOf[a] as number;
    for (let i = first[a] as number; i < (first[a + 1] as number); i++) {
      if (options[i] !== now) add(nodeOfArc(placement, now), nodeOfArc(placement, options[i] as number));
    }
  }
  for (let group = 0; group < problem.groups; group++) {
    if (price[group] === 0) add(elsewhere, group);
    if ((room[group] as number) > 0) add(group, elsewhere);
  }
  const rows = rowsByKey(problem.groups + 1, from);
  return strongComponents({ first: rows.first, target: rows.item.map((edge) => to[edge] as number) });
}

/** The node an option leads to: its group, or the node after the groups for WAITING. */
export function nodeOfArc({ problem }: Placement, arc: number): number {
  return arc < 0 ? problem.groups : (problem.arcGroup[arc] as number);
}
