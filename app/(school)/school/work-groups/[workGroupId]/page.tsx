import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Columns } from "@/app/_components/columns";
import { Page } from "@/app/_components/page";
import { holdsSchoolRole, schoolRoles } from "@/lib/access/scope";
import { requireActor } from "@/lib/auth/current-user";
import { requestContext } from "@/lib/auth/request-context";
import { sayAcademicYear } from "@/lib/kernel/academic-year";
import { londonDate, sayDay, sayTime } from "@/lib/kernel/dates";
import { isId } from "@/lib/kernel/ids";
import { type GroupPage, getGroupForSchool } from "@/lib/registers/queries/group-page";
import { sayAttendance } from "@/lib/registers/rules";

export const metadata: Metadata = { title: "Our Work Group" };

export default async function SchoolGroupPage({ params }: { params: Promise<{ workGroupId: string }> }) {
  const { workGroupId } = await params;
  if (!isId(workGroupId)) notFound();
  const actor = await requireActor(`/school/work-groups/${workGroupId}`);
  const ctx = await requestContext();
  const group = await getGroupForSchool(ctx, workGroupId);
  if (!group) notFound();
  return (
    <Page
      title={group.name}
      eyebrow={`${group.programme}, ${sayAcademicYear(group.academicYear)}`}
      breadcrumbs={[{ text: "Our school", href: "/school" }, { text: group.name }]}
    >
      <Columns>
        <div>
          <h2>Dates</h2>
          <Dates group={group} today={londonDate(ctx.now)} />
          <p>
            <a className="govuk-link" href={`/school/work-groups/${group.id}/calendar.ics`}>
              Add these dates to a calendar
            </a>
          </p>
          {group.whatToPrepare ? (
            <>
              <h2>What to prepare</h2>
              <p>{group.whatToPrepare}</p>
            </>
          ) : null}
          <h2>Your people</h2>
          <OwnPeople group={group} />
          {group.schools
            .filter(({ organisationId }) => holdsSchoolRole(actor, schoolRoles, organisationId))
            .map(({ applicationId, name }, _, own) => (
              <p key={applicationId}>
                <a href={`/school/applications/${applicationId}/participants`}>
                  Name or change people{own.length > 1 ? ` of ${name}` : ""}
                </a>
              </p>
            ))}
        </div>
        <Aside group={group} />
      </Columns>
    </Page>
  );
}

function Dates({ group, today }: { readonly group: GroupPage; readonly today: string }) {
  if (group.sessions.length === 0)
    return <p>The dates are not settled yet. They appear here as soon as your lead has planned them.</p>;
  return (
    <ol className="govuk-list">
      {group.sessions.map((session) => (
        <li key={session.id}>
          <strong>
            {sayDay(session.heldOn)}, {sayTime(session.startsAt)} to {sayTime(session.endsAt)}
          </strong>
          <br />
          {session.title}, {session.online ? "online" : (session.venueName ?? group.venueName)}
          {session.cancelled ? ". Cancelled" : session.heldOn < today ? ". This date is past" : ""}
        </li>
      ))}
    </ol>
  );
}

function OwnPeople({ group }: { readonly group: GroupPage }) {
  if (group.people.length === 0) return <p>You have named nobody yet.</p>;
  return (
    <ul className="govuk-list">
      {group.people.map((person) => (
        <li key={person.participantId}>
          {person.name}
          {person.marked > 0
            ? `: there at ${sayAttendance({ held: person.marked, there: person.there })}`
            : ""}
        </li>
      ))}
    </ul>
  );
}

function Aside({ group }: { readonly group: GroupPage }) {
  return (
    <div>
      <section className="panel panel--paper" aria-labelledby="lead">
        <h2 id="lead">Your lead</h2>
        {group.leads.length === 0 ? <p>Your hub is choosing the lead.</p> : null}
        {group.leads.map((lead) => (
          <p key={lead.id}>
            <strong>{lead.name}</strong>
            {lead.email ? (
              <>
                <br />
                <a className="govuk-link" href={`mailto:${lead.email}`}>
                  Email {lead.name}
                </a>
              </>
            ) : null}
          </p>
        ))}
        <p>
          {group.hub}
          {group.hubTelephone ? `, ${group.hubTelephone}` : ""}
        </p>
      </section>
      <section className="panel" aria-labelledby="where">
        <h2 id="where">Where</h2>
        <p>{group.online ? "Online" : `${group.venueName}, ${group.venuePostcode}`}</p>
      </section>
      <section className="panel" aria-labelledby="schools">
        <h2 id="schools">Schools in the group</h2>
        <ul className="govuk-list">
          {group.schools.map((school) => (
            <li key={school.applicationId}>{school.name}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}
