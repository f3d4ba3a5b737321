import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Columns } from "@/app/_components/columns";
import { Page } from "@/app/_components/page";
import { Table } from "@/app/_components/table";
import { requireActor } from "@/lib/auth/current-user";
import { requestContext } from "@/lib/auth/request-context";
import { academicYearOf, sayAcademicYear } from "@/lib/kernel/academic-year";
import { sayDay, sayTime } from "@/lib/kernel/dates";
import { isId } from "@/lib/kernel/ids";
import { getSchoolHome, type SchoolHome } from "@/lib/registers/queries/school-groups";

export const metadata: Metadata = { title: "Our school" };

const stageNames: Readonly<Record<string, string>> = {
  readiness: "Mastery Readiness",
  development: "Development",
  embedding: "Embedding",
  sustaining: "Sustaining",
};

export default async function SchoolHomePage({ params }: { params: Promise<{ organisationId: string }> }) {
  const { organisationId } = await params;
  if (!isId(organisationId)) notFound();
  await requireActor(`/school/${organisationId}`);
  const school = await getSchoolHome(await requestContext(), organisationId);
  if (!school) notFound();
  return (
    <Page title={school.name} eyebrow={`URN ${school.urn}${school.hub ? `, ${school.hub}` : ""}`}>
      <Columns>
        <div>
          <h2>Our Work Groups</h2>
          <Groups school={school} />
          <h2>Our journey</h2>
          <Journey school={school} />
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
            <Link className="govuk-link" prefetch={false} href={`/school/${organisationId}/people`}>
              People who act for our school
            </Link>
          </p>
        </div>
      </Columns>
    </Page>
  );
}

function Groups({ school }: { readonly school: SchoolHome }) {
  if (school.groups.length === 0) return <p>Your school has no place in a Work Group at present.</p>;
  return (
    <ul className="govuk-list">
      {school.groups.map((group) => (
        <li key={group.id}>
          <Link className="govuk-link" prefetch={false} href={`/school/work-groups/${group.id}`}>
            {group.name}
          </Link>
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

function Journey({ school }: { readonly school: SchoolHome }) {
  if (school.stages.length === 0)
    return <p>Your journey in Teaching for Mastery begins with your first group.</p>;
  return (
    <Table
      head={["Year", "Phase", "Stage"]}
      firstCellIsHeader
      rows={school.stages.map((period) => [
        sayAcademicYear(academicYearOf(period.startedOn)),
        period.phase === "primary" ? "Primary" : "Secondary",
        `${stageNames[period.stage] ?? period.stage}${period.finishedOn ? "" : ", now"}`,
      ])}
    />
  );
}
