import type { Problem } from "./problem";

/** A placement problem whose groups run with enough schools or not at all (model.md section 2.4). */
export interface SizedProblem extends Problem {
  /** Schools a group needs to run. 0: it runs whatever comes, as a group that has started or that a hub holds open does. */
  readonly minimum: Int32Array;
  /** Priority of every application, 0 first. */
  readonly tier: ArrayLike<number>;
  /** One more than the largest tier that may occur. */
  readonly tiers: number;
}
