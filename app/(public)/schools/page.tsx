import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Page } from "@/app/_components/page";
import { SchoolAnswers } from "@/app/_components/school-answers";
import { SchoolPicker } from "@/app/_components/school-picker";
import { requestContext } from "@/lib/auth/request-context";
import { searchSchools } from "@/lib/schools/queries/search-schools";

export const metadata: Metadata = { title: "Find your school" };

type SearchParams = Promise<Readonly<Record<string, string | string[] | undefined>>>;

export default async function SchoolsPage({ searchParams }: { readonly searchParams: SearchParams }) {
  const { q, urn } = await searchParams;
  if (typeof urn === "string" && /^\d{6}$/.test(urn)) redirect(`/schools/${urn}`);
  const text = typeof q === "string" ? q.trim() : "";
  const schools = text ? await searchSchools(await requestContext(), { text }) : [];
  return (
    <Page
      title="Find your school"
      breadcrumbs={[{ text: "Home", href: "/" }, { text: "Find your school" }]}
      narrow
    >
      <SchoolPicker
        action="/schools"
        chosenName="urn"
        label="Your school"
        button="Find it"
        defaultValue={text}
      />
      {text ? (
        <SchoolAnswers text={text} schools={schools} hrefOf={(school) => `/schools/${school.urn}`} />
      ) : (
        <p>
          Or <a href="/programmes">browse all programmes</a> without choosing a school.
        </p>
      )}
    </Page>
  );
}
