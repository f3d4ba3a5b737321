import { weekdayNames } from "@/lib/kernel/dates";
import { capital, count, listWords } from "@/lib/kernel/words";
import { type CostTerms, type Obstacle, tenthsOfKm } from "./cost";
import type { MatchApplication, MatchGroup, MatchSchool, Place } from "./match-input";
import type {
  AllFullResult,
  GroupNotViableResult,
  NothingEligibleResult,
  PassedOverResult,
  PlacedResult,
  SizedApplicationResult,
} from "./match-outcome";
import { endsWaiting } from "./price-rules";
import { type ToldGroup, toldGroup } from "./told-group";

/** Who looks a run through and may decide single schools by hand, as a school reads it. */
export type Decider = "your hub" | "the national team";

/** What a result is told with: its own application and school, and the groups it names. */
export interface ResultFacts {
  readonly application: MatchApplication;
  readonly school: MatchSchool;
  readonly groupOf: (id: string) => MatchGroup;
  /** Where a school is at whose place a new group would meet. */
  readonly placeOf?: (school: string) => Place;
  /** Schools that have a place could be moved. */
  readonly placesMove?: boolean;
  /** Groups that do not run, as the match chose others. */
  readonly notRunning?: ReadonlySet<string>;
  /** Who decides by hand: the school's hub when not given. */
  readonly decider?: Decider;
}

/** The one sentence, or two, that the school reads: from the outcome alone, with no other school in it. */
export function sayResult(result: SizedApplicationResult, facts: ResultFacts): string {
  switch (result.reason) {
    case "placed":
      return sayPlaced(result, facts);
    case "nothing_eligible":
      return sayNothingEligible(result, facts);
    case "all_full":
      return sayAllFull(result, facts);
    case "group_not_viable":
      return sayGroupNotViable(result, facts);
    case "too_many_moves":
      return "A place for you would mean moving schools that have already accepted theirs.";
  }
}

function deciderOf({ decider = "your hub" }: ResultFacts): Decider {
  return decider;
}

function sayPlaced(result: PlacedResult, facts: ResultFacts): string {
  const group = facts.groupOf(result.group);
  if (result.movedFrom !== null) return sayMoved(result, facts);
  const better = result.passedOver.filter(({ saving }) => saving > 0);
  const praise = [sayWhere(group, facts.school), ...sayFit(facts.application, group)].join(", ");
  if (result.pinned) return `${capital(deciderOf(facts))} has decided on this group for you: ${praise}.`;
  if (result.options === 1) return `It is the one group that is open to you: ${praise}.`;
  const open = `Of the ${result.options} groups open to you`;
  const [best] = better;
  if (!best) return `${open} this one suits you best: ${praise}.`;
  return `${open} this is the one that suits all schools best together: ${praise}. ${sayPassedOver(best, facts)}`;
}

/** Why a school that has a place gets another: never to save travel (see `MOVES_WORTH_A_PLACE`), but for a place more. */
function sayMoved({ group, movedFrom }: PlacedResult, { application, school, groupOf }: ResultFacts): string {
  const [now, before] = [groupOf(group), groupOf(movedFrom ?? group)];
  const here = [sayWhere(now, school), ...sayFit(application, now)].join(", ");
  const day = weekdayNames[before.weekday] ?? "";
  return `You keep a place, in another group: ${here}. The one you had is ${sayWhere(before, school)}, on ${day}s. Your move helps to make room for a school that had no place; of all ways to do that, this is the best for all schools together.`;
}

/** "7.4 km away", "online" */
function sayWhere(group: MatchGroup, school: MatchSchool): string {
  return group.online ? "online" : `${sayTenths(tenthsOfKm(school, group) ?? 0)} away`;
}

function sayFit({ preferredDays, previousLead }: MatchApplication, group: MatchGroup): string[] {
  const day = weekdayNames[group.weekday] ?? "";
  const preferred = ((preferredDays >> group.weekday) & 1) === 1;
  const fits = preferred ? " (one of your best days)" : " (not one of your best days, but possible)";
  return [
    `on ${day}s${preferredDays === 0 ? "" : fits}`,
    ...(previousLead !== null && previousLead === group.lead ? ["with the lead you had last year"] : []),
  ];
}

/** Why not the group that would have cost the school least, with what that would have cost the others. */
function sayPassedOver({ group: id, saving, loss }: PassedOverResult, facts: ResultFacts): string {
  const group = facts.groupOf(id);
  const name = group.online ? "An online group" : `The group ${sayWhere(group, facts.school)}`;
  const better = `${name} would have suited you better by as much as ${sayTenths(saving)} of travel`;
  if (facts.notRunning?.has(id))
    return `${better}, but it does not run: a group needs enough schools, and the groups that run are the choice that suits all schools together.`;
  const start = `${better}, but it is full`;
  if (group.capacity === 0) return `${start}: its places were held before this match.`;
  if (loss === null) return `${start}: ${deciderOf(facts)} has decided on its places.`;
  if (endsWaiting(loss) && facts.placesMove)
    return `${start}: with you there, another school would have had to move, or to wait.`;
  if (endsWaiting(loss)) return `${start}: with you there, another school would have had no place.`;
  return loss === 0
    ? `${start}: with you there, all schools together would have been no better off.`
    : `${start}: with you there, all schools together would have lost as much as ${sayTenths(loss)}.`;
}

function sayNothingEligible({ looked, removedBy }: NothingEligibleResult, facts: ResultFacts): string {
  if (looked === 0) return "No group of this programme is open in your hub or next to it yet.";
  const removed = removedBy.map(
    ({ obstacle, groups }) => `${groups} ${sayObstacle(obstacle, groups === 1, facts)}`,
  );
  return `${capital(count(looked, "group"))} of this programme ${looked === 1 ? "is" : "are"} open in your hub and next to it, and none is open to you: ${listWords(removed)}.`;
}

function sayObstacle(obstacle: Obstacle, one: boolean, facts: ResultFacts): string {
  const { application } = facts;
  const verb = one ? "is" : "are";
  switch (obstacle) {
    case "hub":
      return application.neighbourHubs
        ? `${verb} in a hub that takes no guests`
        : `${verb} in a neighbouring hub, which you did not choose`;
    case "day":
      return `${verb} on ${one ? "a day" : "days"} you cannot attend`;
    case "distance":
      return `${verb} farther than your ${application.maximumKm} km`;
    case "place_unknown":
      return `${verb} at a distance we cannot measure`;
    case "own_lead":
      return `${verb} led by somebody of your own school`;
    case "by_hand":
      return `${verb} ruled out by ${deciderOf(facts)}`;
  }
}

function sayAllFull(
  { reach: { groups, places, held, byHand = 0 } }: AllFullResult,
  facts: ResultFacts,
): string {
  const which =
    groups === 1 ? "The one group you could come into is" : `All ${groups} groups you could come into are`;
  if (facts.placesMove)
    return `${which} full: each place is held by a school that had one before, or went to a school of the same or a higher priority, and no move within reach makes room.`;
  if (places === 0) return `${which} full: every place was held before this match.`;
  const open = places - byHand;
  const given = [
    ...(held > 0 ? [`${count(held, "place")} ${held === 1 ? "was" : "were"} held before this match`] : []),
    ...(byHand > 0 ? [`${deciderOf(facts)} has decided on ${count(byHand, "place")}`] : []),
  ];
  if (open === 0) return `${which} full: ${listWords(given)}.`;
  const went = `${count(open, "place")} went to ${open === 1 ? "a school" : "schools"} of the same or a higher priority`;
  if (given.length === 0) return `${which} full: ${groups === 1 ? "its" : "their"} ${went}.`;
  return `${which} full: ${given.join(", ")}, and the other ${went}.`;
}

function sayGroupNotViable(result: GroupNotViableResult, { school, groupOf }: ResultFacts): string {
  const told = toldGroup(result, groupOf);
  const where = `${sayWhere(told.group, school)} on ${weekdayNames[told.group.weekday]}s`;
  const which =
    result.options === 1
      ? `The one group that would be open to you, ${where}, does not run`
      : `None of the ${result.options} groups that would be open to you runs. The one that suits you best is ${where}`;
  return `${which}: ${sayUnviable(told)}.`;
}

function sayUnviable({ needed, schools, othersAreNeeded }: ToldGroup): string {
  if (schools >= needed) return `the ${count(needed, "school")} it needs could not all come`;
  const more = othersAreNeeded ? ", and more could come only from groups that would then have too few" : "";
  return `it would have had ${schools} of the ${count(needed, "school")} it needs${more}`;
}

/** What a placement costs, each term that is not nothing, counted as travel: what the hub reads. */
export function sayTerms(terms: CostTerms): string[] {
  const lines: readonly (readonly [number, string])[] = [
    [terms.travel, "to travel"],
    [terms.longTravel, "more for the long way"],
    [terms.notPreferredDay, "for a day it did not prefer"],
    [terms.otherMode, "for the other way of meeting"],
    [terms.neighbourHub, "for a neighbouring hub"],
    [terms.previousLead, "for another lead than last year"],
    [terms.move, "for moving from a place"],
  ];
  return lines.filter(([points]) => points > 0).map(([points, what]) => `${sayTenths(points)} ${what}`);
}

/** Points, or tenths of a kilometre, as "7.4 km". */
export function sayTenths(tenths: number): string {
  return `${(tenths / 10).toFixed(1)} km`;
}
