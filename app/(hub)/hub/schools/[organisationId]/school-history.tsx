import { StatusTag } from "@/app/_components/status-tag";
import { Table } from "@/app/_components/table";
import type { SchoolApplication } from "@/lib/applications/queries/school-applications";
import { sayHubStatus } from "@/lib/applications/say-status";
import { academicYearOf, sayAcademicYear } from "@/lib/kernel/academic-year";
import { sayShortDate } from "@/lib/kernel/dates";
import { capital } from "@/lib/kernel/words";
import type { SchoolRecord } from "@/lib/schools/queries/school-record";
import { sayStage } from "@/lib/schools/say-phases";

export function Stages({ stages }: Pick<SchoolRecord, "stages">) {
  if (stages.length === 0)
    return <p>It has not begun Teaching for Mastery yet. Its journey starts with its first group.</p>;
  return (
    <Table
      head={["Year", "Stage", "Phase"]}
      firstCellIsHeader
      rows={stages.map(({ startedOn, finishedOn, stage, phase }) => [
        sayAcademicYear(academicYearOf(startedOn)),
        `${sayStage(stage)}${finishedOn ? "" : ", now"}`,
        capital(phase),
      ])}
    />
  );
}

export function Applications({ applications }: { readonly applications: readonly SchoolApplication[] }) {
  if (applications.length === 0) return <p>It has sent your hub no application yet.</p>;
  return (
    <Table
      head={["Programme", "Year", "Status"]}
      firstCellIsHeader
      rows={applications.map(({ id, programme, academicYear, decision, placement }) => {
        const status = sayHubStatus({
          decision,
          placement,
          answerBy: null,
          headRefused: false,
          duplicates: 0,
        });
        return [
          <a key={id} className="govuk-link" href={`/hub/applications/${id}`}>
            {programme}
          </a>,
          sayAcademicYear(academicYear),
          <StatusTag key="status" kind={status.kind}>
            {status.words}
          </StatusTag>,
        ];
      })}
    />
  );
}

export function Urns({ urns }: Pick<SchoolRecord, "urns">) {
  return (
    <Table
      head={["URN", "In the register", "From", "To"]}
      firstCellIsHeader
      rows={urns.map(({ urn, name, type, startedOn, finishedOn }) => [
        urn,
        [name, type].filter(Boolean).join(", ") || "Not in the register",
        startedOn ? sayShortDate(startedOn) : "Not known",
        finishedOn ? sayShortDate(finishedOn) : "Now",
      ])}
    />
  );
}
