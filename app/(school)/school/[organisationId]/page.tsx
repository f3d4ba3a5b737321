import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Columns } from "@/app/_components/columns";
import { JourneyDrawing } from "@/app/_components/journey-drawing";
import { Page } from "@/app/_components/page";
import { holdsSchoolRole, schoolRoles } from "@/lib/access/scope";
import { listOwnApplications } from "@/lib/applications/queries/own-applications";
import { firstTask } from "@/lib/applications/task-rules";
import { requireActor } from "@/lib/auth/current-user";
import { requestContext } from "@/lib/auth/request-context";
import { currentAcademicYear, sayAcademicYear } from "@/lib/kernel/academic-year";
import { londonDate, sayDay, sayTime } from "@/lib/kernel/dates";
import { isId } from "@/lib/kernel/ids";
import { pageNumber } from "@/lib/kernel/paging";
import { getJourney } from "@/lib/progression/queries/journey";
import { listOwnRecommendations } from "@/lib/progression/queries/recommendations";
import { getSchoolHome, type SchoolHome } from "@/lib/registers/queries/school-groups";
import { Applications } from "./applications";
import { asksTheSchool, NextStages } from "./next-stages";
import { OneThing } from "./one-thing";

export const metadata: Metadata = { title: "Our school" };

interface SchoolHomeProps {
  readonly params: Promise<{ organisationId: string }>;
  readonly searchParams: Promise<{ page?: string | string[] }>;
}

export default async function SchoolHomePage({ params, searchParams }: SchoolHomeProps) {
  const { organisationId } = await params;
  if (!isId(organisationId)) notFound();
  const actor = await requireActor(`/school/${organisationId}`);
  const ctx = await requestContext();
  const fromYear = currentAcademicYear(ctx.now);
  const page = pageNumber((await searchParams).page);
  const [school, journey, recommendations, applications] = await Promise.all([
    getSchoolHome(ctx, organisationId),
    getJourney(ctx, organisationId),
    listOwnRecommendations(ctx, { organisationId, fromYear }),
    listOwnApplications(ctx, { organisationId, fromYear, page }),
  ]);
  if (!school) notFound();
  const acts = holdsSchoolRole(actor, schoolRoles, organisationId);
  const task = firstTask(applications.rows, londonDate(ctx.now));
  const isFirst = task && (task.kind === "answer_place" || !asksTheSchool(recommendations));
  return (
    <Page title={school.name} eyebrow={`URN ${school.urn}${school.hub ? `, ${school.hub}` : ""}`}>
      <Columns>
        <div>
          {isFirst ? <OneThing task={task} /> : null}
          <NextStages organisationId={organisationId} recommendations={recommendations} />
          {acts ? <Applications organisationId={organisationId} applications={applications} /> : null}
          <h2>Our Work Groups</h2>
          <Groups school={school} />
        </div>
        <div>
          <section className="panel panel--paper" aria-labelledby="hub">
            <h2 id="hub">Your hub</h2>
            <p>
              {school.hub ?? "No hub is known for your school yet."}
              {school.hubTelephone ? `, ${school.hubTelephone}` : ""}
            </p>
            {school.hubEmail ? (
              <p>
                <a className="govuk-link" href={`mailto:${school.hubEmail}`}>
                  Email your hub
                </a>
              </p>
            ) : null}
          </section>
          <p>
            <a className="govuk-link" href={`/school/${organisationId}/people`}>
              People who act for our school
            </a>
          </p>
          {acts ? (
            <p>
              <a className="govuk-link" href={`/school/${organisationId}/support`}>
                Targeted Support
              </a>
            </p>
          ) : null}
        </div>
      </Columns>
      <h2>Our journey</h2>
      {journey && journey.years.length > 0 ? (
        <>
          <p className="measure">
            <span className="only-wide">Three squares across are one school year. </span>A break does not send
            you back: you may return to Sustaining in any September.
          </p>
          <JourneyDrawing journey={journey} school={school.name} />
        </>
      ) : (
        <p>Your journey in Teaching for Mastery begins with your first group.</p>
      )}
    </Page>
  );
}

function Groups({ school }: { readonly school: SchoolHome }) {
  if (school.groups.length === 0) return <p>Your school has no place in a Work Group at present.</p>;
  return (
    <ul className="govuk-list">
      {school.groups.map((group) => (
        <li key={group.id}>
          <a className="govuk-link" href={`/school/work-groups/${group.id}`}>
            {group.name}
          </a>
          <br />
          {group.programme}, {sayAcademicYear(group.academicYear)}
          {group.lead ? `. Led by ${group.lead}` : ""}
          {group.next
            ? `. Next: ${group.next.title}, ${sayDay(group.next.heldOn)}, ${sayTime(group.next.startsAt)}`
            : ""}
        </li>
      ))}
    </ul>
  );
}
