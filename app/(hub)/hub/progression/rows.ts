import type { StatusKind } from "@/app/_components/status-tag";
import { sayAcademicYear } from "@/lib/kernel/academic-year";
import { daysBetween, type IsoDate, sayDay } from "@/lib/kernel/dates";
import { count } from "@/lib/kernel/words";
import type { HubRecommendation } from "@/lib/progression/queries/hub-list";
import { answerBy, decideBy, phaseNames, stageNames } from "@/lib/progression/rules";
import type { ProgressionTableRow } from "./progression-table";

/** A row of the list in words. */
export function tableRow(row: HubRecommendation, today: IsoDate): ProgressionTableRow {
  return {
    id: row.id,
    school: row.school,
    urn: row.urn ? `URN ${row.urn}` : "",
    now: `${phaseNames[row.phase]} ${stageNames[row.fromStage]}`,
    suggested: `${stageNames[row.toStage]}, ${sayAcademicYear(row.academicYear)}`,
    lead: row.lead,
    ...promiseOf(row, today),
    ...statusOf(row),
  };
}

function promiseOf(row: HubRecommendation, today: IsoDate): Pick<ProgressionTableRow, "promised" | "late"> {
  if (row.status === "recommended")
    return { promised: `School by ${sayDay(answerBy(row.recommendedOn))}`, late: false };
  if (row.status !== "confirmed" || !row.schoolContinues || !row.confirmedOn)
    return { promised: "", late: false };
  const by = decideBy(row.confirmedOn);
  const days = daysBetween(by, today);
  return days > 0
    ? { promised: `${sayDay(by)}, ${count(days, "day")} late`, late: true }
    : { promised: sayDay(by), late: false };
}

function statusOf(row: HubRecommendation): { kind: StatusKind; status: string } {
  if (row.status === "recommended") return { kind: "wait", status: "With the school" };
  if (row.status === "decided")
    return { kind: "done", status: row.decidedStage ? `${stageNames[row.decidedStage]} decided` : "Decided" };
  return row.schoolContinues
    ? { kind: "todo", status: "To decide" }
    : { kind: "plain", status: "Takes a break" };
}
