import { policyNumbers } from "@/lib/applications/rules";
import type { FormValues } from "@/lib/forms/read-form";
import { bitsOf, EVERY_DAY } from "@/lib/kernel/weekdays";
import type { ReachWishes } from "@/lib/matching/reach";

/** The wishes that a reach is counted with, and which of them nobody has said yet. */
export interface CountedWishes {
  readonly wishes: ReachWishes;
  readonly isKmAssumed: boolean;
  readonly isHubAssumed: boolean;
}

export interface SavedWishes extends ReachWishes {
  /** The last question about wishes has been answered. */
  readonly wishesSaved: boolean;
}

/** What is typed stands above what is saved. A distance that cannot be read counts as not said. */
export function readWishes(typed: FormValues, saved: SavedWishes): CountedWishes {
  const { days, maximumKm, neighbourHubs } = typed;
  const km = typeof maximumKm === "string" ? readKm(maximumKm) : saved.wishesSaved && saved.maximumKm;
  const hubs = typeof neighbourHubs === "string" ? neighbourHubs : saved.wishesSaved && "saved";
  return {
    wishes: {
      impossibleDays: Array.isArray(days) ? EVERY_DAY & ~bitsOf(days) : saved.impossibleDays,
      maximumKm: km || saved.maximumKm,
      neighbourHubs: hubs === "yes" || (hubs !== "no" && saved.neighbourHubs),
    },
    isKmAssumed: !km,
    isHubAssumed: !hubs,
  };
}

function readKm(typed: string): number | undefined {
  const km = /^\s*\d{1,3}\s*$/.test(typed) ? Number(typed) : 0;
  return km >= policyNumbers.leastKm && km <= policyNumbers.mostKm ? km : undefined;
}
