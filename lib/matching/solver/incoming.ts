import type { Problem } from "./problem";
import { rowsByKey } from "./rows";

/** The arcs seen from the groups: those into group g are arc[first[g]] … arc[first[g+1]-1]. */
export interface IncomingArcs {
  readonly first: Int32Array;
  readonly arc: Int32Array;
  /** For every arc of the problem, the application it belongs to. */
  readonly applicationOfArc: Int32Array;
}

export function incomingArcs({ applications, groups, firstArc, arcGroup }: Problem): IncomingArcs {
  const { first, item } = rowsByKey(groups, arcGroup);
  const applicationOfArc = new Int32Array(arcGroup.length);
  for (let a = 0; a < applications; a++) applicationOfArc.fill(a, firstArc[a], firstArc[a + 1]);
  return { first, arc: item, applicationOfArc };
}
