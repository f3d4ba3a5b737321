import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Page } from "@/app/_components/page";
import { schoolRoles } from "@/lib/access/scope";
import { requireRole } from "@/lib/auth/current-user";
import { requestContext } from "@/lib/auth/request-context";
import { pageNumber } from "@/lib/kernel/paging";
import { listOwnSchools, type OwnSchool } from "@/lib/people/queries/own-schools";

export const metadata: Metadata = { title: "Your schools" };

type SearchParams = Promise<Readonly<Record<string, string | string[] | undefined>>>;

/** Somebody with one school goes straight to it; somebody with several chooses. */
export default async function SchoolsPage({ searchParams }: { readonly searchParams: SearchParams }) {
  await requireRole(schoolRoles, "/school");
  const { page } = await searchParams;
  const schools = await listOwnSchools(await requestContext(), pageNumber(page));
  const [first] = schools.rows;
  if (!first) notFound();
  if (schools.total === 1) redirect(`/school/${first.id}`);
  return (
    <Page title="Which school?" narrow>
      <ul className="govuk-list govuk-list--spaced">
        {schools.rows.map((school) => (
          <li key={school.id}>
            <SchoolLink school={school} />
          </li>
        ))}
      </ul>
    </Page>
  );
}

function SchoolLink({ school }: { readonly school: OwnSchool }) {
  return (
    <>
      <a href={`/school/${school.id}`}>{school.name}</a>
      {school.town ? `, ${school.town}` : null}
      {school.urn ? ` (URN ${school.urn})` : null}
    </>
  );
}
