import { weekdayNames } from "@/lib/kernel/dates";
import { daysOf } from "@/lib/kernel/weekdays";
import { count, listWords } from "@/lib/kernel/words";
import type { WaitingExplanation } from "./placement-explanation";
import { sayKm } from "./say-placement";
import type { Wishes } from "./say-wishes";

/** One thing that would have given a waiting school a place: what, and what it would take. */
export interface SaidChange {
  readonly kind: "wishes" | "place" | "group";
  readonly fact: string;
  readonly line: string;
}

/** What would have given a school a place, what it can do itself first; nothing where nothing was found. Counts and distances only. */
export function sayChanges(
  { wouldBePlaced, onePlaceMore, oneGroupMore }: WaitingExplanation,
  wishes: Pick<Wishes, "impossibleDays" | "maximumKm" | "neighbourHubs">,
): SaidChange[] {
  return [
    ...(wouldBePlaced ? [looserWishes(wouldBePlaced, wishes)] : []),
    ...(onePlaceMore ? [onePlace(onePlaceMore)] : []),
    ...(oneGroupMore ? [oneGroup(oneGroupMore)] : []),
  ];
}

type Looser = NonNullable<WaitingExplanation["wouldBePlaced"]>;

function looserWishes(looser: Looser, wishes: Parameters<typeof sayChanges>[1]): SaidChange {
  const days = daysOf(wishes.impossibleDays & ~looser.impossibleDays).map((day) => `${weekdayNames[day]}s`);
  const parts = [
    ...(days.length > 0 ? [`could attend on ${listWords(days)}`] : []),
    ...(looser.maximumKm > wishes.maximumKm
      ? [`could travel ${looser.maximumKm} km instead of ${wishes.maximumKm}`]
      : []),
    ...(looser.neighbourHubs && !wishes.neighbourHubs ? ["could join a group of a neighbouring hub"] : []),
  ];
  return {
    kind: "wishes",
    fact: `If you ${listWords(parts)}`,
    line: "With all else as it was, you would have had a place. Tell your hub if you can.",
  };
}

function onePlace({ km, weekday }: NonNullable<WaitingExplanation["onePlaceMore"]>): SaidChange {
  const where = km === null ? "the online group" : `the group ${sayKm(km)} away`;
  return {
    kind: "place",
    fact: `One more place in ${where}, on ${weekdayNames[weekday]}s`,
    line: "It is full. Your hub can make a group larger; with one more place there, you would have had one.",
  };
}

function oneGroup({
  withinKm,
  weekday,
  schools,
  needed,
}: NonNullable<WaitingExplanation["oneGroupMore"]>): SaidChange {
  const day = `on ${weekdayNames[weekday]}s`;
  const group =
    withinKm === null
      ? `A new online group, ${day}`
      : `A new group ${withinKm === 0 ? "close to you" : `within ${withinKm} km of you`}, ${day}`;
  const have = `It would have ${count(schools, "school")}`;
  const isEnough = needed !== null && schools >= needed;
  const size = isEnough ? `${have}, enough to run.` : `${have}${tooFew(needed)}.`;
  return { kind: "group", fact: group, line: size };
}

function tooFew(needed: number | null): string {
  return needed === null
    ? ""
    : `, and a group needs ${needed}: your hub would have to hold it open with fewer`;
}
