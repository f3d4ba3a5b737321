import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Page } from "@/app/_components/page";
import { SchoolAnswers } from "@/app/_components/school-answers";
import { SchoolPicker } from "@/app/_components/school-picker";
import { requestContext } from "@/lib/auth/request-context";
import { isId } from "@/lib/kernel/ids";
import { findSchoolToJoin, joinableSchools } from "@/lib/people/queries/schools-to-join";
import { searchSchools } from "@/lib/schools/queries/search-schools";
import { AskForm } from "./ask-form";

export const metadata: Metadata = { title: "Get access to your school" };

type SearchParams = Promise<Readonly<Record<string, string | string[] | undefined>>>;

export default async function GetAccessPage({ searchParams }: { readonly searchParams: SearchParams }) {
  const { q, school: chosen } = await searchParams;
  if (typeof chosen === "string") return <AskPage organisationId={chosen} />;
  const text = typeof q === "string" ? q.trim() : "";
  const schools = text ? await searchSchools(await requestContext(), { text, among: joinableSchools }) : [];
  return (
    <Page title="Get access to your school" narrow>
      <p className="govuk-body-l">
        The quickest way: a colleague who has access invites you. If nobody has, your Maths Hub can let you
        in.
      </p>
      <SchoolPicker
        action="/get-access"
        chosenName="school"
        purpose="access"
        label="Find your school"
        button="Find the school"
        defaultValue={text}
      />
      {text ? (
        <SchoolAnswers
          text={text}
          schools={schools}
          hrefOf={(school) => `/get-access?school=${school.organisationId}`}
        />
      ) : null}
      <p>
        Have access already? <a href="/sign-in">Sign in</a>.
      </p>
    </Page>
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
