import { sayAcademicYear } from "@/lib/kernel/academic-year";
import { sayDate } from "@/lib/kernel/dates";
import type { OwnRecommendation } from "@/lib/progression/queries/recommendations";
import { answerBy, decideBy, stageNames } from "@/lib/progression/rules";

interface NextStagesProps {
  readonly organisationId: string;
  readonly recommendations: readonly OwnRecommendation[];
}

/** What waits for the school, or for its hub, about the year after this one. */
export function NextStages({ organisationId, recommendations }: NextStagesProps) {
  return recommendations.filter(isCurrent).map((one) => {
    const year = sayAcademicYear(one.academicYear);
    const state = stateOf(one, year);
    return (
      <section
        key={one.id}
        className={`panel panel--${state.needsYou ? "honey" : "tint"}`}
        aria-labelledby={`next-${one.id}`}
      >
        <h2 id={`next-${one.id}`}>{state.heading}</h2>
        <p>{state.text}</p>
        <p>
          <a
            href={
              one.nextIsDraft && one.nextApplicationId
                ? firstNewPage(one.nextApplicationId)
                : `/school/${organisationId}/next-stage/${one.id}`
            }
          >
            {state.link}
          </a>
        </p>
      </section>
    );
  });
}

/** Whether the school has something to do about its next stage. */
export function asksTheSchool(recommendations: readonly OwnRecommendation[]): boolean {
  return recommendations.some((one) => isCurrent(one) && one.status !== "confirmed");
}

/** Of an application filled in from this year's, what the school agrees to is the one part that it must read again. */
function firstNewPage(applicationId: string): string {
  return `/school/applications/${applicationId}/commitment`;
}

/** Once the next application has been sent, that application tells the rest. */
function isCurrent({ status, nextApplicationId, nextIsDraft }: OwnRecommendation): boolean {
  return status !== "decided" || nextApplicationId === null || nextIsDraft;
}

function stateOf(one: OwnRecommendation, year: string) {
  if (one.status === "recommended")
    return {
      needsYou: true,
      heading: `${one.lead} suggests ${stageNames[one.toStage]} for ${year}`,
      text: `Read the review and say by ${sayDate(answerBy(one.recommendedOn))} whether your school continues.`,
      link: "Read the review and answer",
    };
  if (one.status === "decided")
    return {
      needsYou: true,
      heading: `${one.decidedStage ? stageNames[one.decidedStage] : "Your next stage"} from September ${one.academicYear}`,
      text: one.nextIsDraft
        ? `Your application for ${year} is filled in from this year’s. Check it and send it.`
        : `Your hub has decided. You can start your application for ${year} when applications open.`,
      link: one.nextIsDraft ? "Check your application and send it" : "See the decision",
    };
  if (!one.schoolContinues)
    return {
      needsYou: false,
      heading: `You take a break in ${year}`,
      text: "It costs nothing. You may change your answer.",
      link: "See the review and your answer",
    };
  return {
    needsYou: false,
    heading: `You continue in ${year}`,
    text: `Your hub decides the stage by ${sayDate(decideBy(one.confirmedOn ?? one.recommendedOn))}.`,
    link: "See the review and your answer",
  };
}
