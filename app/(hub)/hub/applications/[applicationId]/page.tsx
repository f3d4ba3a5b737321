import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonForm } from "@/app/_components/button-form";
import { Columns } from "@/app/_components/columns";
import { Conditions } from "@/app/_components/conditions";
import { JourneyDrawing } from "@/app/_components/journey-drawing";
import { Page } from "@/app/_components/page";
import { StatusTag } from "@/app/_components/status-tag";
import { Timeline } from "@/app/_components/timeline";
import { sayTier } from "@/lib/applications/priority-rules";
import { findHubApplication, type HubApplicationView } from "@/lib/applications/queries/hub-application";
import { listOpenOffers } from "@/lib/applications/queries/open-offers";
import { answerOf, declineReasons, type Reason, redirectReasons } from "@/lib/applications/reasons";
import { whyNotUndo } from "@/lib/applications/rules";
import { sayHubStatus } from "@/lib/applications/say-status";
import { requireActor } from "@/lib/auth/current-user";
import { requestContext } from "@/lib/auth/request-context";
import { sayAcademicYear } from "@/lib/kernel/academic-year";
import { londonDate, sayDate } from "@/lib/kernel/dates";
import { findLatePlace } from "@/lib/matching/find-late-place";
import { whyNotEligible } from "@/lib/programmes/queries/eligibility";
import { listCatalogue } from "@/lib/programmes/queries/offers";
import { getJourney } from "@/lib/progression/queries/journey";
import { listTimeline } from "@/lib/reporting/timeline";
import { undo } from "./actions";
import { checksOf } from "./checks";
import { AssignForm, DecisionForms } from "./decision-forms";
import { Placement } from "./placement";
import { ToldUs } from "./told-us";

export const metadata: Metadata = { title: "Application" };

export default async function HubApplicationPage({
  params,
}: {
  readonly params: Promise<{ applicationId: string }>;
}) {
  const { applicationId } = await params;
  await requireActor(`/hub/applications/${applicationId}`);
  const ctx = await requestContext();
  const application = await findHubApplication(ctx, applicationId);
  if (!application) notFound();
  const { organisationId, offerId, hubId, person } = application;
  const read = listCatalogue(ctx);
  const [evaluation, timeline, journey, offers, late] = await Promise.all([
    whyNotEligible(ctx, { organisationId, offerId, personId: person?.id ?? null, voice: "school", read }),
    listTimeline(ctx, { applicationId }, { hubId }),
    getJourney(ctx, organisationId),
    application.mayDecide && application.decision === "submitted"
      ? listOpenOffers(ctx, organisationId, read)
      : [],
    findLatePlace(ctx, application),
  ]);
  const name = application.theme ? `${application.programme}: ${application.theme}` : application.programme;
  return (
    <Page
      back="/hub/queue"
      eyebrow={`${name}, ${sayAcademicYear(application.academicYear)}. Reference ${application.reference}`}
      title={application.school}
    >
      <Columns kind="decision">
        <div>
          <section className="panel panel--tint" aria-labelledby="checked">
            <h2 id="checked">Checked for you</h2>
            <Conditions items={checksOf(application, evaluation)} />
          </section>
          <ToldUs application={application} />
          <History application={application} />
          <Timeline entries={timeline.rows} />
        </div>
        <div>
          <Decision
            application={application}
            offers={offers
              .filter(({ id }) => id !== offerId)
              .map(({ id, name: label }) => ({ value: id, label }))}
          />
          <Placement application={application} late={late} today={londonDate(ctx.now)} />
          {application.mayAssign ? (
            <section className="panel" aria-labelledby="with">
              <h2 id="with">Who has it</h2>
              <AssignForm
                applicationId={application.id}
                version={application.version}
                assignedTo={application.assignedTo?.id ?? ""}
                staff={application.staff.map(({ id, name: label }) => ({ value: id, label }))}
              />
            </section>
          ) : null}
          <Priority application={application} />
        </div>
      </Columns>
      {journey && journey.years.length > 0 ? (
        <>
          <h2>The school’s journey</h2>
          <JourneyDrawing journey={journey} school={application.school} />
        </>
      ) : null}
    </Page>
  );
}

const choicesOf = (reasons: Readonly<Record<string, Reason>>) =>
  Object.entries(reasons).map(([value, { label }]) => ({ value, label }));

function Decision({
  application,
  offers,
}: {
  readonly application: HubApplicationView;
  readonly offers: readonly { value: string; label: string }[];
}) {
  const { id, version, decision, promisedOn, mayDecide, placement } = application;
  const status = sayHubStatus({
    decision,
    placement,
    answerBy: null,
    headRefused: application.head?.answer === "refused",
    duplicates: 0,
  });
  return (
    <section className="panel" aria-labelledby="decision">
      <h2 id="decision">Decision</h2>
      <p>
        <StatusTag kind={status.kind}>{status.words}</StatusTag>
      </p>
      {decision === "submitted" && promisedOn ? (
        <p>
          Promised by <strong>{sayDate(promisedOn)}</strong>. You can undo it until the school accepts a
          place.
        </p>
      ) : null}
      {decision === "submitted" && mayDecide ? (
        <DecisionForms
          applicationId={id}
          version={version}
          offers={offers}
          redirectReasons={choicesOf(redirectReasons)}
          declineReasons={choicesOf(declineReasons)}
        />
      ) : null}
      {decision === "submitted" && !mayDecide ? (
        <p>The hub’s lead, deputy or assistant lead of the phase decides.</p>
      ) : null}
      {decision === "awaiting_headteacher" ? (
        <p>It cannot be decided before the headteacher has agreed.</p>
      ) : null}
      <Decided application={application} />
      {mayDecide && whyNotUndo(application) === undefined ? (
        <ButtonForm action={undo} fields={{ applicationId: id, version: String(version) }}>
          Undo the decision
        </ButtonForm>
      ) : null}
    </section>
  );
}

function Decided({ application }: { readonly application: HubApplicationView }) {
  const { decidedOn, decidedBy, decision, decisionReason, decisionNote, suggested } = application;
  if (!decidedOn || decision === "withdrawn") return null;
  const answer = answerOf(decision, decisionReason);
  return (
    <>
      <p>
        {decidedBy ?? "The hub"}, {sayDate(decidedOn)}.{suggested ? ` Suggested: ${suggested}.` : ""}
        {answer ? ` ${answer}.` : ""}
      </p>
      {decisionNote ? <p>“{decisionNote}”</p> : null}
    </>
  );
}

function History({ application: { others } }: { readonly application: HubApplicationView }) {
  if (others.length === 0) return null;
  return (
    <>
      <h2>Other applications</h2>
      <ul className="govuk-list">
        {others.map((other) => (
          <li key={other.id}>
            {other.programme}, {sayAcademicYear(other.academicYear)}: {other.decision.replaceAll("_", " ")}
          </li>
        ))}
      </ul>
    </>
  );
}

function Priority({ application }: { readonly application: HubApplicationView }) {
  const { allocation, tierNow, disadvantaged, priorityArea, supported } = application;
  return (
    <section className="panel panel--paper" aria-labelledby="priority">
      <h2 id="priority">{allocation === "disadvantage" ? sayTier(tierNow) : "No order of priority"}</h2>
      <p>
        {disadvantaged === null
          ? "Disadvantaged pupils: not known."
          : `${Math.round(disadvantaged)}% disadvantaged pupils.`}{" "}
        Priority area: {priorityArea ? "yes" : "no"}. Targeted Support: {supported ? "yes" : "no"}.
      </p>
    </section>
  );
}
