import { addDays, type IsoDate, weekdayNames, weekdayOf } from "@/lib/kernel/dates";
import { isBankHoliday } from "@/lib/kernel/working-days";

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

export interface SessionPattern {
  readonly firstOn: IsoDate;
  readonly sessions: number;
  readonly weeksBetween: number;
}

/** Dates at equal distances; one that is a bank holiday is put a week later, and the next ones keep their own distance from the first. */
export function proposeDates(pattern: SessionPattern): IsoDate[] {
  return Array.from({ length: pattern.sessions }, (_, index) => {
    let date = addDays(pattern.firstOn, index * pattern.weeksBetween * 7);
    while (isBankHoliday(date)) date = addDays(date, 7);
    return date;
  });
}

/** What is odd about a date, as sentences. A warning never stops anybody. */
export function warningsForDate(
  date: IsoDate,
  group: { readonly weekday: number; readonly startsOn: IsoDate; readonly endsOn: IsoDate },
): string[] {
  const day = weekdayOf(date);
  return [
    ...(isBankHoliday(date) ? ["This is a bank holiday."] : []),
    ...(day > 4 ? [`This is a ${weekdayNames[day]}.`] : []),
    ...(day <= 4 && day !== group.weekday
      ? [`This is a ${weekdayNames[day]}; the group meets on ${weekdayNames[group.weekday]}s.`]
      : []),
    ...(date < group.startsOn || date > group.endsOn ? ["This is outside the dates of the programme."] : []),
  ];
}

/** Whether two sessions on one date overlap. Times are `13:30` or `13:30:00`. */
export function timesOverlap(
  a: { readonly startsAt: string; readonly endsAt: string },
  b: { readonly startsAt: string; readonly endsAt: string },
): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}
