import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { londonMoment } from "@/lib/kernel/dates";

/** A session as a calendar needs it. Dates and times are wall time in England. */
export interface CalendarSession {
  readonly id: string;
  readonly groupName: string;
  readonly title: string;
  readonly heldOn: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string;
  readonly leadName: string | null;
  readonly cancelled: boolean;
  /** Counted up by every change, so that calendar programs replace what they have. */
  readonly sequence: number;
  readonly url: string;
}

/**
 * Writes an iCalendar file. Times are moments in UTC, which every calendar program shows right in winter and in summer;
 * each session keeps its identity, so a moved session moves and a cancelled one is struck out.
 */
export function writeCalendar(name: string, sessions: readonly CalendarSession[], now: Date): string {
  const calendar = ical({
    name,
    prodId: { company: "Maths Hubs Enrolment", product: "Sessions", language: "EN" },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 60 * 60 * 6,
  });
  for (const session of sessions) {
    calendar.createEvent({
      id: `session-${session.id}@maths-hubs.example`,
      sequence: session.sequence,
      stamp: now,
      start: londonMoment(session.heldOn, session.startsAt.slice(0, 5)),
      end: londonMoment(session.heldOn, session.endsAt.slice(0, 5)),
      summary: `${session.groupName}: ${session.title}`,
      location: session.place,
      description: session.leadName ? `Led by ${session.leadName}` : "",
      url: session.url,
      status: session.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}
