import { count, listWords } from "@/lib/kernel/words";
import type {
  PlaceExplanation,
  PlacementExplanation,
  RemovingRule,
  WaitingExplanation,
} from "./placement-explanation";

/** Why a school has this group, or why it waits, in one true sentence. */
export function sayPlacement(explanation: PlacementExplanation): string {
  return explanation.kind === "placed" || explanation.kind === "chosen"
    ? sayPlaced(explanation)
    : sayWaiting(explanation);
}

function sayWaiting(explanation: WaitingExplanation): string {
  switch (explanation.kind) {
    case "nothing_eligible":
      return sayNothingEligible(explanation);
    case "all_full":
      return sayAllFull(explanation);
    case "group_not_viable":
      return sayGroupNotViable(explanation);
    case "too_many_moves":
      return "A place for you would mean moving schools that have already accepted theirs.";
  }
}

function sayGroupNotViable({
  groups,
  needed,
  schools,
}: WaitingExplanation & { kind: "group_not_viable" }): string {
  const which =
    groups === 1
      ? "The one group within your reach does not run: it"
      : `None of the ${groups} groups within your reach runs: the best for you`;
  return schools < needed
    ? `${which} would have had ${schools} of the ${count(needed, "school")} it needs.`
    : `${which} could not have all of the ${count(needed, "school")} it needs.`;
}

function sayAllFull({
  places,
  groups,
  heldBefore,
  byHand = 0,
}: WaitingExplanation & { kind: "all_full" }): string {
  const taken = `Every place you could come into is taken: ${count(places, "place")} in ${count(groups, "group")}`;
  if (heldBefore === places) return `${taken}, all held before this match.`;
  const given = [
    ...(heldBefore > 0 ? [`${heldBefore} held before this match`] : []),
    ...(byHand > 0 ? [`${byHand} given by hand`] : []),
  ];
  if (given.length === 0) return `${taken}, all held by schools of the same or higher priority.`;
  if (heldBefore + byHand === places) return `${taken}, ${listWords(given)}.`;
  return `${taken}, ${listWords([...given, "the others by schools of the same or higher priority"])}.`;
}

function sayNothingEligible({
  looked,
  removedBy,
}: WaitingExplanation & { kind: "nothing_eligible" }): string {
  if (looked === 0) return "No group of this programme runs in your hub or a neighbouring hub yet.";
  const removed = removedBy.map(({ rule, groups }) => `${groups} ${removals[rule](groups === 1)}`);
  return `${count(looked, "group")} ${looked === 1 ? "runs" : "run"} in your hub and its neighbours: ${listWords(removed)}.`;
}

const removals: Readonly<Record<RemovingRule, (one: boolean) => string>> = {
  hub: (one) => (one ? "is in a hub you did not choose" : "are in hubs you did not choose"),
  day: (one) => `${one ? "is" : "are"} on days you cannot attend`,
  distance: (one) => `${one ? "is" : "are"} farther than you can travel`,
  place_unknown: (one) => `${one ? "is" : "are"} at a distance we cannot measure`,
  own_lead: (one) => `${one ? "is" : "are"} led by somebody of your own school`,
  by_hand: (one) => `${one ? "is" : "are"} ruled out by hand`,
};

function sayPlaced(explanation: PlaceExplanation): string {
  const parts = [
    explanation.km === null ? "meets online" : `is ${sayKm(explanation.km)} away`,
    ...(explanation.preferredDay ? ["meets on one of your best days"] : []),
    ...(explanation.sameLead ? ["has the same lead as this year"] : []),
  ];
  return `The group ${listWords(parts)}.`;
}

/** "7.4 km" */
export function sayKm(km: number): string {
  return `${km.toFixed(1)} km`;
}
