import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Button } from "@/app/_components/button";
import { ButtonForm } from "@/app/_components/button-form";
import { Page } from "@/app/_components/page";
import { type StatusKind, StatusTag } from "@/app/_components/status-tag";
import { SummaryList } from "@/app/_components/summary-list";
import { requireActor } from "@/lib/auth/current-user";
import { requestContext } from "@/lib/auth/request-context";
import { sayDate, sayShortDate } from "@/lib/kernel/dates";
import { isId } from "@/lib/kernel/ids";
import { getSchoolSupport, type OwnCase, type OwnReferral } from "@/lib/referrals/queries/school-support";
import {
  caseStatusNames,
  caseStepNames,
  outcomeNames,
  referralStatusNames,
  stageAfter,
} from "@/lib/referrals/rules";
import { startNext } from "./actions";

export const metadata: Metadata = { title: "Targeted Support" };

interface Parameters {
  params: Promise<{ organisationId: string }>;
  searchParams: Promise<{ asked?: string }>;
}

export default async function SupportPage({ params, searchParams }: Parameters) {
  const { organisationId } = await params;
  if (!isId(organisationId)) notFound();
  await requireActor(`/school/${organisationId}/support`);
  const school = await getSchoolSupport(await requestContext(), organisationId);
  if (!school) notFound();
  const [newest] = school.referrals;
  const asked = (await searchParams).asked === "yes" ? newest : undefined;
  return (
    <Page
      title="Targeted Support"
      eyebrow={school.name}
      breadcrumbs={[{ text: school.name, href: `/school/${organisationId}` }, { text: "Targeted Support" }]}
      narrow
    >
      {asked ? (
        <p className="panel panel--ok" role="status">
          We have asked {school.hub}. It answers by {sayDate(asked.promisedOn)}. {asked.headName} has an
          e-mail with a link to agree.
        </p>
      ) : null}
      <p>
        A partner from outside works with your leaders on what keeps Teaching for Mastery from taking hold. It
        is free, and it starts only when the headteacher agrees.
      </p>
      {school.referrals.length === 0 ? <p>Your school has not asked for support yet.</p> : null}
      {school.referrals.map((referral) => (
        <Referral key={referral.id} referral={referral} />
      ))}
      {school.referrals.some(isOpen) ? null : (
        <Button href={`/school/${organisationId}/support/new`} variant={newest ? "secondary" : undefined}>
          {newest ? "Ask for support again" : "Ask for support"}
        </Button>
      )}
    </Page>
  );
}

function isOpen({ status, case: opened }: OwnReferral): boolean {
  return (
    status === "raised" || status === "triaged" || opened?.status === "open" || opened?.status === "paused"
  );
}

function Referral({ referral }: { readonly referral: OwnReferral }) {
  const id = `referral-${referral.id}`;
  const state = stateOf(referral);
  return (
    <section className="panel" aria-labelledby={id}>
      <h2 id={id}>
        Asked on {sayShortDate(referral.raisedOn)}, {referral.phase}
      </h2>
      <p>
        <StatusTag kind={state.kind}>{state.words}</StatusTag>
      </p>
      <SummaryList
        rows={[
          { key: "Asked by", value: `${referral.raisedBy}. Reference ${referral.reference}` },
          { key: "Headteacher", value: consentOf(referral) },
          referral.triageNote ? { key: "The hub writes", value: referral.triageNote } : null,
          referral.redirectedTo
            ? {
                key: "Suggested",
                value: <a href="/programmes">Look at {referral.redirectedTo} in the programmes</a>,
              }
            : null,
          ...(referral.case ? caseRows(referral.case) : []),
        ]}
      />
      {referral.case ? <Next own={referral.case} /> : null}
    </section>
  );
}

function stateOf({ status, promisedOn }: OwnReferral): { kind: StatusKind; words: string } {
  if (status === "raised" || status === "triaged")
    return { kind: "wait", words: `With your hub, answer by ${sayDate(promisedOn)}` };
  if (status === "accepted_enhanced" || status === "accepted_intensive")
    return { kind: "done", words: referralStatusNames[status] };
  return { kind: "plain", words: referralStatusNames[status] };
}

function consentOf({ headName, consentGiven }: OwnReferral): string {
  if (consentGiven === null) return `${headName} has been asked and has not answered yet`;
  return consentGiven ? `${headName} agreed` : `${headName} did not agree`;
}

function caseRows(own: OwnCase): { key: string; value: string }[] {
  return [
    { key: "Support", value: caseStatusNames[own.status] },
    ...(own.status === "open" ? [{ key: "Phase of the work", value: caseStepNames[own.step] }] : []),
    { key: "Partner", value: own.partner ?? "Your hub is choosing the partner" },
    ...(own.nextVisitOn ? [{ key: "Next visit", value: sayDate(own.nextVisitOn) }] : []),
    ...(own.outcome ? [{ key: "How it ended", value: outcomeNames[own.outcome] }] : []),
    ...(own.handoverSummary ? [{ key: "Summary", value: own.handoverSummary }] : []),
  ];
}

function Next({ own }: { readonly own: OwnCase }) {
  const stage = own.status === "closed" && own.outcome ? stageAfter(own.outcome) : undefined;
  if (!stage) return null;
  const name = stage === "development" ? "Development" : "Mastery Readiness";
  if (own.nextApplicationId)
    return (
      <p>
        <a href={`/school/applications/${own.nextApplicationId}`}>Your application for {name}</a>
      </p>
    );
  return (
    <ButtonForm
      action={startNext}
      variant="primary"
      fields={{ caseId: own.id }}
      label="Start the next application"
    >
      Start your application for {name}
    </ButtonForm>
  );
}
