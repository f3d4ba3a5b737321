import { z } from "zod";
import { defineEvent } from "@/lib/events/define-event";
import { sayAcademicYear } from "@/lib/kernel/academic-year";
import { phases, stages } from "./move-rules";
import { stageNames } from "./rules";

const stage = z.enum(stages);
const recommendationId = z.uuid();
const academicYear = z.number().int();

export const stageRecommended = defineEvent(
  "stage.recommended",
  z.object({ recommendationId, toStage: stage, academicYear, changed: z.boolean() }),
  ({ toStage, academicYear: year, changed }) =>
    `The lead ${changed ? "changed the review and recommended" : "recommended"} ${stageNames[toStage]} for ${sayAcademicYear(year)}`,
);
export const recommendationTakenBack = defineEvent(
  "stage.recommendation_taken_back",
  z.object({ recommendationId }),
  () => "The recommendation was taken back",
);
export const recommendationConfirmed = defineEvent(
  "stage.confirmed",
  z.object({ recommendationId, continues: z.boolean(), pauseReason: z.string().optional() }),
  ({ continues, pauseReason }) =>
    continues
      ? "The school said that it continues"
      : `The school said that it takes a break${pauseReason ? `: ${pauseReason}` : ""}`,
);
export const stageDecided = defineEvent(
  "stage.decided",
  z.object({ recommendationId, stage, academicYear, override: z.boolean(), reason: z.string().optional() }),
  ({ stage: decided, academicYear: year, override }) =>
    `The hub decided ${stageNames[decided]} for ${sayAcademicYear(year)}${override ? ", with a reason of its own" : ""}`,
);
export const nextStarted = defineEvent(
  "stage.next_started",
  z.object({ recommendationId, applicationId: z.uuid(), stage }),
  ({ stage: next }) => `The application for ${stageNames[next]} was prefilled from this year’s`,
);
export const periodOpened = defineEvent(
  "stage.period_opened",
  z.object({ stage, phase: z.enum(phases), startedOn: z.iso.date() }),
  ({ stage: opened }) => `The school began ${stageNames[opened]}`,
);
export const periodFinished = defineEvent(
  "stage.period_finished",
  z.object({
    stage,
    phase: z.enum(phases),
    finishedOn: z.iso.date(),
    outcome: z.enum(["completed", "withdrew", "stepped_back"]),
  }),
  ({ stage: finished, outcome }) =>
    outcome === "withdrew"
      ? `The school left ${stageNames[finished]} before its end`
      : `The school finished its time in ${stageNames[finished]}`,
);

export const progressionEvents = [
  stageRecommended,
  recommendationTakenBack,
  recommendationConfirmed,
  stageDecided,
  nextStarted,
  periodOpened,
  periodFinished,
] as const;
