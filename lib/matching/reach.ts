import { policyNumbers } from "@/lib/applications/rules";
import { isEligible, obstaclesOf, type RulePair, tenthsOfKm } from "./cost";
import type { MatchApplication } from "./match-input";

/** The wishes that decide which groups are within reach. All others only make one group dearer than another. */
export type ReachWishes = Pick<MatchApplication, "impossibleDays" | "maximumKm" | "neighbourHubs">;

/** A group that some wishes would bring within reach of one school: it names no group, no place and nobody. */
export interface ReachableGroup {
  /** 0 = Monday … 4 = Friday. */
  readonly weekday: number;
  readonly online: boolean;
  /** Tenths of a kilometre from the school; 0 online. */
  readonly tenths: number;
  readonly atNeighbour: boolean;
  readonly isFull: boolean;
}

/** What one wish loosened would add. Days are each looked at alone; `km` is the least that adds any. */
export interface Gains {
  readonly days: readonly { readonly weekday: number; readonly groups: number; readonly online: number }[];
  readonly km: { readonly km: number; readonly groups: number } | null;
  readonly neighbours: number;
}

const WIDEST: ReachWishes = { impossibleDays: 0, maximumKm: policyNumbers.mostKm, neighbourHubs: true };
const WEEKDAYS = [0, 1, 2, 3, 4] as const;

/** How the group looks to a school that could still change its wishes; undefined when no wishes would open it. */
export function asReachable(
  pair: Omit<RulePair, "application">,
  isFull: boolean,
): ReachableGroup | "unmeasured" | undefined {
  const obstacles = obstaclesOf({ ...pair, application: WIDEST });
  const { school, group } = pair;
  if (obstacles.length > 0)
    return obstacles.every((one) => one === "place_unknown") ? "unmeasured" : undefined;
  return {
    weekday: group.weekday,
    online: group.online,
    tenths: group.online ? 0 : (tenthsOfKm(school, group) ?? 0),
    atNeighbour: group.hub !== school.hub,
    isFull,
  };
}

/** The groups that a match would look at for these wishes, by its own rules. */
export function withinReach(groups: readonly ReachableGroup[], wishes: ReachWishes): ReachableGroup[] {
  return groups.filter((group) => isEligible(pairOf(group, wishes)));
}

/** The school stands at the corner of a grid, and the group as far to the east as it is from the school. */
function pairOf({ tenths, atNeighbour, ...group }: ReachableGroup, application: ReachWishes): RulePair {
  return {
    application,
    school: { id: "school", hub: "own", easting: 0, northing: 0 },
    neighbours: new Set(["next"]),
    group: {
      ...group,
      id: "group",
      hub: atNeighbour ? "next" : "own",
      easting: 100 * tenths,
      northing: 0,
      leadSchool: null,
      acceptsGuests: true,
    },
  };
}

export function gainsOf(groups: readonly ReachableGroup[], wishes: ReachWishes): Gains {
  const now = withinReach(groups, wishes);
  const added = (wider: Partial<ReachWishes>) => {
    const then = withinReach(groups, { ...wishes, ...wider });
    return { groups: then.length - now.length, online: onlineAmong(then) - onlineAmong(now) };
  };
  return {
    days: WEEKDAYS.map((weekday) => ({
      weekday,
      ...added({ impossibleDays: wishes.impossibleDays & ~(1 << weekday) }),
    })).filter((day) => day.groups > 0),
    km:
      distancesBeyond(groups, wishes)
        .map((km) => ({ km, groups: added({ maximumKm: km }).groups }))
        .find((far) => far.groups > 0) ?? null,
    neighbours: added({ neighbourHubs: true }).groups,
  };
}

export type LoosenedWish = "days" | "km" | "neighbours";
/** More than one wish at once, the fewest first. */
const TOGETHER: readonly (readonly LoosenedWish[])[] = [
  ["days", "km"],
  ["days", "neighbours"],
  ["km", "neighbours"],
  ["days", "km", "neighbours"],
];

/** For a school that no single wish would help: wishes loosened together that bring a group within reach. */
export function gainTogether(groups: readonly ReachableGroup[], wishes: ReachWishes) {
  for (const loosened of TOGETHER) {
    const wider = {
      impossibleDays: loosened.includes("days") ? 0 : wishes.impossibleDays,
      neighbourHubs: wishes.neighbourHubs || loosened.includes("neighbours"),
    };
    const distances = loosened.includes("km") ? distancesBeyond(groups, wishes) : [wishes.maximumKm];
    for (const km of distances) {
      const found = withinReach(groups, { ...wider, maximumKm: km });
      if (found.length > 0) return { loosened, km, groups: found.length };
    }
  }
  return undefined;
}

/** Whole kilometres farther than the school travels now at which a group lies, the nearest first. */
function distancesBeyond(groups: readonly ReachableGroup[], { maximumKm }: ReachWishes): number[] {
  const distances = groups.map(({ tenths }) => Math.ceil(tenths / 10)).filter((km) => km > maximumKm);
  return [...new Set(distances)].sort((x, y) => x - y);
}

export function onlineAmong(groups: readonly ReachableGroup[]): number {
  return groups.filter(({ online }) => online).length;
}
