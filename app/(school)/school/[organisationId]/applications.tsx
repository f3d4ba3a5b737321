import type { ReactNode } from "react";
import { PageLinks } from "@/app/_components/page-links";
import { StatusTag } from "@/app/_components/status-tag";
import { TaskList } from "@/app/_components/task-list";
import type { OwnApplication } from "@/lib/applications/queries/own-applications";
import { sayStatus } from "@/lib/applications/say-status";
import { sayAcademicYear } from "@/lib/kernel/academic-year";
import { sayDate } from "@/lib/kernel/dates";
import { type Page, pageCount } from "@/lib/kernel/paging";
import { listWords } from "@/lib/kernel/words";

interface ApplicationsProps {
  readonly organisationId: string;
  readonly applications: Page<OwnApplication>;
}

/** What the school has begun or sent, year by year, each with where it is and by when it moves on. */
export function Applications({ organisationId, applications }: ApplicationsProps) {
  const { rows, page, total } = applications;
  const home = `/school/${organisationId}`;
  const years = [...new Set(rows.map(({ academicYear }) => academicYear))];
  return (
    <>
      {years.map((year) => (
        <section key={year} aria-labelledby={`applications-${year}`}>
          <h2 id={`applications-${year}`}>Your applications for {sayAcademicYear(year)}</h2>
          <TaskList
            idPrefix={`application-${year}`}
            items={rows.filter(({ academicYear }) => academicYear === year).map(asTask)}
          />
        </section>
      ))}
      <PageLinks
        page={page}
        pages={pageCount(total)}
        hrefOf={(number) => `${home}?page=${number}`}
        label="Applications"
      />
      {rows.length === 0 ? (
        <>
          <h2>Your applications</h2>
          <p>Your school has not applied for anything yet.</p>
        </>
      ) : null}
      <p>
        <a href={`/programmes?school=${organisationId}`}>See which programmes are open to you</a>
      </p>
    </>
  );
}

function asTask(application: OwnApplication) {
  const status = sayStatus(application);
  return {
    title: nameOf(application),
    href: `/school/applications/${application.id}`,
    hint: <Hint application={application} />,
    status: <StatusTag kind={status.kind}>{status.words}</StatusTag>,
  };
}

function nameOf({ programme, theme }: OwnApplication): string {
  return theme ? `${programme}: ${theme}` : programme;
}

function Hint({ application }: { readonly application: OwnApplication }): ReactNode {
  const { people, submittedOn, promisedOn, decision, closesOn, group } = application;
  const forWhom = people.length > 0 ? `For ${listWords(people)}. ` : "";
  if (decision === "draft") return `${forWhom}Apply by ${sayDate(closesOn)}`;
  const sent = submittedOn ? `Sent ${sayDate(submittedOn)}. ` : "";
  if (decision === "awaiting_headteacher") return `${forWhom}${sent}Apply by ${sayDate(closesOn)}`;
  if (group) return `${forWhom}${group}`;
  if (decision !== "submitted" || !promisedOn) return `${forWhom}${sent}With ${application.with}`;
  return (
    <>
      {forWhom}
      {sent}Decision by <strong>{sayDate(promisedOn)}</strong>. With {application.with}
    </>
  );
}
