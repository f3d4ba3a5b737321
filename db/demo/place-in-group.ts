import type { PlaceExplanation, WaitingExplanation } from "@/lib/applications/placement-explanation";
import { sayPlacement } from "@/lib/applications/say-placement";
import { addDays, londonMoment } from "@/lib/kernel/dates";
import { addWorkingDays } from "@/lib/kernel/working-days";
import { costTerms, isEligible, obstaclesOf, type Pair, tenthsOfKm } from "@/lib/matching/cost";
import { POLICY_NUMBERS } from "@/lib/matching/policy-numbers";
import type { Country } from "./country";

type Application = Country["applications"][number];
type Group = Country["workGroups"][number];

/** A school's application and a group, as the cost of a match sees them. */
export function pairOf(country: Country, application: Application, group: Group): Pair {
  const school = country.schoolById.get(application.organisationId);
  const hub = country.hubs.find(({ id }) => id === application.hubId);
  const host = country.hubs.find(({ id }) => id === group.hubId);
  if (!school || !hub) throw new Error("An invented application belongs to no school");
  const lead = country.leadOfGroup.get(group.id ?? "");
  return {
    school: { id: school.id, hub: hub.id, easting: school.easting, northing: school.northing },
    neighbours: hub.neighbours,
    application: {
      id: application.id ?? "",
      school: school.id,
      offer: application.offerId,
      tier: application.tier ?? 2,
      precedence: "",
      impossibleDays: application.impossibleDays ?? 0,
      preferredDays: application.preferredDays ?? 0,
      mode: application.mode ?? "either",
      maximumKm: application.maximumKm ?? 20,
      neighbourHubs: application.neighbourHubs ?? false,
      previousLead: null,
      pinnedGroup: null,
      confirmedGroup: null,
    },
    group: {
      id: group.id ?? "",
      offer: group.offerId,
      hub: group.hubId,
      weekday: group.weekday,
      online: group.online,
      easting: group.easting ?? null,
      northing: group.northing ?? null,
      capacity: group.maximumSchools,
      held: 0,
      lead: lead ?? null,
      leadSchool: (lead && country.schoolOfLead.get(lead)) ?? null,
      acceptsGuests: host?.acceptsGuests ?? false,
    },
  };
}

interface Placing {
  readonly pair: Pair;
  /** Groups that were open to the school. */
  readonly openGroups: number;
  readonly answer: "proposed" | "offered" | "accepted" | "declined" | "lapsed";
}

/** Gives the application its place in the state that the school's answer left it in, with the reason it reads. */
export function placeInGroup(country: Country, application: Application, placing: Placing): void {
  const { day } = country;
  const { answer, pair } = placing;
  const explanation = explain(placing);
  const isOpen = answer === "offered";
  const answerBy = addWorkingDays(day, isOpen ? 5 + (country.applications.length % 4) : 0);
  Object.assign(application, {
    placement: answer,
    workGroupId: pair.group.id,
    placementReason: sayPlacement(explanation),
    placementExplanation: explanation,
    placementChangedAt: londonMoment(addDays(day, isOpen || answer === "proposed" ? -4 : -2), "11:05"),
    ...(answer === "proposed" ? {} : { offeredAt: londonMoment(addDays(day, -9), "09:30") }),
    ...(answer === "proposed"
      ? {}
      : { answerBy: answer === "lapsed" ? addDays(day, -3) : isOpen ? answerBy : addWorkingDays(day, 3) }),
  } satisfies Partial<Application>);
}

function explain({ pair, openGroups }: Placing): PlaceExplanation & { kind: "placed" } {
  const { move: _, ...terms } = costTerms(pair, POLICY_NUMBERS);
  const tenths = pair.group.online ? undefined : tenthsOfKm(pair.school, pair.group);
  return {
    kind: "placed",
    runId: null,
    decidedBy: "match",
    openGroups,
    km: tenths === undefined ? null : tenths / 10,
    terms,
    preferredDay: (pair.application.preferredDays & (1 << pair.group.weekday)) !== 0,
    sameLead: null,
    passedOver: [],
  };
}

interface Waiting {
  /** The application with every group of its offer in its hub and the neighbouring ones. */
  readonly pairs: readonly Pair[];
  /** 1 for the next among those for whom a group is open but full. */
  readonly position: number;
  /** The lowest priority among the schools that hold the places. */
  readonly worstTier: number;
}

/** Keeps the application waiting, with why. */
export function keepWaiting(country: Country, application: Application, waiting: Waiting): void {
  const explanation = explainWaiting(waiting);
  Object.assign(application, {
    placement: "waiting",
    placementReason: sayPlacement(explanation),
    placementExplanation: explanation,
    placementChangedAt: londonMoment(addDays(country.day, -4), "11:05"),
  } satisfies Partial<Application>);
}

function explainWaiting({ pairs, position, worstTier }: Waiting): WaitingExplanation {
  const open = pairs.filter(isEligible);
  if (open.length > 0)
    return {
      kind: "all_full",
      runId: null,
      groups: open.length,
      places: open.reduce((sum, { group }) => sum + group.capacity, 0),
      heldBefore: 0,
      worstTier,
      position,
      wouldBePlaced: null,
    };
  const rules = pairs.flatMap((pair) => obstaclesOf(pair).slice(0, 1));
  const removedBy = [...new Set(rules)]
    .map((rule) => ({ rule, groups: rules.filter((other) => other === rule).length }))
    .sort((a, b) => b.groups - a.groups);
  return { kind: "nothing_eligible", runId: null, looked: pairs.length, removedBy, wouldBePlaced: null };
}
