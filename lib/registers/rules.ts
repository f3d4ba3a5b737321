import { addDays, type IsoDate } from "@/lib/kernel/dates";

export type Mark = "attended" | "partly" | "substitute" | "absent_with_notice" | "absent";

/** The marks of a register, in the words of its buttons. A substitute came in somebody's stead: the school was there. */
export const markNames: Readonly<Record<Mark, string>> = {
  attended: "Attended",
  partly: "Partly",
  substitute: "Stand-in",
  absent_with_notice: "Absent, told us",
  absent: "Absent",
};
export const marks = Object.keys(markNames) as [Mark, ...Mark[]];

/** Marks with which a school counts as having been there. */
export function wasThere(mark: Mark): boolean {
  return mark === "attended" || mark === "partly" || mark === "substitute";
}

/** How long after a session its register may still be changed. */
const OPEN_DAYS = 60;

/** The day of the oldest session whose register can still be taken. */
export function registersOpenSince(today: IsoDate): IsoDate {
  return addDays(today, -OPEN_DAYS);
}

export type RegisterRefusal = "session_cancelled" | "session_ahead" | "register_closed";

/** Why a register cannot be taken now: before the day, long after it, or for a session that did not take place. */
export function whyNotMark(
  session: { heldOn: IsoDate; cancelledAt: Date | null },
  today: IsoDate,
): RegisterRefusal | undefined {
  if (session.cancelledAt) return "session_cancelled";
  if (session.heldOn > today) return "session_ahead";
  if (session.heldOn < registersOpenSince(today)) return "register_closed";
  return undefined;
}

export interface Attended {
  readonly held: number;
  readonly there: number;
}

/** "4 of 5 sessions" */
export function sayAttendance({ held, there }: Attended): string {
  return `${there} of ${held} ${held === 1 ? "session" : "sessions"}`;
}
