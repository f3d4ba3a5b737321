import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Fragment } from "react";
import { ButtonForm } from "@/app/_components/button-form";
import { Columns } from "@/app/_components/columns";
import { Page } from "@/app/_components/page";
import { ReviewEvidence } from "@/app/_components/review-evidence";
import { requireActor } from "@/lib/auth/current-user";
import { requestContext } from "@/lib/auth/request-context";
import { sayAcademicYear } from "@/lib/kernel/academic-year";
import { sayMonth } from "@/lib/kernel/dates";
import { isId } from "@/lib/kernel/ids";
import { count } from "@/lib/kernel/words";
import { movesFrom } from "@/lib/progression/move-rules";
import { getReview, type ReviewView } from "@/lib/progression/queries/reviews";
import { progressionRefusals } from "@/lib/progression/refusals";
import {
  areaCodes,
  areas,
  canMoveRecommendation,
  stageNames,
  steps,
  whyNotReview,
} from "@/lib/progression/rules";
import { takeBack } from "./actions";
import { ReviewForm } from "./review-form";

export const metadata: Metadata = { title: "Review" };

interface Parameters {
  params: Promise<{ workGroupId: string; applicationId: string }>;
  searchParams: Promise<{ shared?: string }>;
}

export default async function ReviewPage({ params, searchParams }: Parameters) {
  const { workGroupId, applicationId } = await params;
  if (!isId(workGroupId) || !isId(applicationId)) notFound();
  await requireActor(`/lead/groups/${workGroupId}/reviews/${applicationId}`);
  const review = await getReview(await requestContext(), applicationId);
  if (!review || review.workGroupId !== workGroupId) notFound();
  const why = whyNotReview(review);
  const isOpen = !review.current || canMoveRecommendation(review.current.status, "recommended");
  const shared = (await searchParams).shared === "yes" && review.current?.status === "recommended";
  return (
    <Page
      title={`Progress review: ${review.school}`}
      eyebrow={`${review.programme}, ${sayAcademicYear(review.academicYear)}. ${review.group}`}
      back={`/lead/groups/${workGroupId}/reviews`}
    >
      <Columns>
        <div className="measure">
          {shared ? (
            <p className="panel panel--ok" role="status">
              Shared with {review.school}. You can change it until the school has answered.
            </p>
          ) : null}
          {why ? <p className="panel">{progressionRefusals[why]}.</p> : null}
          {!why && isOpen ? <Write review={review} /> : null}
          {!why && !isOpen ? <Answered review={review} /> : null}
        </div>
        <Aside review={review} />
      </Columns>
    </Page>
  );
}

function Write({ review }: { readonly review: ReviewView }) {
  const { current, stage, phase, everDevelopment } = review;
  if (!stage || !phase) return null;
  const written = current?.status === "recommended" ? current : undefined;
  return (
    <>
      <p>
        {review.mathsLead ? `Agree this with ${review.mathsLead}. ` : ""}The school sees every word. It is a
        record of progress, not a grade.
      </p>
      <ReviewForm
        applicationId={review.applicationId}
        areas={areaCodes.map((code) => ({ code, name: areas[code].name, hint: areas[code].hint }))}
        steps={Object.entries(steps).map(([value, label]) => ({ value, label }))}
        stages={movesFrom({ phase, from: stage, everDevelopment }).map(({ to, move }) => ({
          value: to,
          label: to === stage ? `Stay in ${stageNames[to]}` : stageNames[to],
          ...(move === "override" ? { hint: "Not the usual way: the hub decides with a reason" } : {}),
        }))}
        nextYear={sayAcademicYear(review.academicYear + 1)}
        values={written ? valuesOf(written) : {}}
      />
      {written ? (
        <ButtonForm
          action={takeBack}
          fields={{ recommendationId: written.id, version: String(written.version) }}
          label="Take the review back"
          variant="secondary"
        >
          Take it back
        </ButtonForm>
      ) : null}
    </>
  );
}

function valuesOf({ evidence, toStage }: NonNullable<ReviewView["current"]>): Record<string, string> {
  const typed = areaCodes.flatMap((area) => [
    [`step-${area}`, evidence[area].step],
    [`seen-${area}`, evidence[area].seen],
  ]);
  return { ...Object.fromEntries(typed), toStage };
}

function Answered({ review: { current, school, academicYear } }: { readonly review: ReviewView }) {
  if (!current) return null;
  const year = sayAcademicYear(academicYear + 1);
  return (
    <>
      <p className="panel panel--tint">
        {current.decidedStage
          ? `The hub has decided: ${stageNames[current.decidedStage]} in ${year}. ${current.decisionReason ?? ""}`
          : current.schoolContinues
            ? `${school} continues. The hub decides next.`
            : `${school} takes a break in ${year}.`}
      </p>
      <p>
        You suggested <strong>{stageNames[current.toStage]}</strong>.
      </p>
      <ReviewEvidence evidence={current.evidence} />
      {current.decidedStage ? null : (
        <ButtonForm
          action={takeBack}
          fields={{ recommendationId: current.id, version: String(current.version) }}
          label="Take the review back"
        >
          Take it back and write it again
        </ButtonForm>
      )}
    </>
  );
}

function Aside({ review: { last, sessions, school } }: { readonly review: ReviewView }) {
  return (
    <div>
      <section className="panel panel--paper" aria-labelledby="last">
        <h2 id="last">{last ? `Last review, ${sayMonth(last.on)}` : "Last review"}</h2>
        {last ? (
          <dl className="facts">
            {areaCodes.map((area) => (
              <Fragment key={area}>
                <dt>{areas[area].short}</dt>
                <dd>{steps[last.evidence[area].step]}</dd>
              </Fragment>
            ))}
          </dl>
        ) : (
          <p>This is the first review of {school} here.</p>
        )}
      </section>
      <section className="panel" aria-labelledby="there">
        <h2 id="there">Attendance</h2>
        <p>
          {sessions.held === 0
            ? "No register has been saved yet."
            : `There at ${sessions.there} of ${count(sessions.held, "session")} with a register.`}{" "}
          {sessions.planned === 1 ? "1 is" : `${sessions.planned} are`} planned in all.
        </p>
      </section>
    </div>
  );
}
