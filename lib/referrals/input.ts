import { z } from "zod";
import { isIsoDate } from "@/lib/kernel/dates";
import { barrierCodes } from "./rules";

const text = (say: string, max = 4000) =>
  z
    .string()
    .trim()
    .min(1, say)
    .max(max, `Use ${max.toLocaleString("en-GB")} characters or fewer`);
const list = z.preprocess(
  (value) => (typeof value === "string" ? [value] : (value ?? [])),
  z.array(z.enum(barrierCodes)).min(1, "Choose at least one barrier"),
);
const date = (say: string) => z.string().trim().refine(isIsoDate, say);
const version = z.coerce.number().int().positive();

export const raiseReferralInput = z.object({
  organisationId: z.uuid("Choose the school"),
  phase: z.enum(["primary", "secondary"], "Choose the phase"),
  source: z.enum(["hub", "school", "trust", "local_authority", "dfe", "lead"], "Say who asks for support"),
  barriers: list,
  evidence: text("Say what you have seen"),
  urgency: z.enum(["this_half_term", "this_term", "this_year"], "Say how soon support is needed"),
  headName: text("Enter the headteacher's name", 200),
  headEmail: z.email("Enter the headteacher's e-mail address, like name@school.org.uk"),
});
export type RaiseReferralInput = z.infer<typeof raiseReferralInput>;

export const askConsentInput = z.object({ referralId: z.uuid() });

export const answerConsentInput = z.object({
  secret: z.string().min(1),
  answer: z.enum(["yes", "no"], "Choose yes or no"),
});
export type AnswerConsentInput = z.infer<typeof answerConsentInput>;

export const triageReferralInput = z
  .object({
    referralId: z.uuid(),
    version,
    decision: z.enum(
      [
        "keep",
        "accept_enhanced",
        "accept_intensive",
        "redirect_readiness",
        "redirect_development",
        "decline",
      ],
      "Choose what to do",
    ),
    note: z.string().trim().max(2000).default(""),
  })
  .refine((input) => input.decision !== "decline" || input.note !== "", {
    path: ["note"],
    error: "Say why, so that the referrer knows what to do next",
  });
export type TriageReferralInput = z.infer<typeof triageReferralInput>;

export const withdrawReferralInput = z.object({ referralId: z.uuid() });

export const assignPartnerInput = z.object({
  caseId: z.uuid(),
  personId: z.uuid("Choose a partner"),
  version,
});
export type AssignPartnerInput = z.infer<typeof assignPartnerInput>;

export const writeNoteInput = z.object({ caseId: z.uuid(), body: text("Write the note", 8000) });
export type WriteNoteInput = z.infer<typeof writeNoteInput>;

export const addGoalInput = z.object({
  caseId: z.uuid(),
  text: text("Write the goal", 500),
  successMeasure: text("Say how everyone will know that it is reached", 500),
});
export type AddGoalInput = z.infer<typeof addGoalInput>;

export const goalRatings = ["not_started", "starting", "growing", "secure"] as const;
export const rateGoalInput = z.object({
  caseId: z.uuid(),
  goalId: z.uuid(),
  rating: z.enum(goalRatings, "Choose a step"),
});
export type RateGoalInput = z.infer<typeof rateGoalInput>;

export const planVisitInput = z.object({
  caseId: z.uuid(),
  visitOn: date("Enter a date, like 2026-06-12"),
  halfDays: z.coerce
    .number("Choose how long")
    .int()
    .min(1, "Choose how long")
    .max(4, "A visit is at most two days"),
  purpose: text("Say what the visit is for", 500),
});
export type PlanVisitInput = z.infer<typeof planVisitInput>;

export const recordVisitInput = z.object({
  caseId: z.uuid(),
  visitId: z.uuid(),
  happened: z.enum(["held", "cancelled"], "Say whether the visit took place"),
  agreedActions: z.string().trim().max(4000).default(""),
});
export type RecordVisitInput = z.infer<typeof recordVisitInput>;

export const moveCaseInput = z.object({ caseId: z.uuid(), version });
export type MoveCaseInput = z.infer<typeof moveCaseInput>;

export const changeCaseStatusInput = z.object({
  caseId: z.uuid(),
  version,
  to: z.enum(["paused", "open", "stopped"]),
  reason: text("Say why", 1000),
});
export type ChangeCaseStatusInput = z.infer<typeof changeCaseStatusInput>;

export const closeCaseInput = z.object({
  caseId: z.uuid(),
  version,
  outcome: z.enum(
    ["ready_for_development", "ready_for_readiness", "continue", "withdrawn", "escalated"],
    "Choose how the case ends",
  ),
  reason: text("Say what shows it", 2000),
});
export type CloseCaseInput = z.infer<typeof closeCaseInput>;

export const writeHandoverInput = z.object({ caseId: z.uuid(), summary: text("Write the summary", 4000) });
export type WriteHandoverInput = z.infer<typeof writeHandoverInput>;

export const startNextApplicationInput = z.object({ caseId: z.uuid() });
export type StartNextApplicationInput = z.infer<typeof startNextApplicationInput>;
