import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Columns } from "@/app/_components/columns";
import { Page } from "@/app/_components/page";
import { SummaryList } from "@/app/_components/summary-list";
import { requireActor } from "@/lib/auth/current-user";
import { requestContext } from "@/lib/auth/request-context";
import { londonDate, sayDate, sayMoment } from "@/lib/kernel/dates";
import { isId } from "@/lib/kernel/ids";
import { getReferral, type ReferralView } from "@/lib/referrals/queries/referrals";
import { barriers, referralStatusNames, sourceNames, urgencyNames } from "@/lib/referrals/rules";
import { AskAgainForm, TriageForm } from "./triage-form";

export const metadata: Metadata = { title: "Referral" };

export default async function ReferralPage({ params }: { params: Promise<{ referralId: string }> }) {
  const { referralId } = await params;
  if (!isId(referralId)) notFound();
  await requireActor(`/hub/referrals/${referralId}`);
  const ctx = await requestContext();
  const referral = await getReferral(ctx, referralId);
  if (!referral) notFound();
  const open = referral.status === "raised" || referral.status === "triaged";
  return (
    <Page
      title={referral.school.name}
      eyebrow={`Referral ${referral.reference}, ${referral.hub}`}
      back="/hub/referrals"
    >
      <Columns kind="decision">
        <div>
          <Facts referral={referral} today={londonDate(ctx.now)} />
        </div>
        <div>
          <section className="panel panel--paper" aria-labelledby="head">
            <h2 id="head">The headteacher’s answer</h2>
            <p>{consentSentence(referral)}</p>
            {open && referral.consentGiven !== true ? <AskAgainForm referralId={referral.id} /> : null}
          </section>
          {open && referral.may.triage ? (
            <section className="panel" aria-label="Decision">
              <TriageForm referralId={referral.id} version={referral.version} />
            </section>
          ) : null}
          {referral.caseId ? (
            <p>
              <a className="govuk-link" href={`/hub/cases/${referral.caseId}`}>
                Open the support case
              </a>
            </p>
          ) : null}
        </div>
      </Columns>
    </Page>
  );
}

function Facts({ referral, today }: { readonly referral: ReferralView; readonly today: string }) {
  const { school } = referral;
  const late = (referral.status === "raised" || referral.status === "triaged") && referral.promisedOn < today;
  return (
    <>
      <SummaryList
        rows={[
          { key: "Status", value: referralStatusNames[referral.status] },
          {
            key: "Answer promised by",
            value: late ? `${sayDate(referral.promisedOn)}, late` : sayDate(referral.promisedOn),
          },
          {
            key: "Asked by",
            value: `${sourceNames[referral.source] ?? referral.source}: ${referral.raisedBy}, ${sayMoment(referral.raisedAt)}`,
          },
          { key: "Needed", value: urgencyNames[referral.urgency] ?? referral.urgency },
          { key: "Phase", value: referral.phase === "primary" ? "Primary" : "Secondary" },
          {
            key: "What stands in the way",
            value: referral.barriers.map((barrier) => barriers[barrier]).join(". "),
          },
          { key: "What was seen", value: referral.evidence },
          referral.triageNote ? { key: "The hub’s answer", value: referral.triageNote } : null,
        ]}
      />
      <h2>The school</h2>
      <SummaryList
        rows={[
          { key: "URN", value: school.urn },
          { key: "Town", value: school.town },
          { key: "Pupils", value: school.pupils },
          {
            key: "Disadvantaged",
            value: school.disadvantaged === null ? "Not known" : `${school.disadvantaged}%`,
          },
          { key: "Priority area", value: school.priorityArea ? "Yes" : "No" },
        ]}
      />
    </>
  );
}

function consentSentence(referral: ReferralView): string {
  if (referral.consentGiven === true)
    return `${referral.headName} agreed${referral.consentAnsweredAt ? ` on ${sayMoment(referral.consentAnsweredAt)}` : ""}.`;
  if (referral.consentGiven === false)
    return `${referral.headName} did not agree. Support cannot start without it.`;
  return `${referral.headName} has been asked${referral.consentAskedAt ? ` on ${sayMoment(referral.consentAskedAt)}` : ""} and has not answered yet.`;
}
