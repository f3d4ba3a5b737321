import type { Instance } from "./instance";
import type { PricedPlacement } from "./polish-placement";

/**
 * Groups without a free place have nothing to decide, so a search leaves them out. They run all the same: here with the
 * least price at which nobody who is placed or waits would rather come in.
 */
export function countFullGroupsIn(instance: Instance, placement: PricedPlacement): PricedPlacement {
  const { minimum } = placement;
  const isFull = Array.from(
    instance.problem.capacity,
    (places, group) => places === 0 && minimum[group] === 0,
  );
  const price = Float64Array.from(placement.price);
  const runs = Uint8Array.from(placement.runs, (one, group) => (isFull[group] ? 1 : one));
  const worth = worthOfAll(instance, placement);
  const { application, group, cost } = instance.pairs;
  group.forEach((g, pair) => {
    if (!isFull[g]) return;
    const gain = (worth[application[pair] ?? -1] ?? 0) - (cost[pair] ?? 0);
    if (gain > (price[g] ?? 0)) price[g] = gain;
  });
  return { ...placement, price, runs };
}

/** What each application pays: its waiting weight, or its cost with the price of its group. */
function worthOfAll({ pairs }: Instance, { groupOf, price, waitingWeight }: PricedPlacement): Float64Array {
  const worth = Float64Array.from(waitingWeight);
  pairs.application.forEach((a, pair) => {
    const group = pairs.group[pair] ?? -1;
    if (groupOf[a] === group) worth[a] = (pairs.cost[pair] ?? 0) + (price[group] ?? 0);
  });
  return worth;
}
