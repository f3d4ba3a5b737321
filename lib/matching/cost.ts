import type { MatchApplication, MatchGroup, MatchSchool, Place } from "./match-input";
import type { PolicyNumbers } from "./policy-numbers";

/** What decides whether a group is open to a school. */
export interface RulePair {
  readonly application: Pick<
    MatchApplication,
    "impossibleDays" | "maximumKm" | "neighbourHubs" | "keptOutOf"
  >;
  readonly school: MatchSchool;
  /** The neighbours of the school's hub. */
  readonly neighbours: ReadonlySet<string>;
  readonly group: Pick<MatchGroup, "id" | "hub" | "weekday" | "online" | "leadSchool" | "acceptsGuests"> &
    Place;
}

/** An application, its school and a group of the same offer. */
export interface Pair extends RulePair {
  readonly application: MatchApplication;
  readonly group: MatchGroup;
}

/** Why a group is not open to a school (model.md section 2.1). */
export type Obstacle = "hub" | "day" | "distance" | "place_unknown" | "own_lead" | "by_hand";

const RULES: readonly { readonly obstacle: Obstacle; readonly blocks: (pair: RulePair) => boolean }[] = [
  { obstacle: "hub", blocks: isOutsideHubs },
  { obstacle: "day", blocks: ({ application, group }) => hasDay(application.impossibleDays, group.weekday) },
  {
    obstacle: "place_unknown",
    blocks: ({ school, group }) => !group.online && tenthsOfKm(school, group) === undefined,
  },
  { obstacle: "distance", blocks: isTooFar },
  { obstacle: "own_lead", blocks: ({ school, group }) => group.leadSchool === school.id },
  {
    obstacle: "by_hand",
    blocks: ({ application, group }) => application.keptOutOf?.includes(group.id) ?? false,
  },
];

/** Everything that keeps the school out of the group, in the order in which it is told; empty when nothing does. */
export function obstaclesOf(pair: RulePair): Obstacle[] {
  return RULES.filter(({ blocks }) => blocks(pair)).map(({ obstacle }) => obstacle);
}

export function isEligible(pair: RulePair): boolean {
  for (const { blocks } of RULES) if (blocks(pair)) return false;
  return true;
}

function isOutsideHubs({ application, school, neighbours, group }: RulePair): boolean {
  if (group.hub === school.hub) return false;
  return !(application.neighbourHubs && group.acceptsGuests && neighbours.has(group.hub));
}

function isTooFar({ application, school, group }: RulePair): boolean {
  if (group.online) return false;
  const distance = tenthsOfKm(school, group);
  return distance !== undefined && distance > 10 * application.maximumKm;
}

/** The parts of what a pair costs, in points (10 = 1 km); each is a whole number and 0 when it does not apply. */
export interface CostTerms {
  readonly travel: number;
  readonly longTravel: number;
  readonly notPreferredDay: number;
  readonly otherMode: number;
  readonly neighbourHub: number;
  /** Last year's lead given up. */
  readonly previousLead: number;
  /** Leaving a confirmed place for another group. */
  readonly move: number;
}

export function costTerms({ application, school, group }: Pair, policy: PolicyNumbers): CostTerms {
  const travel = group.online ? 0 : (tenthsOfKm(school, group) ?? 0);
  const { preferredDays, previousLead, confirmedGroup } = application;
  return {
    travel,
    longTravel: longTravel(travel, policy),
    notPreferredDay:
      preferredDays !== 0 && !hasDay(preferredDays, group.weekday) ? policy.notPreferredDay : 0,
    otherMode: isOtherMode(application, group) ? policy.otherMode : 0,
    neighbourHub: group.hub === school.hub ? 0 : policy.neighbourHub,
    previousLead: previousLead !== null && previousLead !== group.lead ? policy.previousLead : 0,
    move: confirmedGroup !== null && confirmedGroup !== group.id ? policy.move : 0,
  };
}

/** The cost of a pair in points. */
export function totalOf(terms: CostTerms): number {
  const { travel, longTravel, notPreferredDay, otherMode, neighbourHub, previousLead, move } = terms;
  return travel + longTravel + notPreferredDay + otherMode + neighbourHub + previousLead + move;
}

/** No pair of an application that travels so far costs more, the price of a move left out. */
export function mostOf(maximumKm: number, policy: PolicyNumbers): number {
  const travel = 10 * maximumKm;
  const { notPreferredDay, otherMode, neighbourHub, previousLead } = policy;
  return travel + longTravel(travel, policy) + notPreferredDay + otherMode + neighbourHub + previousLead;
}

/** Straight-line distance in tenths of a kilometre, rounded down from whole metres; undefined when a place is unknown. */
export function tenthsOfKm(a: Place, b: Place): number | undefined {
  if (a.easting === null || a.northing === null || b.easting === null || b.northing === null)
    return undefined;
  const metres = Math.floor(Math.sqrt((a.easting - b.easting) ** 2 + (a.northing - b.northing) ** 2));
  return Math.floor(metres / 100);
}

/** Grows with the square of the distance beyond the limit, so that one very long journey weighs more than two middling ones. */
function longTravel(travel: number, { longTravelFromKm, longTravelDivisor }: PolicyNumbers): number {
  const beyond = Math.max(0, travel - 10 * longTravelFromKm);
  return Math.floor((beyond * beyond) / longTravelDivisor);
}

function isOtherMode({ mode }: MatchApplication, { online }: MatchGroup): boolean {
  return online ? mode === "face_to_face" : mode === "online";
}

function hasDay(days: number, weekday: number): boolean {
  return ((days >> weekday) & 1) === 1;
}
