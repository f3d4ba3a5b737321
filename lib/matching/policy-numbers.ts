/**
 * What makes one group dearer than another for a school, in points: 10 points = 1 km of straight-line travel
 * (model.md section 2.2). A run keeps the numbers it was computed with.
 */
export interface PolicyNumbers {
  /** The distance in kilometres from which every further kilometre costs more than the one before. */
  readonly longTravelFromKm: number;
  /** Long travel costs (tenths of a kilometre beyond that distance)² divided by this, rounded down. */
  readonly longTravelDivisor: number;
  readonly notPreferredDay: number;
  readonly otherMode: number;
  readonly neighbourHub: number;
  /** Last year's lead leads another group or none. */
  readonly previousLead: number;
  /** A school that has a confirmed place would move to another group: what it has to be worth (model.md section 2.3). */
  readonly move: number;
}

export const POLICY_NUMBERS: PolicyNumbers = {
  longTravelFromKm: 20,
  longTravelDivisor: 400,
  notPreferredDay: 60,
  otherMode: 80,
  neighbourHub: 150,
  previousLead: 100,
  move: 20_000,
};

/** The numbers that a run keeps, read back. */
export function asPolicyNumbers(kept: Readonly<Record<string, number>>): PolicyNumbers {
  return { ...POLICY_NUMBERS, ...kept };
}
