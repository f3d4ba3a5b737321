import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Page } from "@/app/_components/page";
import { ReferralForm } from "@/app/_components/referral-form";
import { requireActor } from "@/lib/auth/current-user";
import { requestContext } from "@/lib/auth/request-context";
import { isId } from "@/lib/kernel/ids";
import { getSchoolSupport } from "@/lib/referrals/queries/school-support";
import { barriers, urgencyNames } from "@/lib/referrals/rules";
import { askForSupport } from "./actions";

export const metadata: Metadata = { title: "Ask for Targeted Support" };

export default async function AskForSupportPage({ params }: { params: Promise<{ organisationId: string }> }) {
  const { organisationId } = await params;
  if (!isId(organisationId)) notFound();
  await requireActor(`/school/${organisationId}/support/new`);
  const school = await getSchoolSupport(await requestContext(), organisationId);
  if (!school) notFound();
  return (
    <Page
      title="Ask for Targeted Support"
      eyebrow={school.name}
      back={`/school/${organisationId}/support`}
      narrow
    >
      <p>
        {school.hub ?? "Your hub"} answers within two weeks. Asking commits your school to nothing, and
        support starts only when the headteacher agrees.
      </p>
      <ReferralForm
        action={askForSupport}
        organisationId={organisationId}
        phases={school.phases.map((phase) => ({
          value: phase,
          label: phase === "primary" ? "Primary" : "Secondary",
        }))}
        barriers={choices(barriers)}
        sources={[{ value: "school", label: "The school" }]}
        urgencies={choices(urgencyNames)}
        head={school.head ?? undefined}
        button="Ask for support and ask the headteacher"
      />
    </Page>
  );
}

function choices(names: Readonly<Record<string, string>>): { value: string; label: string }[] {
  return Object.entries(names).map(([value, label]) => ({ value, label }));
}
