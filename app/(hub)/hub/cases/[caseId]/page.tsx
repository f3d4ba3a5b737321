import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Columns } from "@/app/_components/columns";
import { Details } from "@/app/_components/details";
import { Page } from "@/app/_components/page";
import { SummaryList } from "@/app/_components/summary-list";
import { Timeline } from "@/app/_components/timeline";
import { requireActor } from "@/lib/auth/current-user";
import { requestContext } from "@/lib/auth/request-context";
import { londonDate, sayDate, sayMoment } from "@/lib/kernel/dates";
import { isId } from "@/lib/kernel/ids";
import { count } from "@/lib/kernel/words";
import { type CaseView, getCase, listNoteReaders } from "@/lib/referrals/queries/cases";
import { listPartnerChoices } from "@/lib/referrals/queries/partners";
import {
  type Barrier,
  barriers,
  caseStatusNames,
  caseStepNames,
  nextStep,
  outcomeNames,
} from "@/lib/referrals/rules";
import { listTimeline } from "@/lib/reporting/timeline";
import { HandoverForm, NextStepForm, OutcomeForm } from "./case-forms";
import { ChoosePartner } from "./choose-partner";
import { Goals, Visits } from "./goals-and-visits";
import { NextApplication } from "./next-application";

export const metadata: Metadata = { title: "Support case" };

export default async function CasePage({ params }: { params: Promise<{ caseId: string }> }) {
  const { caseId } = await params;
  if (!isId(caseId)) notFound();
  await requireActor(`/hub/cases/${caseId}`);
  const ctx = await requestContext();
  const found = await getCase(ctx, caseId);
  if (!found) notFound();
  const today = londonDate(ctx.now);
  const choosing = found.may.assign && found.status === "open" && found.partnerId === null;
  const [readers, timeline, partners] = await Promise.all([
    listNoteReaders(ctx, { caseId, today }),
    listTimeline(ctx, { caseId }, { hubId: found.hubId }),
    choosing
      ? listPartnerChoices(ctx, {
          ...found,
          organisationId: found.school.id,
          trustCode: found.school.trustCode,
        })
      : [],
  ]);
  const runs = found.may.run && found.status === "open";
  return (
    <Page
      title={found.school.name}
      back={listOf(found)}
      eyebrow={`${found.level === "intensive" ? "Intensive" : "Enhanced"} support, ${found.reference}, ${found.hub}`}
    >
      <Columns kind="decision">
        <div>
          <Facts found={found} />
          <Goals found={found} runs={runs} />
          <Visits found={found} runs={runs} today={today} />
          <Timeline entries={timeline.rows} />
        </div>
        <div>
          <NextApplication found={found} />
          {choosing ? <ChoosePartner found={found} partners={partners} /> : null}
          <Steps found={found} runs={runs} />
          <Notes found={found} readers={readers} />
          {runs ? <Handover found={found} /> : null}
          {found.may.triage && found.status === "open" ? (
            <Details summary="Close the case">
              <OutcomeForm
                caseId={found.id}
                version={found.version}
                outcomes={Object.entries(outcomeNames).map(([value, label]) => ({ value, label }))}
              />
            </Details>
          ) : null}
        </div>
      </Columns>
    </Page>
  );
}

/** Where the reader came from: the hub's decided referrals, the partner's cases, or the school's own page. */
function listOf({ may, school }: CaseView): string {
  if (may.triage) return "/hub/referrals?status=decided";
  return may.run ? "/lead/cases" : `/school/${school.id}/support`;
}

function Facts({ found }: { readonly found: CaseView }) {
  const used =
    found.visits.filter((visit) => visit.heldAt).reduce((sum, visit) => sum + visit.halfDays, 0) / 2;
  return (
    <SummaryList
      rows={[
        { key: "Status", value: caseStatusNames[found.status] },
        { key: "Phase of the work", value: caseStepNames[found.step] },
        { key: "Partner", value: found.partner ?? "Nobody yet" },
        { key: "Days", value: `${used} of ${count(found.daysAgreed, "day")} used` },
        {
          key: "What stood in the way",
          value: found.barriers.map((barrier) => barriers[barrier as Barrier]).join(". "),
        },
        { key: "Opened", value: sayMoment(found.openedAt) },
        found.outcome
          ? { key: "Outcome", value: `${outcomeNames[found.outcome]}. ${found.outcomeReason ?? ""}` }
          : null,
        found.handoverSummary ? { key: "Handover summary", value: found.handoverSummary } : null,
      ]}
    />
  );
}

function Steps({ found, runs }: { readonly found: CaseView; readonly runs: boolean }) {
  const next = nextStep(found.step);
  return (
    <section className="panel" aria-labelledby="phases">
      <h2 id="phases">Phases</h2>
      <ol className="govuk-list">
        {found.steps.map((step) => (
          <li key={step.id}>
            {caseStepNames[step.step]}: since {sayDate(londonDate(step.startedAt))}
          </li>
        ))}
      </ol>
      {runs && next ? (
        <NextStepForm caseId={found.id} version={found.version} next={caseStepNames[next]} />
      ) : null}
    </section>
  );
}

function Handover({ found }: { readonly found: CaseView }) {
  return (
    <section className="panel" aria-labelledby="handover">
      <h2 id="handover">Handover</h2>
      <HandoverForm caseId={found.id} summary={found.handoverSummary ?? ""} />
    </section>
  );
}

function Notes({
  found,
  readers,
}: {
  readonly found: CaseView;
  readonly readers: readonly { name: string; because: string }[];
}) {
  return (
    <section className="panel panel--paper" aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      <p>Private to {count(readers.length, "person", "people")}. Each reading is recorded.</p>
      {found.may.readNotes ? (
        <p>
          <a className="govuk-link" href={`/hub/cases/${found.id}/notes`}>
            Read the notes
          </a>
        </p>
      ) : null}
    </section>
  );
}
