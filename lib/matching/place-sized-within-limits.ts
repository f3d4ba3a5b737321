import { buildSizedProblem } from "./build-sized-problem";
import type { ComponentStatus, SizeOptions } from "./exact/place-with-minimum-sizes";
import { buildInstance, type Instance } from "./instance";
import { LimitedComponents } from "./limited-components";
import type { MatchInput } from "./match-input";
import { type PlacedSized, placeSized } from "./place-sized";
import { hasLimits, placeWithinLimits } from "./place-within-limits";
import { splitIntoComponents } from "./solver/sized-components";

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
  if (!hasLimits(whole)) return placed;
  const limits = new LimitedComponents(whole);
  if (limits.components.length === 0) return placed;
  const bounds = await limits.bound(placed.groupOf, options);
  const best = await limits.takeOver(bounds, placed, place);
  const known = statusesOf(best);
  const components = limits.statuses(bounds, best, ({ applicationOf }) => known.get(applicationOf[0]));
  return { ...best, placement: { ...best.placement, components } };
}

/** By the first application of the component. */
function statusesOf({ instance, placement }: PlacedWithinLimits): Map<number | undefined, ComponentStatus> {
  const known = new Map<number | undefined, ComponentStatus>();
  splitIntoComponents(buildSizedProblem(instance)).forEach(({ applicationOf }, index) => {
    const status = placement.components[index];
    if (status) known.set(applicationOf[0], status);
  });
  return known;
}
