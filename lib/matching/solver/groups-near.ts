import type { IncomingArcs } from "./incoming";
import type { Problem } from "./problem";

/** A group and those it shares the most applications with, at most so many, itself first. */
export function groupsNear(
  problem: Problem,
  incoming: IncomingArcs,
  group: number,
  most: number,
): Int32Array {
  const { firstArc, arcGroup } = problem;
  const shared = new Map<number, number>();
  for (let i = incoming.first[group] as number; i < (incoming.first[group + 1] as number); i++) {
    const a = incoming.applicationOfArc[incoming.arc[i] as number] as number;
    for (let arc = firstArc[a] as number; arc < (firstArc[a + 1] as number); arc++) {
      const other = arcGroup[arc] as number;
      if (other !== group) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
  }
  const others = [...shared].sort(([g, n], [h, m]) => m - n || g - h).slice(0, most - 1);
  return Int32Array.from([group, ...others.map(([other]) => other)]);
}
