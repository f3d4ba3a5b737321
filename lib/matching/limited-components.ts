import { buildSizedProblem } from "./build-sized-problem";
import { boundWithinLimits, type LimitedBound, statusWithin } from "./exact/bound-within-limits";
import {
  type ComponentStatus,
  openPool,
  type SizeOptions,
  USUAL_WORK,
} from "./exact/place-with-minimum-sizes";
import { buildInstance, type Instance } from "./instance";
import type { MatchInput } from "./match-input";
import { type PlacedInstance, peopleLimitsOf } from "./place-within-limits";
import { arcsIn, type SizedComponent, splitIntoComponents } from "./solver/sized-components";

type Place<Placed> = (input: MatchInput) => Placed | Promise<Placed>;

/** The components of an input in which people have to be counted, held against an exact bound of their own. */
export class LimitedComponents {
  readonly components: readonly SizedComponent[];
  private readonly all: readonly SizedComponent[];
  private readonly instance: Instance;
  private readonly participants: Int32Array;
  private readonly most: Float64Array;

  constructor(whole: MatchInput) {
    this.instance = buildInstance(whole);
    const { participants, most } = peopleLimitsOf(this.instance);
    this.participants = participants;
    this.most = most;
    this.all = splitIntoComponents(buildSizedProblem(this.instance));
    this.components = this.all.filter(({ groupOf }) => groupOf.some((group) => Number.isFinite(most[group])));
  }

  /** What each can come to at best, begun from a placement within the limits. */
  async bound(groupOf: ArrayLike<number>, options: SizeOptions): Promise<LimitedBound[]> {
    const pool = openPool(options);
    const { work = USUAL_WORK } = options;
    const people = (component: SizedComponent) => ({
      participants: component.applicationOf.map((a) => this.participants[a] ?? 1),
      most: component.groupOf.map((g) => this.most[g] ?? Number.POSITIVE_INFINITY),
    });
    try {
      return await Promise.all(
        this.components.map((component) =>
          boundWithinLimits(
            { component, people: people(component), arcOf: arcsIn(component, groupOf) },
            { work, solve: (model) => pool.solve(model) },
          ),
        ),
      );
    } finally {
      pool.close();
    }
  }

  /** The placement with the numbers of schools that the bounds found, in the components where that is better. */
  async takeOver<Placed extends PlacedInstance>(
    bounds: readonly LimitedBound[],
    placed: Placed,
    place: Place<Placed>,
  ): Promise<Placed> {
    const open = bounds.filter((bound) => bound.sizes && !isProved(bound, placed));
    if (open.length === 0) return placed;
    const tried = await place(this.withSizes(placed, open));
    const better = open.filter((bound) => isProved(bound, tried) && this.isWithin(bound, tried));
    if (better.length === 0) return placed;
    return better.length === open.length ? tried : place(this.withSizes(placed, better));
  }

  /** How each component of the input came out; `of` says it of those without limits, by their first application. */
  statuses(
    bounds: readonly LimitedBound[],
    { groupOf }: PlacedInstance,
    of: (component: SizedComponent) => ComponentStatus | undefined,
  ): ComponentStatus[] {
    const limited = new Map(
      bounds.map((bound) => [bound.component, statusWithin(bound, arcsIn(bound.component, groupOf))]),
    );
    return this.all.flatMap((component) => limited.get(component) ?? of(component) ?? []);
  }

  private withSizes({ instance }: PlacedInstance, bounds: readonly LimitedBound[]): MatchInput {
    const capacity = instance.groups.map((group) => group.capacity);
    for (const { component, sizes } of bounds)
      component.groupOf.forEach((group, g) => {
        if (Number.isFinite(this.most[group])) capacity[group] = sizes?.[g] ?? 0;
      });
    const groups = instance.groups.map((group, g) => ({ ...group, capacity: capacity[g] ?? 0 }));
    return { ...instance.input, groups };
  }

  private isWithin({ component }: LimitedBound, { groupOf }: PlacedInstance): boolean {
    const people = new Map<number, number>();
    for (const a of component.applicationOf) {
      const group = groupOf[a] ?? -1;
      people.set(group, (people.get(group) ?? 0) + (this.participants[a] ?? 1));
    }
    return component.groupOf.every((group) => (people.get(group) ?? 0) <= (this.most[group] ?? 0));
  }
}

function isProved(bound: LimitedBound, { groupOf }: PlacedInstance): boolean {
  return statusWithin(bound, arcsIn(bound.component, groupOf)).proved;
}
