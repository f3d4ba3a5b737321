import type { Metadata } from "next";
import { Columns } from "@/app/_components/columns";
import { Page } from "@/app/_components/page";
import { requireRole } from "@/lib/auth/current-user";
import { requestContext } from "@/lib/auth/request-context";
import { sayAcademicYear } from "@/lib/kernel/academic-year";
import { sayDay, sayTime } from "@/lib/kernel/dates";
import { EVERY_DAY, sayWeekdays } from "@/lib/kernel/weekdays";
import { count } from "@/lib/kernel/words";
import { findOwnWeekdays, type OwnWeekdays } from "@/lib/people/queries/own-weekdays";
import { type LeadGroup, listLeadGroups } from "@/lib/registers/queries/lead-groups";

export const metadata: Metadata = { title: "My groups" };

export default async function LeadHomePage() {
  await requireRole(["work_group_lead"], "/lead");
  const ctx = await requestContext();
  const [groups, own] = await Promise.all([listLeadGroups(ctx), findOwnWeekdays(ctx)]);
  const due = groups.flatMap((group) => group.due.map((session) => ({ group, session })));
  return (
    <Page title="My groups">
      <Columns>
        <div>
          {due.length > 0 ? <RegistersDue due={due} /> : null}
          {groups.length === 0 ? (
            <p>You lead no group at present. Your hub adds you to a group, and it appears here.</p>
          ) : null}
          {groups.map((group) => (
            <GroupCard key={group.id} group={group} />
          ))}
        </div>
        <Weekdays own={own} />
      </Columns>
    </Page>
  );
}

function Weekdays({ own }: { readonly own: OwnWeekdays | undefined }) {
  return (
    <section className="panel panel--paper" aria-labelledby="weekdays">
      <h2 id="weekdays">Your weekdays</h2>
      <p>{sayOwn(own)}</p>
      <p>
        <a href="/lead/weekdays">{own ? "Change your weekdays" : "Say on which weekdays"}</a>
      </p>
    </section>
  );
}

function sayOwn(own: OwnWeekdays | undefined): string {
  if (!own)
    return "Until you say on which weekdays you can lead, a match may give you a group on any of them.";
  if (own.weekdays === EVERY_DAY) return "You can lead on any weekday.";
  return `You can lead on ${sayWeekdays(own.weekdays)}. A match gives you new groups on these days only.`;
}

function RegistersDue({
  due,
}: {
  readonly due: readonly { group: LeadGroup; session: LeadGroup["due"][number] }[];
}) {
  return (
    <section className="panel panel--honey" aria-labelledby="due">
      <h2 id="due">
        {due.length === 1 ? "A register waits for you" : `${due.length} registers wait for you`}
      </h2>
      <ul className="govuk-list">
        {due.slice(0, 5).map(({ group, session }) => (
          <li key={session.id}>
            <a className="govuk-link" href={`/lead/groups/${group.id}/sessions/${session.id}`}>
              {session.title}, {sayDay(session.heldOn)}
            </a>
            , {group.name}
          </li>
        ))}
      </ul>
    </section>
  );
}

function GroupCard({ group }: { readonly group: LeadGroup }) {
  return (
    <section className="panel" aria-labelledby={group.id}>
      <h2 id={group.id}>
        <a className="govuk-link" href={`/lead/groups/${group.id}`}>
          {group.name}
        </a>
      </h2>
      <p>
        {group.programme}, {sayAcademicYear(group.academicYear)}. {group.hub}.{" "}
        {count(group.schools, "school")}.
      </p>
      <p>
        {group.next
          ? `Next: ${group.next.title}, ${sayDay(group.next.heldOn)}, ${sayTime(group.next.startsAt)}, ${group.next.place}`
          : "No session is planned ahead."}
      </p>
    </section>
  );
}
