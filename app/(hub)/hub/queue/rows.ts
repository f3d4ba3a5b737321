import type { QueueRow } from "@/lib/applications/queries/hub-queue";
import { sayHubStatus } from "@/lib/applications/say-status";
import { sayDay, sayShortDate } from "@/lib/kernel/dates";
import { count } from "@/lib/kernel/words";
import type { QueueTableRow } from "./queue-table";

/** A row of the queue in words. */
export function tableRow(row: QueueRow): QueueTableRow {
  const status = sayHubStatus({ ...row, answerBy: null, headRefused: false });
  return {
    id: row.id,
    school: row.school,
    urn: row.urn ? `URN ${row.urn}` : "",
    what: row.theme ? `${row.programme}: ${row.theme}` : row.programme,
    applied: row.appliedOn ? `Applied ${sayShortDate(row.appliedOn)}` : "",
    ...promiseWords(row),
    disadvantaged: row.disadvantaged === null ? "Not known" : `${Math.round(row.disadvantaged)}%`,
    kind: status.kind,
    status: status.words,
    person: row.assignedTo ?? "No one yet",
  };
}

function promiseWords({
  promisedOn,
  daysLate,
  dueThisWeek,
}: QueueRow): Pick<QueueTableRow, "promised" | "urgency"> {
  if (!promisedOn) return { promised: "After the head agrees", urgency: "" };
  const day = sayDay(promisedOn);
  if (daysLate > 0) return { promised: `${day}, ${count(daysLate, "day")} late`, urgency: "late" };
  return { promised: day, urgency: dueThisWeek ? "soon" : "" };
}
