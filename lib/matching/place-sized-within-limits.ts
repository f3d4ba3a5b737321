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
import { type PlacedSized, placeSized } from "./place-sized";
import { peopleLimitsOf, placeWithinLimits } from "./place-within-limits";
import { WAITING } from "./solver/placement";
import { type SizedComponent, splitIntoComponents } from "./solver/sized-components";

export interface PlacedWithinLimits extends PlacedSized {
  readonly instance: Instance;
  /** The group of every application, -1 = waiting. */
  readonly groupOf: Int32Array;
}

/**
 * Places an input whose groups have least sizes and may have limits of people. Components with such limits are held
 * against an exact bound of their own: the numbers of schools that it finds are taken over where the placement with them
 * is within the limits and proved by that, and each says whether it is proved or what could still be better. `ended` is
 * called when an instance has been built, and when it has been placed.
 */
export async function placeSizedWithinLimits(
  whole: MatchInput,
  options: SizeOptions,
  ended: (part: "build" | "solve") => void = () => undefined,
): Promise<PlacedWithinLimits> {
  const place = async (input: MatchInput): Promise<PlacedWithinLimits> => {
    const instance = buildInstance(input);
    ended("build");
    const placed = await placeSized(instance, options);
    ended("solve");
    return { instance, ...placed, groupOf: placed.placement.groupOf };
  };
  const placed = await placeWithinLimits(whole, place);
  const limits = new LimitedComponents(whole);
  if (limits.components.length === 0) return placed;
  const bounds = await limits.bound(placed.groupOf, options);
  return limits.withStatus(bounds, await limits.takeOver(bounds, placed, place));
}

class LimitedComponents {
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

  async bound(groupOf: Int32Array, options: SizeOptions): Promise<LimitedBound[]> {
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
  async takeOver(
    bounds: readonly LimitedBound[],
    placed: PlacedWithinLimits,
    place: (input: MatchInput) => Promise<PlacedWithinLimits>,
  ): Promise<PlacedWithinLimits> {
    const open = bounds.filter((bound) => bound.sizes && !isProved(bound, placed));
    if (open.length === 0) return placed;
    const tried = await place(this.withSizes(placed, open));
    const better = open.filter((bound) => isProved(bound, tried) && this.isWithin(bound, tried));
    if (better.length === 0) return placed;
    return better.length === open.length ? tried : place(this.withSizes(placed, better));
  }

  withStatus(bounds: readonly LimitedBound[], placed: PlacedWithinLimits): PlacedWithinLimits {
    const known = new Map<number | undefined, ComponentStatus>();
    splitIntoComponents(buildSizedProblem(placed.instance)).forEach(({ applicationOf }, index) => {
      const status = placed.placement.components[index];
      if (status) known.set(applicationOf[0], status);
    });
    for (const bound of bounds)
      known.set(
        bound.component.applicationOf[0],
        statusWithin(bound, arcsIn(bound.component, placed.groupOf)),
      );
    const components = this.all.flatMap(({ applicationOf }) => known.get(applicationOf[0]) ?? []);
    return { ...placed, placement: { ...placed.placement, components } };
  }

  private withSizes({ instance }: PlacedWithinLimits, bounds: readonly LimitedBound[]): MatchInput {
    const capacity = instance.groups.map((group) => group.capacity);
    for (const { component, sizes } of bounds)
      component.groupOf.forEach((group, g) => {
        if (Number.isFinite(this.most[group])) capacity[group] = sizes?.[g] ?? 0;
      });
    const groups = instance.groups.map((group, g) => ({ ...group, capacity: capacity[g] ?? 0 }));
    return { ...instance.input, groups };
  }

  private isWithin({ component }: LimitedBound, { groupOf }: PlacedWithinLimits): boolean {
    const people = new Map<number, number>();
    for (const a of component.applicationOf) {
      const group = groupOf[a] ?? -1;
      people.set(group, (people.get(group) ?? 0) + (this.participants[a] ?? 1));
    }
    return component.groupOf.every((group) => (people.get(group) ?? 0) <= (this.most[group] ?? 0));
  }
}

function isProved(bound: LimitedBound, { groupOf }: PlacedWithinLimits): boolean {
  return statusWithin(bound, arcsIn(bound.component, groupOf)).proved;
}

/** The arc of each application of a component in a placement of the whole, -1 where it waits. */
function arcsIn(
  { applicationOf, groupOf: groups, firstArc, arcGroup }: SizedComponent,
  groupOf: Int32Array,
): Int32Array {
  return Int32Array.from(applicationOf, (application, a) => {
    for (let arc = firstArc[a] as number; arc < (firstArc[a + 1] as number); arc++)
      if (groups[arcGroup[arc] as number] === groupOf[application]) return arc;
    return WAITING;
  });
}
