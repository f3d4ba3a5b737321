import { BackwardSearch } from "./backward-search";
import { ForwardSearch } from "./forward-search";
import { ABSENT, Placement, WAITING } from "./placement";
import type { Problem } from "./problem";

/**
 * A placement that is optimal after every call: least sum of waiting weights and costs over the applications that are
 * present, with prices that prove it (model.md sections 2.3 and 4). Begins with nobody present.
 */
export class Flow {
  readonly placement: Placement;
  private readonly forward: ForwardSearch;
  private backward: BackwardSearch | undefined;

  /** Takes over `placement`, which has to be optimal at its prices; a fresh empty one is. */
  constructor(placement: Placement) {
    this.placement = placement;
    this.forward = new ForwardSearch(placement);
  }

  /** Brings in an application that is absent. Throws when one that must be placed cannot be. */
  insert(application: number): void {
    if (this.placement.arcOf[application] !== ABSENT)
      throw new Error(`Application ${application} is present already.`);
    this.forward.insert(application);
  }

  /** Takes an application out; the place it leaves goes to whom the objective says. */
  withdraw(application: number): void {
    const group = this.placement.groupOf(application);
    this.placement.move(application, ABSENT);
    if (group >= 0) this.pullInto(group);
  }

  addPlace(group: number): void {
    this.placement.resize(group, 1);
    this.pullInto(group);
  }

  /** Takes one place away; an occupant who loses it moves or waits as the objective says. */
  removePlace(group: number): void {
    const { capacity, room } = this.placement;
    if (capacity[group] === 0) throw new Error(`Group ${group} has no place to take away.`);
    this.placement.resize(group, -1);
    if ((room[group] as number) < 0) this.forward.pushOut(group);
  }

  /** The same placement, to try something out on. */
  copy(): Flow {
    return new Flow(this.placement.copy());
  }

  private pullInto(group: number): void {
    if (this.placement.price[group] === 0) return;
    this.backward ??= new BackwardSearch(this.placement);
    this.backward.pullInto(group);
  }
}

/** Places everybody. The result is optimal but not yet the canonical one among equals: see `canonical.ts`. */
export function solveFlow(problem: Problem): Flow {
  const flow = new Flow(new Placement(problem));
  for (let application = 0; application < problem.applications; application++) flow.insert(application);
  return flow;
}

/** The sum of waiting weights and arc costs of those present, in points. */
export function objective({ problem, arcOf }: Placement): number {
  let total = 0;
  for (let a = 0; a < problem.applications; a++) {
    const arc = arcOf[a] as number;
    if (arc === WAITING) total += problem.waitingWeight[a] as number;
    else if (arc >= 0) total += problem.arcCost[arc] as number;
  }
  return total;
}
