import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonForm } from "@/app/_components/button-form";
import { Columns } from "@/app/_components/columns";
import { JourneyDrawing } from "@/app/_components/journey-drawing";
import { Page } from "@/app/_components/page";
import { ReviewEvidence } from "@/app/_components/review-evidence";
import { SummaryList } from "@/app/_components/summary-list";
import { hubStaffRoles } from "@/lib/access/scope";
import { requireRole } from "@/lib/auth/current-user";
import { requestContext } from "@/lib/auth/request-context";
import { sayAcademicYear } from "@/lib/kernel/academic-year";
import { sayDate } from "@/lib/kernel/dates";
import { isId } from "@/lib/kernel/ids";
import { movesFrom } from "@/lib/progression/move-rules";
import { getJourney } from "@/lib/progression/queries/journey";
import { getRecommendation, type RecommendationView } from "@/lib/progression/queries/recommendations";
import { answerBy, decideBy, phaseNames, stageNames } from "@/lib/progression/rules";
import { takeBack } from "./actions";
import { DecideForm } from "./decide-form";

export const metadata: Metadata = { title: "Decide the stage" };

export default async function DecisionPage({ params }: { params: Promise<{ recommendationId: string }> }) {
  const { recommendationId } = await params;
  if (!isId(recommendationId)) notFound();
  await requireRole(hubStaffRoles, `/hub/progression/${recommendationId}`);
  const ctx = await requestContext();
  const found = await getRecommendation(ctx, recommendationId);
  if (!found) notFound();
  const journey = await getJourney(ctx, found.organisationId);
  return (
    <Page
      title={found.school}
      eyebrow={`${phaseNames[found.phase]} ${stageNames[found.fromStage]} in ${sayAcademicYear(found.academicYear - 1)}. ${found.urn ? `URN ${found.urn}` : ""}`}
      back="/hub/progression"
    >
      <Columns kind="decision">
        <div>
          <h2>
            {found.lead} suggests {stageNames[found.toStage]} for {sayAcademicYear(found.academicYear)}
          </h2>
          <ReviewEvidence evidence={found.evidence} />
        </div>
        <div>
          <section className="panel" aria-labelledby="decision">
            <h2 id="decision">Decision</h2>
            <Decision found={found} />
          </section>
          <section className="panel panel--paper" aria-labelledby="so-far">
            <h2 id="so-far">So far</h2>
            <SoFar found={found} />
          </section>
        </div>
      </Columns>
      <h2>The school’s journey</h2>
      {journey && journey.years.length > 0 ? (
        <JourneyDrawing journey={journey} school={found.school} />
      ) : (
        <p>Nothing is known from earlier years.</p>
      )}
    </Page>
  );
}

function Decision({ found }: { readonly found: RecommendationView }) {
  if (found.status === "withdrawn") return <p>This recommendation was taken back.</p>;
  if (found.status === "decided") return <Decided found={found} />;
  return (
    <>
      {found.status === "recommended" ? (
        <p>
          The school answers by <strong>{sayDate(answerBy(found.recommendedOn))}</strong>. You can decide
          after that.
        </p>
      ) : null}
      {found.schoolContinues === false ? (
        <p>
          The school takes a break{found.pauseReason ? `: ${found.pauseReason}` : ""}. There is nothing to
          decide unless it changes its answer.
        </p>
      ) : null}
      {found.schoolContinues && found.confirmedOn ? (
        <p>
          Promised by <strong>{sayDate(decideBy(found.confirmedOn))}</strong>.
        </p>
      ) : null}
      {found.may.decide ? <Decide found={found} /> : null}
      {found.schoolContinues && !found.may.decide ? (
        <p>The hub’s lead, deputy or assistant lead of the phase decides.</p>
      ) : null}
      {found.may.takeBack ? (
        <ButtonForm
          action={takeBack}
          fields={{ recommendationId: found.id, version: String(found.version) }}
          label="Take the recommendation back"
        >
          Take the recommendation back
        </ButtonForm>
      ) : null}
    </>
  );
}

function Decide({ found }: { readonly found: RecommendationView }) {
  const { phase, fromStage, everDevelopment, toStage } = found;
  return (
    <>
      <DecideForm
        recommendationId={found.id}
        version={found.version}
        suggested={toStage}
        stages={movesFrom({ phase, from: fromStage, everDevelopment }).map(({ to, move }) => ({
          value: to,
          label: to === fromStage ? `Stay in ${stageNames[to]}` : stageNames[to],
          ...hintOf(to === toStage, move),
        }))}
      />
      <p className="small">
        It holds from 1 September {found.academicYear}. The school is told at once, and its next application
        is filled in from this year’s. You cannot take a decision back.
      </p>
    </>
  );
}

function hintOf(isSuggested: boolean, move: "usual" | "override"): { hint?: string } {
  const words = [isSuggested ? "What the lead suggests" : "", move === "override" ? "Not the usual way" : ""];
  const hint = words.filter(Boolean).join(". ");
  return hint ? { hint } : {};
}

function Decided({ found }: { readonly found: RecommendationView }) {
  return (
    <>
      <p>
        <strong>{found.decidedStage ? stageNames[found.decidedStage] : ""}</strong> from 1 September{" "}
        {found.academicYear}. {found.decidedBy}
        {found.decidedOn ? `, ${sayDate(found.decidedOn)}` : ""}.
      </p>
      {found.decisionReason ? <p>“{found.decisionReason}”</p> : null}
      <p>
        {found.nextApplicationId
          ? "The school has the next application, filled in from this year’s. It sends it itself."
          : "Applications for the next stage are not open yet. The school starts its own when they are."}
      </p>
    </>
  );
}

function SoFar({ found }: { readonly found: RecommendationView }) {
  return (
    <SummaryList
      rows={[
        { key: "Suggested", value: `${found.lead}, ${sayDate(found.recommendedOn)}` },
        { key: "Group", value: found.group },
        found.confirmedOn
          ? {
              key: "The school",
              value: `${found.confirmedBy ?? "The school"}, ${sayDate(found.confirmedOn)}`,
            }
          : null,
      ]}
    />
  );
}
