import { GroupTerms } from "./group-terms";
import type { IncomingArcs } from "./incoming";
import type { SizedProblem } from "./sized-problem";

/** What is known before the bound is raised. */
export interface KnownPlacement {
  /** Cost of the best placement known, in points. */
  readonly cost: number;
  /** How many wait in it, by tier. Only placements in which no tier has more waiting are bounded. */
  readonly waiting: readonly number[];
  /** What each application is worth in it: its dual value. */
  readonly worth: Float64Array;
}

/** No placement with groups of enough schools and no more waiting costs less than `bound`, as these worths prove. */
export interface WorthBound {
  readonly bound: number;
  readonly worth: Float64Array;
}

const ROUNDS = 400;
const PATIENCE = 12;
const MOMENTUM = 0.6;

/**
 * Raises the bound that worths give (see `GroupTerms`) by subgradient steps: an application that several groups would
 * take is worth less than thought, one that none takes is worth more. Those who may wait share one worth of waiting for
 * their tier, which is raised while too many would wait. Ends when no cheaper placement can exist or steps no longer
 * help.
 */
export function raiseWorthBound(
  problem: SizedProblem,
  incoming: IncomingArcs,
  known: KnownPlacement,
): WorthBound {
  return new Ascent(problem, incoming, known).run();
}

class Ascent {
  private readonly problem: SizedProblem;
  private readonly known: KnownPlacement;
  private readonly terms: GroupTerms;
  private worth: Float64Array;
  private ofWaiting: Float64Array;
  /** How many times too few or too often each application, and each tier's waiting, is taken. */
  private readonly lack: Float64Array;
  private readonly lackOfWaiting: Float64Array;
  private readonly heading: Float64Array;
  private readonly headingOfWaiting: Float64Array;
  private best: { bound: number; worth: Float64Array; ofWaiting: Float64Array };

  constructor(problem: SizedProblem, incoming: IncomingArcs, known: KnownPlacement) {
    this.problem = problem;
    this.known = known;
    this.terms = new GroupTerms(problem, incoming);
    const dear = 2 * problem.arcCost.reduce((most, cost) => Math.max(most, cost), 0);
    this.ofWaiting = Float64Array.from(known.waiting, (waiting) =>
      waiting > 0 ? dear : Number.POSITIVE_INFINITY,
    );
    this.worth = known.worth.map((worth) => Math.max(-dear, Math.min(worth, dear)));
    this.lack = new Float64Array(problem.applications);
    this.heading = new Float64Array(problem.applications);
    this.lackOfWaiting = new Float64Array(known.waiting.length);
    this.headingOfWaiting = new Float64Array(known.waiting.length);
    this.best = {
      bound: Number.NEGATIVE_INFINITY,
      worth: this.worth.slice(),
      ofWaiting: this.ofWaiting.slice(),
    };
  }

  run(): WorthBound {
    let stride = 0.5;
    let idle = 0;
    for (let round = 0; round < ROUNDS && !this.isProved(); round++) {
      const bound = this.weighAll();
      const gained = bound - this.best.bound;
      if (gained > 0) this.best = { bound, worth: this.worth.slice(), ofWaiting: this.ofWaiting.slice() };
      idle = gained > 0.002 * (this.known.cost - bound) ? 0 : idle + 1;
      if (idle < PATIENCE) {
        if (!this.step(stride * (this.known.cost - bound))) break;
        continue;
      }
      idle = 0;
      stride /= 1.6;
      if (stride < 0.001) break;
      this.goBack();
    }
    return { bound: this.best.bound, worth: this.best.worth };
  }

  /** Costs are whole numbers: nothing is cheaper than known when the bound is less than one point below it. */
  private isProved(): boolean {
    return this.best.bound > this.known.cost - 1 + 1e-6;
  }

  private weighAll(): number {
    const { problem, worth, lack, terms, known, ofWaiting } = this;
    const worthOf = (application: number) => worth[application] as number;
    lack.fill(1);
    let bound = worth.reduce((sum, points) => sum + points, 0);
    for (let group = 0; group < problem.groups; group++) {
      const { total, taken } = terms.weigh(group, worthOf);
      if (total >= 0) continue;
      bound += total;
      for (let i = 0; i < taken; i++) {
        const application = terms.applicationOf(terms.arcs[i] as number);
        lack[application] = (lack[application] as number) - 1;
      }
    }
    known.waiting.forEach((waiting, tier) => {
      this.lackOfWaiting[tier] = -waiting;
      if (waiting > 0) bound -= waiting * (ofWaiting[tier] as number);
    });
    this.letWait();
    return bound;
  }

  /** Whoever no group takes at the worth of waiting waits. */
  private letWait(): void {
    const { problem, worth, lack, lackOfWaiting, ofWaiting } = this;
    for (let a = 0; a < problem.applications; a++) {
      const tier = problem.tier[a] as number;
      if ((lack[a] as number) <= 0 || (worth[a] as number) < (ofWaiting[tier] as number)) continue;
      lackOfWaiting[tier] = (lackOfWaiting[tier] as number) + 1;
      lack[a] = 0;
    }
  }

  /** False when nothing is lacking: the bound is reached by a placement. */
  private step(length: number): boolean {
    const { problem, worth, ofWaiting, known } = this;
    const squares = follow(this.heading, this.lack) + follow(this.headingOfWaiting, this.lackOfWaiting);
    if (squares === 0) return false;
    const factor = length / squares;
    known.waiting.forEach((waiting, tier) => {
      if (waiting === 0) return;
      ofWaiting[tier] = Math.max(
        0,
        (ofWaiting[tier] as number) + factor * (this.headingOfWaiting[tier] as number),
      );
    });
    for (let a = 0; a < problem.applications; a++) {
      const most = ofWaiting[problem.tier[a] as number] as number;
      worth[a] = Math.min(most, (worth[a] as number) + factor * (this.heading[a] as number));
    }
    return true;
  }

  private goBack(): void {
    this.worth = this.best.worth.slice();
    this.ofWaiting = this.best.ofWaiting.slice();
    this.heading.fill(0);
    this.headingOfWaiting.fill(0);
  }
}

/** Turns the heading towards what is lacking; answers the square of its length. */
function follow(heading: Float64Array, lack: Float64Array): number {
  let squares = 0;
  for (let i = 0; i < heading.length; i++) {
    const value = (lack[i] as number) + MOMENTUM * (heading[i] as number);
    heading[i] = value;
    squares += value * value;
  }
  return squares;
}
