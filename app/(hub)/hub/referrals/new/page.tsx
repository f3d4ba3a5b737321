import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Button } from "@/app/_components/button";
import { Input } from "@/app/_components/input";
import { Page } from "@/app/_components/page";
import { ReferralForm } from "@/app/_components/referral-form";
import { requireActor } from "@/lib/auth/current-user";
import { requestContext } from "@/lib/auth/request-context";
import { isId } from "@/lib/kernel/ids";
import {
  findReferableSchools,
  getReferableSchool,
  type ReferableSchool,
} from "@/lib/referrals/queries/referable-schools";
import { barriers, sourceNames, urgencyNames } from "@/lib/referrals/rules";
import { sendReferral } from "./actions";

export const metadata: Metadata = { title: "Refer a school" };

export default async function NewReferralPage({
  searchParams,
}: {
  searchParams: Promise<{ school?: string; q?: string }>;
}) {
  await requireActor("/hub/referrals/new");
  const { school: schoolId, q = "" } = await searchParams;
  const ctx = await requestContext();
  if (schoolId === undefined) return <ChooseSchool q={q} found={await findReferableSchools(ctx, q)} />;
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

function ChooseSchool({ q, found }: { readonly q: string; readonly found: readonly ReferableSchool[] }) {
  return (
    <Page title="Refer a school" back="/hub/referrals" narrow>
      <form action="/hub/referrals/new" method="get" aria-label="Find the school">
        <Input
          id="q"
          name="q"
          label="Which school?"
          hint="Part of its name, its town or its URN"
          defaultValue={q}
          width={30}
        />
        <Button>Find the school</Button>
      </form>
      {q !== "" && found.length === 0 ? (
        <p>We cannot find a school of your hub under “{q}”. Try its URN.</p>
      ) : null}
      <ul className="govuk-list">
        {found.map((school) => (
          <li key={school.id}>
            <Link className="govuk-link" prefetch={false} href={`/hub/referrals/new?school=${school.id}`}>
              {school.name}
            </Link>
            , {school.town}, URN {school.urn}
          </li>
        ))}
      </ul>
    </Page>
  );
}

function choices(names: Readonly<Record<string, string>>): { value: string; label: string }[] {
  return Object.entries(names).map(([value, label]) => ({ value, label }));
}
