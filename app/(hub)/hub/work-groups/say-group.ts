import type { StatusKind } from "@/app/_components/status-tag";
import { sayAcademicYear } from "@/lib/kernel/academic-year";
import { weekdayNames } from "@/lib/kernel/dates";
import type { WeekPattern } from "@/lib/workgroups/input";
import type { WorkGroupStatus } from "@/lib/workgroups/rules";

/** Who acts next for a group in this status. */
export const statusKinds: Readonly<Record<WorkGroupStatus, StatusKind>> = {
  planned: "todo",
  recruiting: "wait",
  confirmed: "done",
  running: "done",
  finished: "plain",
  cancelled: "no",
};

/** "10 of 12 places taken, 1 offered, 1 free" */
export function sayPlaces({
  taken,
  offered,
  maximum,
}: {
  taken: number;
  offered: number;
  maximum: number;
}): string {
  const free = maximum - taken - offered;
  return [
    `${taken} of ${maximum} places taken`,
    offered > 0 ? `${offered} offered` : "",
    free > 0 ? `${free} free` : "",
  ]
    .filter(Boolean)
    .join(", ");
}

/** "Tuesdays", "Tuesdays in even weeks" */
export function sayMeetingDay({
  weekday,
  weekPattern,
}: {
  weekday: number;
  weekPattern: WeekPattern;
}): string {
  const days = `${weekdayNames[weekday]}s`;
  return weekPattern === "every" ? days : `${days} in ${weekPattern} weeks`;
}

export function sayVenue(group: {
  online: boolean;
  venueName: string | null;
  venuePostcode: string | null;
}): string {
  return group.online ? "Online" : [group.venueName, group.venuePostcode].filter(Boolean).join(", ");
}

/** "Sustaining: Oracy, 2026/27" */
export function sayOffer(offer: { programme: string; theme: string | null; academicYear: number }): string {
  const name = offer.theme ? `${offer.programme}: ${offer.theme}` : offer.programme;
  return `${name}, ${sayAcademicYear(offer.academicYear)}`;
}
