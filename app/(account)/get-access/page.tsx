import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Anchor } from "@/app/_components/anchor";
import { Button } from "@/app/_components/button";
import { Input } from "@/app/_components/input";
import { Page } from "@/app/_components/page";
import { requestContext } from "@/lib/auth/request-context";
import { isId } from "@/lib/kernel/ids";
import { findSchoolToJoin, listSchoolsToJoin, type SchoolToJoin } from "@/lib/people/queries/schools-to-join";
import { AskForm } from "./ask-form";

export const metadata: Metadata = { title: "Get access to your school" };

type SearchParams = Promise<Readonly<Record<string, string | string[] | undefined>>>;

export default async function GetAccessPage({ searchParams }: { readonly searchParams: SearchParams }) {
  const { q, school: chosen } = await searchParams;
  if (typeof chosen === "string") return <AskPage organisationId={chosen} />;
  const text = typeof q === "string" ? q.trim() : "";
  const schools = text ? await listSchoolsToJoin(await requestContext(), text) : [];
  return (
    <Page title="Get access to your school" narrow>
      <p className="govuk-body-l">
        The quickest way: a colleague who has access invites you. If nobody has, your Maths Hub can let you
        in.
      </p>
      <form method="get" action="/get-access">
        <Input
          name="q"
          label="Find your school"
          hint="Its name with the town, its postcode or its URN"
          defaultValue={text}
          width={30}
        />
        <Button>Find the school</Button>
      </form>
      {text ? <Found schools={schools} text={text} /> : null}
      <p>
        Have access already? <Anchor href="/sign-in">Sign in</Anchor>.
      </p>
    </Page>
  );
}

function Found({ schools, text }: { readonly schools: readonly SchoolToJoin[]; readonly text: string }) {
  if (schools.length === 0)
    return <p>We cannot find “{text}”. Try part of the name, the postcode or the URN.</p>;
  return (
    <>
      <h2>Which school?</h2>
      <ul className="govuk-list govuk-list--spaced">
        {schools.map((school) => (
          <li key={school.id}>
            <Anchor href={`/get-access?school=${school.id}`}>{school.name}</Anchor>
            <br />
            {[school.town, school.postcode, school.urn && `URN ${school.urn}`, school.hub]
              .filter(Boolean)
              .join(", ")}
          </li>
        ))}
      </ul>
    </>
  );
}

async function AskPage({ organisationId }: { readonly organisationId: string }) {
  const school = isId(organisationId)
    ? await findSchoolToJoin(await requestContext(), organisationId)
    : undefined;
  if (!school) notFound();
  return (
    <Page eyebrow={school.name} title={`Ask ${school.hub} to let you in`} back="/get-access" narrow>
      <p>The hub checks that you work at the school, and answers by email.</p>
      <AskForm organisationId={organisationId} />
    </Page>
  );
}
