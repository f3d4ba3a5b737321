import type {
  PlacementExplanation,
  PlacementExplanationInput,
} from "@/lib/applications/placement-explanation";
import { tenthsOfKm } from "./cost";
import type { MatchGroup, MatchSchool } from "./match-input";
import type {
  GroupNotViableResult,
  OneGroupMore,
  PlacedResult,
  SizedApplicationResult,
} from "./match-outcome";
import type { ResultFacts } from "./say-result";
import { toldGroup } from "./told-group";

type Placed = Extract<PlacementExplanation, { kind: "placed" }>;

/** A result as the parts that are kept with the application and drawn as its reason card. Counts and distances only. */
export function explainPlacement(
  result: SizedApplicationResult,
  facts: ResultFacts & { readonly runId: string | null },
): PlacementExplanationInput {
  const { runId } = facts;
  switch (result.reason) {
    case "placed":
      return explainPlaced(result, facts);
    case "nothing_eligible":
      return {
        kind: "nothing_eligible",
        runId,
        looked: result.looked,
        removedBy: result.removedBy.map(({ obstacle, groups }) => ({ rule: obstacle, groups })),
        ...changesFor(result, facts),
      };
    case "all_full": {
      const { groups, places, held, worstTier, byHand } = result.reach;
      return {
        kind: "all_full",
        runId,
        groups,
        places: places + held,
        heldBefore: held,
        ...(byHand ? { byHand } : {}),
        worstTier: Math.max(0, worstTier),
        position: result.position,
        ...changesFor(result, facts),
      };
    }
    case "group_not_viable":
      return { ...explainUnviable(result, facts), runId, ...changesFor(result, facts) };
    case "too_many_moves":
      return {
        kind: "too_many_moves",
        runId,
        position: result.position,
        ...changesFor(result, facts),
      };
  }
}

function explainUnviable(result: GroupNotViableResult, { groupOf, school }: ResultFacts) {
  const { group, ...told } = toldGroup(result, groupOf);
  return {
    kind: "group_not_viable" as const,
    groups: result.options,
    groupKm: kmTo(group, school),
    ...told,
  };
}

function explainPlaced(
  result: PlacedResult,
  { runId, application, school, groupOf, notRunning }: ResultFacts & { readonly runId: string | null },
): Placed {
  const { movedFrom } = result;
  const group = groupOf(result.group);
  const { move: _, ...terms } = result.terms;
  return {
    kind: "placed",
    runId,
    decidedBy: result.pinned ? "person" : "match",
    openGroups: result.options,
    km: kmTo(group, school),
    terms,
    preferredDay: ((application.preferredDays >> group.weekday) & 1) === 1,
    ...(movedFrom === null ? {} : { moved: { fromKm: kmTo(groupOf(movedFrom), school) } }),
    sameLead: application.previousLead === null ? null : application.previousLead === group.lead,
    passedOver: (movedFrom === null ? result.passedOver : []).map(({ group: other, saving, loss }) => ({
      km: kmTo(groupOf(other), school),
      savingPoints: saving,
      lossPoints: loss,
      full: !notRunning?.has(other),
    })),
  };
}

function kmTo(group: MatchGroup, school: MatchSchool): number | null {
  return group.online ? null : (tenthsOfKm(school, group) ?? 0) / 10;
}

type Waiting = Exclude<SizedApplicationResult, PlacedResult>;

function changesFor(result: Waiting, { school, groupOf, placeOf }: ResultFacts) {
  const { onePlaceMore, oneGroupMore } = result;
  const group = onePlaceMore ? groupOf(onePlaceMore.group) : null;
  return {
    wouldBePlaced: looserWishes(result),
    onePlaceMore: group && { km: kmTo(group, school), weekday: group.weekday },
    oneGroupMore: oneGroupMore ? newGroup(oneGroupMore, school, placeOf) : null,
  };
}

/** Whole kilometres, rounded up: another school's place is not told. */
function newGroup(
  { venueSchool, weekday, online, schools, needed }: OneGroupMore,
  school: MatchSchool,
  placeOf: ResultFacts["placeOf"],
) {
  const venue = placeOf?.(venueSchool);
  const away = venue ? Math.ceil((tenthsOfKm(school, venue) ?? 0) / 10) : 0;
  return { withinKm: online ? null : away, weekday, schools, needed };
}

function looserWishes({ wouldBePlaced }: Waiting) {
  if (!wouldBePlaced) return null;
  const { impossibleDays, maximumKm, neighbourHubs } = wouldBePlaced;
  return { impossibleDays, maximumKm, neighbourHubs };
}
