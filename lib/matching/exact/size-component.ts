import { tryEveryOpenSet } from "../solver/every-open-set";
import { OpenSetSearch } from "../solver/open-set-search";
import type { SizedComponent } from "../solver/sized-components";
import type { SizedState } from "../solver/sized-state";
import { waitingByTier } from "../solver/waiting-by-tier";
import { raiseWorthBound } from "../solver/worth-bound";
import { type Reduction, reduceByWorth } from "../solver/worth-reduction";
import type { MipAnswer, MipModel } from "./mip-model";
import { buildSizeModel } from "./size-model";

/** How it is known that no placement of a component is better. */
export type Proof = "flow" | "every set" | "prices" | "bound" | "exact";

/** How much better a component might still be placed. */
export interface Gap {
  /** Schools that wait here and may not have to, by a bound on each tier. */
  readonly waiting: readonly number[];
  /** Points by which the cost might be lower; null while it is open who has to wait. */
  readonly points: number | null;
}

export interface ComponentResult {
  readonly state: SizedState;
  readonly proof: Proof | null;
  readonly gap: Gap | null;
}

export interface ComponentOptions {
  /** Iterations of the simplex method allowed for each exact problem. */
  readonly work: number;
  readonly solve: (model: MipModel) => Promise<MipAnswer | undefined>;
}

/** Searches a component, then proves the result or improves it with an exact solver as far as time allows. */
export async function placeComponent(
  component: SizedComponent,
  options: ComponentOptions,
): Promise<ComponentResult> {
  return new ComponentRun(component, options).run();
}

class ComponentRun {
  private readonly component: SizedComponent;
  private readonly options: ComponentOptions;
  private readonly search: OpenSetSearch;

  constructor(component: SizedComponent, options: ComponentOptions) {
    this.component = component;
    this.options = options;
    this.search = new OpenSetSearch(component);
  }

  async run(): Promise<ComponentResult> {
    const { search, component } = this;
    search.begin();
    search.improve(0);
    if (this.isProvedBySearch()) return this.proved("flow");
    if (tryEveryOpenSet(search, component)) return this.proved("every set");
    search.improve(kicksFor(component));
    if (this.isProvedBySearch()) return this.proved("prices");
    const floor = await this.floorOfWaiting();
    const waiting = this.waiting();
    if (floor.some((least, tier) => least !== waiting[tier]))
      return {
        state: search.best,
        proof: null,
        gap: { waiting: waiting.map((n, tier) => n - (floor[tier] ?? 0)), points: null },
      };
    return this.proveCost();
  }

  private proved(proof: Proof): ComponentResult {
    return { state: this.search.best, proof, gap: null };
  }

  private isProvedBySearch(): boolean {
    return this.search.best.total === this.search.flowBound || this.search.slack() === 0;
  }

  private waiting(): number[] {
    return waitingByTier(this.component, this.search.best.arcOf);
  }

  /** The fewest that can wait: those of the flow, or what an exact solver finds. */
  private async floorOfWaiting(): Promise<readonly number[]> {
    const { search, component } = this;
    const floor = search.flowWaiting;
    if (this.waiting().every((n, tier) => n === floor[tier])) return floor;
    const { model, openIn } = buildSizeModel({
      problem: component,
      reduction: everything(component),
      arcOf: search.best.arcOf,
      goal: { waiting: tierWeights(component) },
      work: this.options.work,
    });
    const answer = await this.options.solve(model);
    if (answer?.ending !== "optimal") return floor;
    search.tryOpen(openIn(answer.values));
    search.improve(kicksFor(component));
    const weights = tierWeights(component);
    const reached = this.waiting().reduce((sum, n, tier) => sum + n * (weights[tier] ?? 0), 0);
    return reached === Math.round(answer.objective) ? this.waiting() : floor;
  }

  private async proveCost(): Promise<ComponentResult> {
    const { search, component, options } = this;
    let known = this.known();
    const raised = raiseWorthBound(component, search.incoming, known);
    if (raised.bound > known.cost - 1) return this.proved("bound");
    search.tryOpen(search.groupsWorthOpening(raised.worth));
    known = this.known();
    const reduction = reduceByWorth(component, search.incoming, { ...raised, limit: known.cost });
    const { arcOf } = search.best;
    const { model, openIn } = buildSizeModel({
      problem: component,
      reduction,
      arcOf,
      goal: { cost: known.waiting },
      work: options.work,
    });
    const answer = await options.solve(model);
    if (answer?.ending === "infeasible") return this.proved("exact");
    if (answer && answer.objective < known.cost - 0.5) search.tryOpen(openIn(answer.values));
    const { cost } = this.known();
    const bound = Math.max(raised.bound, answer?.bound ?? raised.bound);
    if (bound > cost - 1) return this.proved("exact");
    return {
      state: search.best,
      proof: null,
      gap: { waiting: [0, 0, 0], points: cost - Math.ceil(bound - 1e-4) },
    };
  }

  private known() {
    const { best } = this.search;
    const worth = Float64Array.from({ length: this.component.applications }, (_, a) => best.value(a));
    return { cost: costOf(this.component, best.arcOf), waiting: this.waiting(), worth };
  }
}

/** Enough that more have found nothing better on the instances of docs/performance.md. */
function kicksFor({ groups }: SizedComponent): number {
  return 100 + 6 * groups + Math.ceil(20_000 / groups);
}

export function everything({ arcGroup, groups, minimum }: SizedComponent): Reduction {
  return {
    arcs: new Uint8Array(arcGroup.length).fill(1),
    mayRun: new Uint8Array(groups).fill(1),
    mustRun: Uint8Array.from(minimum, (least) => (least === 0 ? 1 : 0)),
  };
}

/** One more of a tier outweighs all of the later tiers; small numbers, as the exact solver counts in fractions. */
export function tierWeights({ tier, tiers }: SizedComponent): number[] {
  const weights = new Array<number>(tiers).fill(1);
  let sum = 1;
  for (let t = tiers - 1; t >= 0; t--) {
    weights[t] = sum;
    sum += sum * Array.from(tier).filter((one) => one === t).length;
  }
  return weights;
}

export function costOf({ arcCost }: SizedComponent, arcOf: Int32Array): number {
  return arcOf.reduce((sum, arc) => sum + (arc < 0 ? 0 : (arcCost[arc] as number)), 0);
}
