import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Page } from "@/app/_components/page";
import { ReviewEvidence } from "@/app/_components/review-evidence";
import { requireActor } from "@/lib/auth/current-user";
import { requestContext } from "@/lib/auth/request-context";
import { sayAcademicYear } from "@/lib/kernel/academic-year";
import { sayDate } from "@/lib/kernel/dates";
import { isId } from "@/lib/kernel/ids";
import { getRecommendation, type RecommendationView } from "@/lib/progression/queries/recommendations";
import { answerBy, decideBy, stageNames } from "@/lib/progression/rules";
import { AnswerForm, StartForm } from "./answer-form";

export const metadata: Metadata = { title: "Next stage" };

interface Parameters {
  params: Promise<{ organisationId: string; recommendationId: string }>;
}

export default async function NextStagePage({ params }: Parameters) {
  const { organisationId, recommendationId } = await params;
  if (!isId(organisationId) || !isId(recommendationId)) notFound();
  await requireActor(`/school/${organisationId}/next-stage/${recommendationId}`);
  const found = await getRecommendation(await requestContext(), recommendationId);
  if (!found || found.organisationId !== organisationId || found.status === "withdrawn") notFound();
  const year = sayAcademicYear(found.academicYear);
  return (
    <Page
      title={`${found.lead} suggests ${stageNames[found.toStage]} for ${year}`}
      eyebrow={`${found.school}. ${found.group}`}
      back={`/school/${organisationId}`}
      narrow
    >
      <Where found={found} year={year} />
      <h2>What the year showed</h2>
      <p>It is a record of progress, not a grade. {found.lead} and your hub read the same words.</p>
      <ReviewEvidence evidence={found.evidence} />
      {found.may.confirm ? (
        <AnswerForm
          recommendationId={found.id}
          version={found.version}
          legend={`Does your school continue in ${year}?`}
          continues={found.schoolContinues === null ? "" : found.schoolContinues ? "yes" : "no"}
          pauseReason={found.pauseReason ?? ""}
        />
      ) : null}
      {!found.may.confirm && found.status === "recommended" ? (
        <p>The school’s maths lead or its headteacher answers.</p>
      ) : null}
      {found.leadEmail && found.status === "recommended" ? (
        <p>
          Something is not right?{" "}
          <a className="govuk-link" href={`mailto:${found.leadEmail}`}>
            Write to {found.lead}
          </a>
          , who can change the review until you have answered.
        </p>
      ) : null}
    </Page>
  );
}

/** Where it stands, and what happens next with whom by when. */
function Where({ found, year }: { readonly found: RecommendationView; readonly year: string }) {
  if (found.status === "decided") return <Decided found={found} year={year} />;
  if (found.status === "recommended")
    return (
      <p className="panel panel--honey">
        Please answer by <strong>{sayDate(answerBy(found.recommendedOn))}</strong>. {found.hub} decides after
        that.
      </p>
    );
  if (!found.schoolContinues)
    return (
      <p className="panel panel--tint" role="status">
        You said that your school takes a break in {year}
        {found.pauseReason ? `: ${found.pauseReason}` : ""}. You may change your answer below.
      </p>
    );
  return (
    <p className="panel panel--tint" role="status">
      You said that your school continues. {found.hub} decides by{" "}
      <strong>{sayDate(decideBy(found.confirmedOn ?? found.recommendedOn))}</strong>.
    </p>
  );
}

function Decided({ found, year }: { readonly found: RecommendationView; readonly year: string }) {
  const { decidedStage, nextApplicationId } = found;
  return (
    <section className="panel panel--ok" aria-labelledby="decided">
      <h2 id="decided">
        {found.hub} has decided: {decidedStage ? stageNames[decidedStage] : ""} from September{" "}
        {found.academicYear}
      </h2>
      {found.decisionReason ? <p>“{found.decisionReason}”</p> : null}
      {found.phase === "secondary" && decidedStage === "embedding" ? (
        <p>
          Embedding runs beside a Sustaining group.{" "}
          <a href="/programmes/secondary-tfm-sustaining">Choose a Sustaining theme as well</a>
        </p>
      ) : null}
      {nextApplicationId ? (
        <p>
          Your application for {year} is filled in from this year’s.{" "}
          <a href={`/school/applications/${nextApplicationId}`}>Check it and send it</a>
        </p>
      ) : null}
      {found.may.startNext ? (
        <StartForm recommendationId={found.id}>Start your application for {year}</StartForm>
      ) : null}
    </section>
  );
}
