export interface WeightInput {
  /** 0 is placed before 1, 1 before 2, and so on. */
  readonly tier: ArrayLike<number>;
  /** One more than the largest tier that may occur. */
  readonly tiers: number;
  /** The largest cost of any pair, in points. */
  readonly largestCost: number;
}

/**
 * What it costs to leave each application waiting, so that the least total is lexicographic: fewest waiting in tier 0,
 * then in tier 1, …, then least cost. Gaps that grow linearly are enough (model.md section 2.3 proves it): any
 * exchange changes who waits by at most one each way, and one step of the gap is more than all costs together.
 */
export function waitingWeights({ tier, tiers, largestCost }: WeightInput): Float64Array {
  const step = tier.length * largestCost + 1;
  return Float64Array.from(tier, (t) => (tiers + 1 - t) * step);
}
