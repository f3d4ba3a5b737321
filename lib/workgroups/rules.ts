import { addDays, daysBetween, type IsoDate, weekdayNames, weekdayOf } from "@/lib/kernel/dates";
import { isBankHoliday } from "@/lib/kernel/working-days";
import { usualSchoolHoliday } from "./holiday-rules";
import type { WeekPattern } from "./input";

export const workGroupStatuses = [
  "planned",
  "recruiting",
  "confirmed",
  "running",
  "finished",
  "cancelled",
] as const;
export type WorkGroupStatus = (typeof workGroupStatuses)[number];

/** What a Work Group may become, from what it is (product.md, Lifecycles). */
export const workGroupTransitions: Readonly<Record<WorkGroupStatus, readonly WorkGroupStatus[]>> = {
  planned: ["recruiting", "cancelled"],
  recruiting: ["confirmed", "cancelled"],
  confirmed: ["running", "cancelled"],
  running: ["finished", "cancelled"],
  finished: [],
  cancelled: [],
};

export const workGroupStatusNames: Readonly<Record<WorkGroupStatus, string>> = {
  planned: "Planned",
  recruiting: "Open for matching",
  confirmed: "Confirmed",
  running: "Running",
  finished: "Finished",
  cancelled: "Cancelled",
};

export function mayBecome(from: WorkGroupStatus, to: WorkGroupStatus): boolean {
  return workGroupTransitions[from].includes(to);
}

/** Groups that the match may place schools in. */
export const openStatuses = ["recruiting", "confirmed"] as const satisfies readonly WorkGroupStatus[];

/** Placements that hold a place: whoever counts the places of a group counts these, under the group's row lock. */
export const heldPlacements = ["offered", "accepted", "started", "completed", "paused"] as const;
/** Of those, the ones to whom the school has said yes. */
export const takenPlacements = ["accepted", "started", "completed", "paused"] as const;

export interface GroupFacts {
  readonly status: WorkGroupStatus;
  readonly minimumSchools: number;
  readonly maximumSchools: number;
}

export function whyNotOpen(group: GroupFacts, sessions: number): "wrong_status" | "no_sessions" | undefined {
  if (!mayBecome(group.status, "recruiting")) return "wrong_status";
  return sessions === 0 ? "no_sessions" : undefined;
}

/** A group below its minimum may still be confirmed, but somebody has to say why. */
export function whyNotConfirm(
  group: GroupFacts,
  facts: {
    readonly sessions: number;
    readonly hasLead: boolean;
    readonly taken: number;
    readonly reason: string;
  },
): "wrong_status" | "no_sessions" | "no_lead" | "below_minimum" | undefined {
  if (!mayBecome(group.status, "confirmed")) return "wrong_status";
  if (facts.sessions === 0) return "no_sessions";
  if (!facts.hasLead) return "no_lead";
  return facts.taken < group.minimumSchools && facts.reason === "" ? "below_minimum" : undefined;
}

/** Day, way of meeting and venue are what schools were placed by: they stay as they are once a place is held. */
export function whyNotEdit(
  group: GroupFacts,
  change: { readonly maximumSchools: number; readonly movesPlaceOrDay: boolean },
  held: number,
): "wrong_status" | "places_held" | "maximum_below_places" | undefined {
  if (group.status === "finished" || group.status === "cancelled") return "wrong_status";
  if (change.movesPlaceOrDay && held > 0) return "places_held";
  return change.maximumSchools < held ? "maximum_below_places" : undefined;
}

/** The whole list of sessions may be drawn again only while no school has been told the dates. */
export function whyNotPlanSessions(
  group: GroupFacts,
  held: number,
): "wrong_status" | "places_held" | undefined {
  if (group.status !== "planned" && group.status !== "recruiting") return "wrong_status";
  return held > 0 ? "places_held" : undefined;
}

/** What the calendar makes of a group that nobody moved on: it runs from its first session and has finished after its last. */
export function statusByDates(
  status: WorkGroupStatus,
  dates: { readonly first: IsoDate; readonly last: IsoDate },
  today: IsoDate,
): WorkGroupStatus {
  if (status === "confirmed" && dates.first <= today) return dates.last < today ? "finished" : "running";
  return status === "running" && dates.last < today ? "finished" : status;
}

/** A session may be moved or cancelled until its register says that it took place. */
export function whyNotChangeSession(
  group: Pick<GroupFacts, "status">,
  session: { readonly cancelledAt: Date | null; readonly registerSavedAt: Date | null },
): "wrong_status" | "session_cancelled" | "session_over" | undefined {
  if (group.status === "finished" || group.status === "cancelled") return "wrong_status";
  if (session.cancelledAt) return "session_cancelled";
  return session.registerSavedAt ? "session_over" : undefined;
}

/** The day on which the group's first session could be: its weekday, in a week of its pattern, in term. */
export function firstDate(group: Meeting, from: IsoDate): IsoDate {
  const day = addDays(from, (group.weekday - weekdayOf(from) + 7) % 7);
  return nextGoodDate(day, group.weekPattern);
}

export interface SessionPattern {
  readonly firstOn: IsoDate;
  readonly sessions: number;
  readonly weeksBetween: number;
  readonly weekPattern: WeekPattern;
}

/**
 * Dates at equal distances. One that falls on a bank holiday, in the usual school holidays or in a week that is not the
 * group's is put a week later, and the next ones keep their own distance from the first.
 */
export function proposeDates({ firstOn, sessions, weeksBetween, weekPattern }: SessionPattern): IsoDate[] {
  const dates = [firstOn];
  for (let index = 1; index < sessions; index += 1) {
    const wanted = addDays(firstOn, index * weeksBetween * 7);
    const weekAfterLast = addDays(dates.at(-1) ?? firstOn, 7);
    dates.push(nextGoodDate(laterOf(wanted, weekAfterLast), weekPattern));
  }
  return dates;
}

function laterOf(a: IsoDate, b: IsoDate): IsoDate {
  return daysBetween(a, b) > 0 ? b : a;
}

function nextGoodDate(from: IsoDate, pattern: WeekPattern): IsoDate {
  let date = from;
  while (isBankHoliday(date) || usualSchoolHoliday(date) || !isWeekOf(date, pattern)) date = addDays(date, 7);
  return date;
}

/** Whether the date's week, counted from the first of the calendar year that has a Thursday, is one of the pattern. */
function isWeekOf(date: IsoDate, pattern: WeekPattern): boolean {
  return pattern === "every" || (weekNumber(date) % 2 === 1) === (pattern === "odd");
}

/** The ISO 8601 number of the date's week. */
export function weekNumber(date: IsoDate): number {
  const thursday = addDays(date, 3 - weekdayOf(date));
  return 1 + Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7);
}

export interface Meeting {
  readonly weekday: number;
  readonly weekPattern: WeekPattern;
}

/** What is odd about a date, as sentences. A warning never stops anybody. */
export function warningsForDate(
  date: IsoDate,
  group: Meeting & { readonly startsOn: IsoDate; readonly endsOn: IsoDate },
): string[] {
  const day = weekdayOf(date);
  const holiday = usualSchoolHoliday(date);
  const number = weekNumber(date);
  const outside = date < group.startsOn || date > group.endsOn;
  return [
    isBankHoliday(date) && "This is a bank holiday.",
    holiday && `Most schools are closed: ${holiday}.`,
    day > 4 && `This is a ${weekdayNames[day]}.`,
    day <= 4 &&
      day !== group.weekday &&
      `This is a ${weekdayNames[day]}; the group meets on ${weekdayNames[group.weekday]}s.`,
    !isWeekOf(date, group.weekPattern) &&
      `This is week ${number}; the group meets in ${group.weekPattern} weeks.`,
    outside && "This is outside the dates of the programme.",
  ].filter((warning) => typeof warning === "string");
}

/** Whether two sessions on one date overlap. Times are `13:30` or `13:30:00`. */
export function timesOverlap(
  a: { readonly startsAt: string; readonly endsAt: string },
  b: { readonly startsAt: string; readonly endsAt: string },
): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}
