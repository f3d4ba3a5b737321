export interface StrictWeightInput {
  readonly tier: readonly number[];
  /** The weights that order the tiers where groups have no least size; Infinity for those who have to be placed. */
  readonly given: readonly number[];
  readonly largestCost: number;
  readonly smallestStep: number;
}

/**
 * Waiting weights with which one school of a tier outweighs all of the later tiers together. Linear steps
 * (`waitingWeights`) are not enough where groups have least sizes: there one more group may bring in one school of a high
 * priority and leave out several of a low one. Answers the given weights when sums would not be exact.
 */
export function strictWeights({ tier, given, largestCost, smallestStep }: StrictWeightInput): Float64Array {
  const counts: number[] = [];
  tier.forEach((t, a) => {
    if (Number.isFinite(given[a])) counts[t] = (counts[t] ?? 0) + 1;
  });
  const weights = new Array<number>(counts.length).fill(0);
  let weight = Math.max(tier.length * largestCost + 1, smallestStep);
  let sum = weight;
  for (let t = counts.length - 1; t >= 0; t--) {
    weights[t] = weight;
    sum += (counts[t] ?? 0) * weight;
    weight = sum;
  }
  const isExact = Number.isSafeInteger(4 * sum);
  return Float64Array.from(tier, (t, a) =>
    isExact && Number.isFinite(given[a]) ? (weights[t] ?? 0) : (given[a] ?? 0),
  );
}
