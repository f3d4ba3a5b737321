import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Page } from "@/app/_components/page";
import { ReferralForm } from "@/app/_components/referral-form";
import { SchoolAnswers } from "@/app/_components/school-answers";
import { SchoolPicker } from "@/app/_components/school-picker";
import { requireRole } from "@/lib/auth/current-user";
import { requestContext } from "@/lib/auth/request-context";
import { isId } from "@/lib/kernel/ids";
import { raisingRoles, referableSchools } from "@/lib/referrals/policy";
import { getReferableSchool } from "@/lib/referrals/queries/referable-schools";
import { barriers, sourceNames, urgencyNames } from "@/lib/referrals/rules";
import { type FoundSchool, searchSchools } from "@/lib/schools/queries/search-schools";
import { sendReferral } from "./actions";

export const metadata: Metadata = { title: "Refer a school" };

export default async function NewReferralPage({
  searchParams,
}: {
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}) {
  await requireRole(raisingRoles, "/hub/referrals/new");
  const { school: schoolId, q } = await searchParams;
  const ctx = await requestContext();
  if (typeof schoolId !== "string") {
    const text = typeof q === "string" ? q.trim() : "";
    const found = text ? await searchSchools(ctx, { text, among: referableSchools(ctx.actor) }) : [];
    return <ChooseSchool q={text} found={found} />;
  }
  const school = isId(schoolId) ? await getReferableSchool(ctx, schoolId) : undefined;
  if (!school) notFound();
  return (
    <Page
      title="Refer a school"
      eyebrow={`${school.name}, ${school.town}, URN ${school.urn}`}
      back="/hub/referrals/new"
      narrow
    >
      <ReferralForm
        action={sendReferral}
        button="Refer the school and ask the headteacher"
        organisationId={school.id}
        phases={school.phases.map((phase) => ({
          value: phase,
          label: phase === "primary" ? "Primary" : "Secondary",
        }))}
        barriers={choices(barriers)}
        sources={choices(sourceNames)}
        urgencies={choices(urgencyNames)}
      />
    </Page>
  );
}

function ChooseSchool({ q, found }: { readonly q: string; readonly found: readonly FoundSchool[] }) {
  return (
    <Page title="Refer a school" back="/hub/referrals" narrow>
      <SchoolPicker
        action="/hub/referrals/new"
        chosenName="school"
        purpose="referral"
        label="Which school?"
        button="Find the school"
        defaultValue={q}
      />
      {q === "" ? null : (
        <SchoolAnswers
          text={q}
          schools={found}
          hrefOf={(school) => `/hub/referrals/new?school=${school.organisationId}`}
        />
      )}
    </Page>
  );
}

function choices(names: Readonly<Record<string, string>>): { value: string; label: string }[] {
  return Object.entries(names).map(([value, label]) => ({ value, label }));
}
