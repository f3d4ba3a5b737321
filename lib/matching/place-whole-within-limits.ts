import type { ComponentStatus, SizeOptions } from "./exact/place-with-minimum-sizes";
import { LimitedComponents } from "./limited-components";
import type { MatchInput } from "./match-input";
import { hasLimits, type PlacedInstance, placeWithinLimits } from "./place-within-limits";

/**
 * Places an input whose groups may have any size and may have limits of people, as `placeSizedWithinLimits` does those
 * with least sizes: the flow proves every component in which nobody has to be counted, the others are held against an
 * exact bound. `components` is not given where no group has a limit.
 */
export async function placeWholeWithinLimits<Placed extends PlacedInstance>(
  whole: MatchInput,
  options: SizeOptions,
  place: (input: MatchInput) => Placed | Promise<Placed>,
): Promise<{ readonly placed: Placed; readonly components?: readonly ComponentStatus[] }> {
  const placed = await placeWithinLimits(whole, place);
  if (!hasLimits(whole)) return { placed };
  const limits = new LimitedComponents(withoutLeastSizes(whole));
  if (limits.components.length === 0) return { placed };
  const bounds = await limits.bound(placed.groupOf, options);
  const best = await limits.takeOver(bounds, placed, place);
  const components = limits.statuses(bounds, best, ({ applications, groups }) => ({
    ...{ applications, groups, proved: true, proof: "flow", gap: null },
  }));
  return { placed: best, components };
}

function withoutLeastSizes(whole: MatchInput): MatchInput {
  return { ...whole, groups: whole.groups.map((group) => ({ ...group, minimum: 0 })) };
}
