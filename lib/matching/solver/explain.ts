import type { ForwardSearch } from "./forward-search";
import { type Placement, WAITING } from "./placement";
import { reducedCost } from "./prices";

/**
 * Why an application waits: all groups it could come into through its own options and, step by step, through the other
 * options of those who are there. When `free` is 0 and `worstTier` is not above the application's own tier, no
 * rearrangement places it without leaving out somebody of the same or a higher priority (invariant I6).
 */
export interface Closure {
  readonly groups: readonly number[];
  /** Places in these groups, in schools. */
  readonly places: number;
  readonly free: number;
  /** The largest tier (lowest priority) among those placed there; -1 when nobody is. */
  readonly worstTier: number;
}

export function closureOf(placement: Placement, application: number, tier: ArrayLike<number>): Closure {
  const reached = new Set<number>();
  addOptions(placement, application, reached);
  let [places, free, worstTier] = [0, 0, -1];
  for (const group of reached) {
    places += placement.capacity[group] as number;
    free += placement.room[group] as number;
    for (let b = placement.firstIn[group] as number; b >= 0; b = placement.nextIn[b] as number) {
      worstTier = Math.max(worstTier, tier[b] as number);
      addOptions(placement, b, reached);
    }
  }
  return { groups: [...reached].sort((x, y) => x - y), places, free, worstTier };
}

function addOptions({ problem }: Placement, application: number, reached: Set<number>): void {
  const last = problem.firstArc[application + 1] as number;
  for (let arc = problem.firstArc[application] as number; arc < last; arc++)
    reached.add(problem.arcGroup[arc] as number);
}

/**
 * How far a waiting application is from a place, in points: its cheapest option at today's prices less what its waiting
 * costs. Infinity when it has no option.
 */
export function distanceFromPlace(placement: Placement, application: number): number {
  const { problem } = placement;
  let least = Number.POSITIVE_INFINITY;
  for (
    let arc = problem.firstArc[application] as number;
    arc < (problem.firstArc[application + 1] as number);
    arc++
  ) {
    least = Math.min(least, reducedCost(placement, application, arc));
  }
  return least;
}

/**
 * Positions on the waiting lists: for every waiting application its rank among those waiting who could take a place in
 * its closure, ordered by `distanceFromPlace` and then by index. 0 for everybody else.
 */
export function waitingPositions(placement: Placement, closures: ReadonlyMap<number, Closure>): Int32Array {
  const waiting = [...closures.keys()].filter((a) => placement.arcOf[a] === WAITING);
  const distance = new Map(waiting.map((a) => [a, distanceFromPlace(placement, a)] as const));
  const before = (x: number, y: number) => (distance.get(x) ?? 0) - (distance.get(y) ?? 0) || x - y;
  const candidates = candidatesByGroup(placement, waiting);
  const position = new Int32Array(placement.problem.applications);
  for (const a of waiting) {
    const rivals = new Set<number>();
    for (const group of closures.get(a)?.groups ?? [])
      for (const b of candidates.get(group) ?? []) rivals.add(b);
    let ahead = 0;
    for (const b of rivals) if (before(b, a) < 0) ahead++;
    position[a] = ahead + 1;
  }
  return position;
}

function candidatesByGroup({ problem }: Placement, waiting: readonly number[]): Map<number, number[]> {
  const byGroup = new Map<number, number[]>();
  for (const a of waiting) {
    for (let arc = problem.firstArc[a] as number; arc < (problem.firstArc[a + 1] as number); arc++) {
      const group = problem.arcGroup[arc] as number;
      const there = byGroup.get(group);
      if (there) there.push(a);
      else byGroup.set(group, [a]);
    }
  }
  return byGroup;
}

/** A group an application would find cheaper than the one it has, and what taking it would cost everybody together. */
export interface PassedOver {
  readonly group: number;
  /** Points the application itself would save. */
  readonly saving: number;
  /** Exactly how many points the total would rise by; Infinity when nobody there can make way. */
  readonly loss: number;
}

/** The groups, without a place from the start or not, that are cheaper for a placed application, cheapest first. Needs minimal prices. */
export function passedOver(placement: Placement, search: ForwardSearch, application: number): PassedOver[] {
  const { problem } = placement;
  const own = placement.arcOf[application] as number;
  if (own < 0) return [];
  const ownGroup = problem.arcGroup[own] as number;
  const cheaper: PassedOver[] = [];
  for (
    let arc = problem.firstArc[application] as number;
    arc < (problem.firstArc[application + 1] as number);
    arc++
  ) {
    const saving = (problem.arcCost[own] as number) - (problem.arcCost[arc] as number);
    const group = problem.arcGroup[arc] as number;
    if (saving <= 0) continue;
    const loss =
      placement.capacity[group] === 0
        ? Number.POSITIVE_INFINITY
        : reducedCost(placement, application, arc) + search.detour(group, ownGroup);
    cheaper.push({ group, saving, loss });
  }
  return cheaper.sort((x, y) => y.saving - x.saving || x.group - y.group);
}
