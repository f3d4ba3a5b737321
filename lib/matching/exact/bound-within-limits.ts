import { OpenSetSearch } from "../solver/open-set-search";
import type { SizedComponent } from "../solver/sized-components";
import { waitingByTier } from "../solver/waiting-by-tier";
import type { ComponentStatus } from "./place-with-minimum-sizes";
import { type ComponentOptions, costOf, everything, tierWeights } from "./size-component";
import { buildSizeModel, type PeopleLimits, type SizeModelInput } from "./size-model";

/** What a component whose groups have limits of people can come to at best. */
export interface LimitedBound {
  readonly component: SizedComponent;
  /** The fewest that can wait by tier: known, or a bound of the flow without limits. */
  readonly waiting: readonly number[];
  readonly isWaitingKnown: boolean;
  /** Points that a placement with so many waiting costs at least. */
  readonly cost: number;
  /** Schools in each group of the best placement; undefined when it was not found. */
  readonly sizes: Int32Array | undefined;
}

interface LimitedComponent {
  readonly component: SizedComponent;
  readonly people: PeopleLimits;
  /** A placement within the limits to begin with. */
  readonly arcOf: Int32Array;
}

/** Solves a component with its limits of people exactly, as far as work and time allow: first who waits, then the cost. */
export async function boundWithinLimits(
  { component, people, arcOf }: LimitedComponent,
  { solve, work }: ComponentOptions,
): Promise<LimitedBound> {
  const modelFor = (goal: SizeModelInput["goal"]) =>
    buildSizeModel({ problem: component, reduction: everything(component), arcOf, goal, work, people });
  const byWaiting = modelFor({ waiting: tierWeights(component) });
  const fewest = await solve(byWaiting.model);
  if (fewest?.ending !== "optimal") return looseBound(component);
  const waiting = byWaiting.waitingIn(fewest.values);
  const byCost = modelFor({ cost: waiting });
  const cheapest = await solve(byCost.model);
  return {
    component,
    waiting,
    isWaitingKnown: true,
    cost: Math.max(0, Math.ceil((cheapest?.bound ?? 0) - 1e-4)),
    sizes: cheapest?.ending === "optimal" ? byCost.sizesIn(cheapest.values) : undefined,
  };
}

function looseBound(component: SizedComponent): LimitedBound {
  const search = new OpenSetSearch(component);
  search.begin();
  return { component, waiting: search.flowWaiting, isWaitingKnown: false, cost: 0, sizes: undefined };
}

/** How a placement of the component stands to what it can come to. */
export function statusWithin(bound: LimitedBound, arcOf: Int32Array): ComponentStatus {
  const { component, isWaitingKnown } = bound;
  const { applications, groups } = component;
  const waiting = waitingByTier(component, arcOf).map((n, tier) =>
    Math.max(0, n - (bound.waiting[tier] ?? 0)),
  );
  const isFewest = isWaitingKnown && waiting.every((n) => n === 0);
  const points = costOf(component, arcOf) - bound.cost;
  if (isFewest && points <= 0) return { applications, groups, proved: true, proof: "exact", gap: null };
  return {
    applications,
    groups,
    proved: false,
    proof: null,
    gap: { waiting, points: isFewest ? points : null },
  };
}
