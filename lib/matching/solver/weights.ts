export interface WeightInput {
  /** 0 is placed before 1, 1 before 2, and so on. */
  readonly tier: ArrayLike<number>;
  /** One more than the largest tier that may occur. */
  readonly tiers: number;
  /** The largest cost of any pair, in points. */
  readonly largestCost: number;
  /** A step is at least this, so that a place is worth something known in a small problem too. Points; 0 when not given. */
  readonly smallestStep?: number;
}

/**
 * What it costs to leave each application waiting, so that the least total is lexicographic: fewest waiting in tier 0,
 * then in tier 1, …, then least cost. Gaps that grow linearly are enough (model.md section 2.3 proves it): any
 * exchange changes who waits by at most one each way, and one step of the gap is more than all costs together.
 */
export function waitingWeights({ tier, tiers, largestCost, smallestStep = 0 }: WeightInput): Float64Array {
  const step = Math.max(tier.length * largestCost + 1, smallestStep);
  return Float64Array.from(tier, (t) => (tiers + 1 - t) * step);
}
