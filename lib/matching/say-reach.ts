import { weekdayNames } from "@/lib/kernel/dates";
import { EVERY_DAY } from "@/lib/kernel/weekdays";
import { count, listWords } from "@/lib/kernel/words";
import {
  type Gains,
  gainsOf,
  gainTogether,
  type LoosenedWish,
  onlineAmong,
  type ReachableGroup,
  type ReachWishes,
  withinReach,
} from "./reach";

/** The groups around a school for one offer, as far as any wishes would open them. */
export interface GroupsAround {
  readonly groups: readonly ReachableGroup[];
  /** Further ones that cannot be measured, as the register has no place for the school. */
  readonly unmeasured: number;
}

/** The wish that is being asked for: where some groups are within reach, only what that one would add is told. */
export type AskedFor = "days" | "best" | "meeting" | "travel" | "hubs";

/** How many open groups are within reach with these wishes and what would add some: each sentence found by the rules of the match. */
export function sayReach(
  { groups, unmeasured }: GroupsAround,
  wishes: ReachWishes,
  askedFor: AskedFor,
): string[] {
  const unknown = unmeasured === 0 ? [] : [sayUnmeasured(unmeasured)];
  return [...sayMeasured(groups, wishes, askedFor), ...unknown, ...sayNothing(groups, unmeasured)];
}

function sayMeasured(groups: readonly ReachableGroup[], wishes: ReachWishes, askedFor: AskedFor): string[] {
  const reached = withinReach(groups, wishes);
  const gains = gainsOf(groups, wishes);
  if (wishes.impossibleDays === EVERY_DAY && gains.days.length > 0) return [sayDays(gains.days)];
  if (reached.length === 0) return sayNone(groups, wishes, gains);
  const more = moreOf(gains, askedFor);
  return [
    `${count(reached.length, "Work Group")} that ${are(reached.length)} open now ${are(reached.length)} within your reach.`,
    ...(askedFor === "meeting" ? sayKinds(reached) : []),
    ...sayFull(reached),
    ...(more.length === 0 ? [] : [`More would be within reach with ${listWords(more, "or")}.`]),
  ];
}

/** Before a day is chosen. */
function sayDays(days: Gains["days"]): string {
  const groups = days.reduce((sum, day) => sum + day.groups, 0);
  const words = days.map((day) => `${day.groups} on ${weekdayNames[day.weekday]}s`);
  return `${count(groups, "Work Group")} that ${are(groups)} open now could be within your reach: ${listWords(words)}.`;
}

function sayNone(groups: readonly ReachableGroup[], wishes: ReachWishes, gains: Gains): string[] {
  const none = "No Work Group that is open now is within your reach yet.";
  const alone = [...ofDays(gains), ...ofTravel(gains)];
  if (alone.length > 0) return [none, `Some would be within reach with ${listWords(alone, "or")}.`];
  const together = gainTogether(groups, wishes);
  if (!together) return [none];
  const words = together.loosened.map((wish) => loosenedWords(wish, together.km));
  return [none, `${together.groups} would be within reach with ${listWords(words)} together.`];
}

function sayFull(reached: readonly ReachableGroup[]): string[] {
  const full = reached.filter(({ isFull }) => isFull).length;
  if (full === 0) return [];
  if (full < reached.length) return [`${full} of them ${full === 1 ? "has" : "have"} no free place today.`];
  return [full === 1 ? "It has no free place today." : "None of them has a free place today."];
}

function sayKinds(reached: readonly ReachableGroup[]): string[] {
  const online = onlineAmong(reached);
  const there = reached.length - online;
  if (online > 0 && there > 0)
    return [`${there} of them ${there === 1 ? "meets" : "meet"} face to face, ${online} online.`];
  const how = online > 0 ? "online" : "face to face";
  return [reached.length === 1 ? `It meets ${how}.` : `All meet ${how}.`];
}

function moreOf(gains: Gains, askedFor: AskedFor): string[] {
  if (askedFor === "days") return ofDays(gains);
  if (askedFor === "hubs") return ofHubs(gains);
  return askedFor === "travel" ? ofTravel(gains) : [];
}

function ofDays({ days }: Gains): string[] {
  return days.map(
    ({ weekday, groups, online }) => `${weekdayNames[weekday]} (${groups}${sayOnline(groups, online)})`,
  );
}

function ofTravel(gains: Gains): string[] {
  const { km } = gains;
  return [...(km ? [`${loosenedWords("km", km.km)} (${km.groups})`] : []), ...ofHubs(gains)];
}

function ofHubs({ neighbours }: Gains): string[] {
  return neighbours > 0 ? [`${loosenedWords("neighbours", 0)} (${neighbours})`] : [];
}

function sayOnline(groups: number, online: number): string {
  if (online === 0) return "";
  return groups === online ? ", online" : `, ${online} of them online`;
}

function loosenedWords(wish: LoosenedWish, km: number): string {
  if (wish === "days") return "every weekday";
  return wish === "km" ? `travel up to ${km} km` : "groups of neighbouring hubs";
}

function sayUnmeasured(groups: number): string {
  return `${count(groups, "Work Group")} that ${are(groups)} open now cannot be counted: the register has no place for your school to measure from. Your hub can help.`;
}

function sayNothing(groups: readonly ReachableGroup[], unmeasured: number): string[] {
  if (groups.length > 0 || unmeasured > 0) return [];
  return ["Your wishes count for every group that opens before places are worked out."];
}

function are(number: number): string {
  return number === 1 ? "is" : "are";
}
