import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Page } from "@/app/_components/page";
import { Table } from "@/app/_components/table";
import { requireActor } from "@/lib/auth/current-user";
import { requestContext } from "@/lib/auth/request-context";
import { sayAcademicYear } from "@/lib/kernel/academic-year";
import { londonDate, sayDay, sayTime } from "@/lib/kernel/dates";
import { isId } from "@/lib/kernel/ids";
import { count } from "@/lib/kernel/words";
import { findWhyLead } from "@/lib/matching/queries/why-lead";
import { type GroupPage, getGroupForLead } from "@/lib/registers/queries/group-page";
import { registersOpenSince, sayAttendance } from "@/lib/registers/rules";
import { WhyLead } from "./why-lead";

export const metadata: Metadata = { title: "Group" };

export default async function LeadGroupPage({ params }: { params: Promise<{ workGroupId: string }> }) {
  const { workGroupId } = await params;
  if (!isId(workGroupId)) notFound();
  await requireActor(`/lead/groups/${workGroupId}`);
  const ctx = await requestContext();
  const [group, why] = await Promise.all([getGroupForLead(ctx, workGroupId), findWhyLead(ctx, workGroupId)]);
  if (!group) notFound();
  return (
    <Page
      title={group.name}
      eyebrow={`${group.programme}, ${sayAcademicYear(group.academicYear)}. ${group.hub}`}
      breadcrumbs={[{ text: "My groups", href: "/lead" }, { text: group.name }]}
    >
      <h2>Sessions</h2>
      <Sessions group={group} today={londonDate(ctx.now)} />
      <h2>Schools and people</h2>
      <p>
        {count(group.schools.length, "school")}, {count(group.people.length, "person", "people")}. Room for{" "}
        {group.maximumSchools} schools.
      </p>
      <People group={group} />
      <p>
        <a className="govuk-link" href={`/lead/groups/${workGroupId}/reviews`}>
          Reviews of the schools
        </a>
      </p>
      {why ? <WhyLead why={why} /> : null}
    </Page>
  );
}

function Sessions({ group, today }: { readonly group: GroupPage; readonly today: string }) {
  if (group.sessions.length === 0) return <p>No sessions are planned yet. Your hub plans them with you.</p>;
  return (
    <ol className="govuk-list">
      {group.sessions.map((session) => (
        <li key={session.id}>
          {session.heldOn <= today && !session.cancelled ? (
            <a className="govuk-link" href={`/lead/groups/${group.id}/sessions/${session.id}`}>
              {session.title}, {sayDay(session.heldOn)}
            </a>
          ) : (
            `${session.title}, ${sayDay(session.heldOn)}, ${sayTime(session.startsAt)}`
          )}
          {session.cancelled ? ". Cancelled" : stateOf(session, today)}
        </li>
      ))}
    </ol>
  );
}

function stateOf(session: GroupPage["sessions"][number], today: string): string {
  if (session.registerSaved) return ". Register saved";
  if (session.heldOn < registersOpenSince(today)) return ". Its register has closed";
  return session.heldOn <= today
    ? ". Register to take"
    : `. ${session.online ? "Online" : (session.venueName ?? "")}`;
}

function People({ group }: { readonly group: GroupPage }) {
  if (group.people.length === 0) return <p>Nobody has been named yet.</p>;
  return (
    <Table
      head={["School", "Person", "There"]}
      firstCellIsHeader
      rows={group.people.map((person) => [
        person.school,
        person.name,
        sayAttendance({ held: person.marked, there: person.there }),
      ])}
    />
  );
}
