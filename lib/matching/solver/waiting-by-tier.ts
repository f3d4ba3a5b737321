import { WAITING } from "./placement";
import type { SizedProblem } from "./sized-problem";

/** How many wait in each tier. */
export function waitingByTier(
  { tier, tiers }: Pick<SizedProblem, "tier" | "tiers">,
  arcOf: Int32Array,
): number[] {
  const waiting = new Array<number>(tiers).fill(0);
  arcOf.forEach((arc, a) => {
    const t = tier[a] as number;
    if (arc === WAITING) waiting[t] = (waiting[t] as number) + 1;
  });
  return waiting;
}
