import type { IsoDate } from "@/lib/kernel/dates";
import { addWorkingDays } from "@/lib/kernel/working-days";
import { judgeMove, type Phase, type Stage } from "./move-rules";

export const recommendationStatuses = ["recommended", "confirmed", "decided", "withdrawn"] as const;
export type RecommendationStatus = (typeof recommendationStatuses)[number];

/** Where a recommendation may go. To itself: the lead rewrites it until the school answers, the school changes its answer until the hub decides. */
export const recommendationTransitions: Readonly<
  Record<RecommendationStatus, readonly RecommendationStatus[]>
> = {
  recommended: ["recommended", "confirmed", "withdrawn"],
  confirmed: ["confirmed", "decided", "withdrawn"],
  decided: [],
  withdrawn: ["recommended"],
};

export function canMoveRecommendation(from: RecommendationStatus, to: RecommendationStatus): boolean {
  return recommendationTransitions[from].includes(to);
}

/** The scale of a review, in order. It records progress and grades nobody. */
export const steps = {
  not_started: "Not started",
  starting: "Starting",
  growing: "Growing",
  secure: "Secure",
} as const;
export type ScaleStep = keyof typeof steps;
export const stepCodes = Object.keys(steps) as [ScaleStep, ...ScaleStep[]];

/** The five areas of evidence. No national rubric is published: the hints are our own, and illustrate. */
export const areas = {
  systems: { name: "Systems and culture", short: "Systems", hint: "Time, timetable and shared expectations" },
  leadership: {
    name: "Leadership of maths",
    short: "Leadership",
    hint: "Maths lead and headteacher act together",
  },
  knowledge: { name: "Subject knowledge", short: "Knowledge", hint: "Teachers and teaching assistants" },
  lessons: { name: "Lesson design", short: "Lessons", hint: "Small steps, representation, variation" },
  development: {
    name: "Professional development",
    short: "Staff learning",
    hint: "Staff plan and study lessons together",
  },
} as const;
export type Area = keyof typeof areas;
export const areaCodes = Object.keys(areas) as [Area, ...Area[]];
export type Evidence = Readonly<Record<Area, { readonly step: ScaleStep; readonly seen: string }>>;

export const stageNames: Readonly<Record<Stage, string>> = {
  readiness: "Readiness",
  development: "Development",
  embedding: "Embedding",
  sustaining: "Sustaining",
};

export const phaseNames: Readonly<Record<Phase, string>> = { primary: "Primary", secondary: "Secondary" };

/** Working days in which a school answers, and in which a hub decides. A guess: no source is known. */
const ANSWER_DAYS = 15;

export function answerBy(recommendedOn: IsoDate): IsoDate {
  return addWorkingDays(recommendedOn, ANSWER_DAYS);
}

export function decideBy(confirmedOn: IsoDate): IsoDate {
  return addWorkingDays(confirmedOn, ANSWER_DAYS);
}

export interface PlaceFacts {
  readonly placement: string;
  readonly stage: Stage | null;
  readonly phase: Phase | null;
  readonly everDevelopment: boolean;
}

/** A lead reviews a school that takes part: its place has started, in a rung of the ladder. */
export function whyNotReview(place: PlaceFacts) {
  if (place.stage === null || place.phase === null) return "not_on_ladder" as const;
  if (place.placement !== "started" && place.placement !== "completed") return "not_started" as const;
  return undefined;
}

export function whyNotRecommend(place: PlaceFacts, to: Stage, status: RecommendationStatus | undefined) {
  const why = whyNotReview(place);
  if (why) return why;
  if (status && !canMoveRecommendation(status, "recommended")) return "school_answered" as const;
  return isNever(place, to) ? ("never" as const) : undefined;
}

function isNever({ phase, stage, everDevelopment }: PlaceFacts, to: Stage): boolean {
  return (
    phase === null || stage === null || judgeMove({ phase, from: stage, to, everDevelopment }) === "never"
  );
}

export interface DecisionFacts {
  readonly status: RecommendationStatus;
  readonly schoolContinues: boolean | null;
  readonly phase: Phase;
  readonly fromStage: Stage;
  readonly toStage: Stage;
  readonly everDevelopment: boolean;
}

/** The hub decides after the school's yes. Another stage than the lead's, a step back or a skip needs a reason. */
export function whyNotDecide(recommendation: DecisionFacts, choice: { stage: Stage; reason: string }) {
  if (recommendation.status === "decided") return "decided" as const;
  if (!canMoveRecommendation(recommendation.status, "decided")) return "school_first" as const;
  if (!recommendation.schoolContinues) return "school_pauses" as const;
  const move = moveTo(recommendation, choice.stage);
  if (move === "never") return "never" as const;
  return isOverride(recommendation, choice.stage) && choice.reason === ""
    ? ("reason_needed" as const)
    : undefined;
}

/** Another stage than the lead suggests, or one out of the usual order. */
export function isOverride(recommendation: DecisionFacts, to: Stage): boolean {
  return to !== recommendation.toStage || moveTo(recommendation, to) === "override";
}

export function moveTo({ phase, fromStage, everDevelopment }: DecisionFacts, to: Stage) {
  return judgeMove({ phase, from: fromStage, to, everDevelopment });
}
