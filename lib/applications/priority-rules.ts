/** Percentages of disadvantaged pupils from which a school is in tier 0, and in tier 1. A guess: no hub publishes its own. */
export const tierShares = { first: 35, second: 20 } as const;

export type Allocation = "disadvantage" | "first_come" | "lottery";
export type Tier = 0 | 1 | 2;

export interface PriorityFacts {
  /** Percentage of pupils, 0 to 100; null when the register does not say. */
  readonly disadvantaged: number | null;
  readonly priorityArea: boolean;
  /** In Targeted Support now. */
  readonly supported: boolean;
}

/**
 * The tier in which an approved application is placed. Under "disadvantage": 0 for a priority area, Targeted Support or a
 * large share of disadvantaged pupils, 1 for a considerable share, 2 otherwise. Under "first come" and "lottery" all stand
 * in one tier, and the time of sending or the draw orders them there. Source of the rule: hubs give priority to a high
 * proportion of disadvantaged children; the shares are ours.
 */
export function tierOf(allocation: Allocation, school: PriorityFacts): Tier {
  if (allocation !== "disadvantage") return 1;
  const share = school.disadvantaged ?? 0;
  if (school.priorityArea || school.supported || share >= tierShares.first) return 0;
  return share >= tierShares.second ? 1 : 2;
}

/** A tier in the hub's words. */
export function sayTier(tier: number): string {
  return ["First priority", "Second priority", "Third priority"][tier] ?? "";
}
