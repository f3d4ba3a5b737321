import { type Application, type FilePairs, type Group, type Option, push } from "./file-pairs";

/** Who is where among the schools of an offer. */
export interface Placed {
  readonly applications: readonly Application[];
  /** Groups that run, by id. */
  readonly running: ReadonlySet<number>;
  /** The group of each application, by id; -1 where it waits. */
  readonly groupOf: ReadonlyMap<number, number>;
}

interface Step {
  readonly application: Application;
  readonly option: Option;
}

/** What a placement comes to, the smaller the better: those that wait by tier, then points. */
export type Worth = readonly number[];

/** One waiting school outweighs all points, and one of a tier all of the later tiers. */
const WEIGHTS = [1e15, 1e11, 1e7];

/**
 * Brings schools into the free places of one group, chain after chain, each the cheapest there is by relaxing every pair
 * until nothing changes: without prices, heaps or anything else of the product.
 */
export class PlaceAnew {
  private readonly target: Group;
  private readonly applications: readonly Application[];
  private readonly comers = new Map<number, Step[]>();
  private readonly at = new Map<number, Option>();
  private readonly sizes = new Map<number, number>();

  constructor(pairs: FilePairs, { applications, running, groupOf }: Placed, target: Group) {
    this.target = target;
    this.applications = applications;
    for (const application of applications) {
      const others = pairs
        .optionsOf(application)
        .filter(({ group }) => running.has(group.id) && group.id !== target.id);
      const cost = pairs.costOf(application, target);
      const options = Number.isNaN(cost) ? others : [...others, { group: target, cost }];
      for (const option of options) push(this.comers, option.group.id, { application, option });
      const own = options.find(({ group }) => group.id === groupOf.get(application.id));
      if (own) this.move({ application, option: own });
    }
  }

  /** Fills the group up with all for whom that is better, and with as many as it has to have; false when they do not come. */
  fill(least: number, without?: Application): boolean {
    if (without) this.take(without.id);
    for (;;) {
      const size = this.sizes.get(this.target.id) ?? 0;
      if (size === this.target.cap) return true;
      const chain = this.cheapestChain(without);
      if (chain.cost >= 0 && size >= least) return true;
      if (chain.cost === Number.POSITIVE_INFINITY) return false;
      for (const step of chain.moves) this.move(step);
    }
  }

  isPlaced({ id }: Application): boolean {
    return this.at.has(id);
  }

  size(): number {
    return this.sizes.get(this.target.id) ?? 0;
  }

  worth(): Worth {
    const worth = [0, 0, 0, 0];
    for (const { id, tier } of this.applications) {
      const place = this.at.get(id);
      const index = place ? 3 : tier;
      worth[index] = (worth[index] ?? 0) + (place ? place.cost : 1);
    }
    return worth;
  }

  private move({ application: { id }, option }: Step): void {
    this.take(id);
    this.at.set(id, option);
    this.sizes.set(option.group.id, (this.sizes.get(option.group.id) ?? 0) + 1);
  }

  private take(id: number): void {
    const from = this.at.get(id);
    if (from) this.sizes.set(from.group.id, (this.sizes.get(from.group.id) ?? 0) - 1);
    this.at.delete(id);
  }

  /** The cheapest chain of steps of which the last is into the group: from a school that waits, or out of a group with one to spare. */
  private cheapestChain(without: Application | undefined): { cost: number; moves: Step[] } {
    const distance = new Map([[this.target.id, 0]]);
    const next = new Map<number, Step>();
    let best = { cost: Number.POSITIVE_INFINITY, first: undefined as Step | undefined };
    const queue = [this.target];
    for (let group = queue.shift(); group; group = queue.shift()) {
      for (const step of this.comers.get(group.id) ?? []) {
        const now = this.at.get(step.application.id);
        if (step.application === without || now?.group === group) continue;
        const reached = (distance.get(group.id) ?? 0) + step.option.cost;
        if (!now) {
          const cost = reached - (WEIGHTS[step.application.tier] ?? 0);
          if (cost < best.cost) best = { cost, first: step };
        } else if (reached - now.cost < (distance.get(now.group.id) ?? Number.POSITIVE_INFINITY)) {
          distance.set(now.group.id, reached - now.cost);
          next.set(now.group.id, step);
          if (!queue.includes(now.group)) queue.push(now.group);
        }
      }
    }
    for (const [id, step] of next) {
      const cost = distance.get(id) ?? 0;
      if (cost < best.cost && this.hasToSpare(step)) best = { cost, first: step };
    }
    const moves: Step[] = [];
    for (let step = best.first; step; step = next.get(step.option.group.id)) moves.push(step);
    return { cost: best.cost, moves };
  }

  private hasToSpare({ application }: Step): boolean {
    const from = this.at.get(application.id)?.group;
    return from !== undefined && (this.sizes.get(from.id) ?? 0) > from.min;
  }
}
