import { Columns } from "@/app/_components/columns";
import { HubContactPanel } from "@/app/_components/hub-contact-panel";
import { Page } from "@/app/_components/page";
import { StatusTag } from "@/app/_components/status-tag";
import { Timeline } from "@/app/_components/timeline";
import type { Ctx } from "@/lib/access/context";
import type { ApplicationView } from "@/lib/applications/queries/application";
import { whyNotChangePeople, whyNotEdit, whyNotWithdraw } from "@/lib/applications/rules";
import { sayStatus } from "@/lib/applications/say-status";
import { findHubContact } from "@/lib/hubs/queries";
import { sayAcademicYear } from "@/lib/kernel/academic-year";
import { listTimeline } from "@/lib/reporting/timeline";
import { Answers } from "../_journey/answers";
import { NextSteps } from "../_journey/next-steps";
import { nameOf } from "../_journey/steps";
import { Where } from "./where";

/** An application that was sent: where it is, who has it, what comes next and by when, and what the school may do. */
export async function StatusPage({ ctx, application }: { ctx: Ctx; application: ApplicationView }) {
  const { hubId, phase, assignedTo, organisationId, link, decision } = application;
  const [contact, timeline] = await Promise.all([
    findHubContact(ctx, { hubId, phase, preferred: assignedTo }),
    listTimeline(ctx, { applicationId: application.id }),
  ]);
  const status = sayStatus({ ...application, headRefused: link?.answer === "refused" });
  const waits = decision === "awaiting_headteacher" || decision === "submitted";
  return (
    <Page
      back={`/school/${organisationId}`}
      eyebrow={`${application.school}. ${sayAcademicYear(application.academicYear)}. Reference ${application.reference}`}
      title={nameOf(application)}
    >
      <Columns>
        <div>
          <p>
            <StatusTag kind={status.kind}>{status.words}</StatusTag>
          </p>
          <Where application={application} contact={contact} now={ctx.now} />
          {waits ? (
            <>
              <h2>What happens next</h2>
              <NextSteps application={application} contact={contact} />
            </>
          ) : null}
          <Answers application={application} changeable={whyNotEdit(application) === undefined} />
          <Timeline entries={timeline.rows} />
        </div>
        <div>
          {contact ? <HubContactPanel contact={contact} /> : null}
          <Acts application={application} />
        </div>
      </Columns>
    </Page>
  );
}

function Acts({ application }: { readonly application: ApplicationView }) {
  const base = `/school/applications/${application.id}`;
  const mayWithdraw = whyNotWithdraw(application) === undefined;
  const mayName = application.unit === "school" && whyNotChangePeople(application) === undefined;
  if (!mayWithdraw && !mayName) return null;
  return (
    <section className="panel" aria-labelledby="acts">
      <h2 id="acts">What you can do</h2>
      <ul className="govuk-list">
        {mayName ? (
          <li>
            <a href={`${base}/participants`}>Name or change people</a>
          </li>
        ) : null}
        {mayWithdraw ? (
          <>
            <li>
              <a href={`${base}/switch`}>Apply for something else instead</a>
            </li>
            <li>
              <a href={`${base}/withdraw`}>Withdraw</a>
            </li>
          </>
        ) : null}
      </ul>
    </section>
  );
}
