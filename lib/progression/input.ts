import { z } from "zod";
import { stages } from "./move-rules";
import { type Area, areaCodes, areas, type Evidence, stepCodes } from "./rules";

const version = z.coerce.number().int().positive();
const stage = (say: string) => z.enum(stages, say);
const longest = 1000;

const evidenceOf = z.object({
  step: z.enum(stepCodes),
  seen: z.string().trim().max(longest),
});

export const evidenceInput = z.object(
  Object.fromEntries(areaCodes.map((area) => [area, evidenceOf])) as Record<Area, typeof evidenceOf>,
);

export const recommendStageInput = z.object({
  applicationId: z.uuid(),
  toStage: stage("Choose what you suggest for next year"),
  evidence: evidenceInput,
});
export type RecommendStageInput = z.infer<typeof recommendStageInput>;

const seenField = z
  .string()
  .trim()
  .max(longest, `Use ${longest.toLocaleString("en-GB")} characters or fewer`)
  .default("");
const stepField = (area: Area) =>
  z.enum(stepCodes, `Choose how far ${areas[area].name.toLowerCase()} has come`);
const fields = Object.fromEntries(
  areaCodes.flatMap((area) => [
    [`step-${area}`, stepField(area)],
    [`seen-${area}`, seenField],
  ]),
) as Record<`step-${Area}`, ReturnType<typeof stepField>> & Record<`seen-${Area}`, typeof seenField>;

function evidenceFrom(values: z.infer<z.ZodObject<typeof fields>>): Evidence {
  return Object.fromEntries(
    areaCodes.map((area) => [area, { step: values[`step-${area}`], seen: values[`seen-${area}`] }]),
  ) as Evidence;
}

/** The review's form: a step and some words for each area, sent as `step-systems`, `seen-systems` and so on. */
export const reviewForm = z
  .object({ applicationId: z.uuid(), toStage: recommendStageInput.shape.toStage })
  .extend(fields)
  .refine((values) => areaCodes.some((area) => values[`seen-${area}`] !== ""), {
    path: [`seen-${areaCodes[0]}`],
    error: "Write what you have seen, for at least one of the five areas",
  })
  .transform(
    (values): RecommendStageInput => ({
      applicationId: values.applicationId,
      toStage: values.toStage,
      evidence: evidenceFrom(values),
    }),
  );

export const confirmRecommendationInput = z.object({
  recommendationId: z.uuid(),
  version,
  continues: z.enum(["yes", "no"], "Choose yes or no"),
  pauseReason: z.string().trim().max(40, "Use 40 characters or fewer").default(""),
});
export type ConfirmRecommendationInput = z.infer<typeof confirmRecommendationInput>;

export const decideRecommendationInput = z.object({
  recommendationId: z.uuid(),
  version,
  stage: stage("Choose the stage"),
  reason: z
    .string()
    .trim()
    .max(longest, `Use ${longest.toLocaleString("en-GB")} characters or fewer`)
    .default(""),
});
export type DecideRecommendationInput = z.infer<typeof decideRecommendationInput>;

export const takeBackInput = z.object({ recommendationId: z.uuid(), version });
export type TakeBackInput = z.infer<typeof takeBackInput>;

export const startNextInput = z.object({ recommendationId: z.uuid() });
