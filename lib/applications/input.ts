import { z } from "zod";
import { stateFactsInput } from "@/lib/programmes/input";
import { declineReasonCodes, placeDeclineReasonCodes, redirectReasonCodes } from "./reasons";
import { policyNumbers } from "./rules";

const applicationId = z.uuid();
const version = z.coerce.number().int().positive();
const name = z.string().trim().max(120, "Use 120 characters or fewer");
const email = z.string().trim().max(200).pipe(z.email("Enter an e-mail address like name@school.sch.uk"));
const ticked = z.literal("yes");
/** Weekdays as checkboxes send them: 0 = Monday … 4 = Friday. */
const days = z.preprocess(
  (value) => (typeof value === "string" ? [value] : (value ?? [])),
  z.array(z.enum(["0", "1", "2", "3", "4"])),
);

export const weekdayCodes = ["0", "1", "2", "3", "4"] as const;

/** `state-<code>` fields of the start page become the answers that the eligibility engine asks for. */
function gatherAnswers(values: unknown): unknown {
  if (typeof values !== "object" || values === null) return values;
  const told = Object.entries(values).filter(([key, value]) => key.startsWith("state-") && value !== "");
  return { ...values, answers: Object.fromEntries(told.map(([key, value]) => [key.slice(6), value])) };
}

const startFields = z.object({
  organisationId: z.uuid(),
  offerId: z.uuid(),
  /** Where the offer enrols people: somebody the school knows, or "new" with a name. */
  person: z.string().optional(),
  personName: name.optional(),
  personEmail: z.union([z.literal(""), email]).optional(),
  answers: stateFactsInput.shape.answers.optional(),
});
export type StartApplicationInput = z.infer<typeof startFields>;
export const startApplicationInput = z.preprocess(gatherAnswers, startFields);

export const saveDaysInput = z.object({
  applicationId,
  days: days.refine(
    (chosen) => chosen.length >= policyNumbers.leastDays,
    `Choose at least ${policyNumbers.leastDays} days that you could attend`,
  ),
});
export type SaveDaysInput = z.infer<typeof saveDaysInput>;

export const saveBestDaysInput = z.object({ applicationId, best: days });
export type SaveBestDaysInput = z.infer<typeof saveBestDaysInput>;

export const meetingModes = ["face_to_face", "online", "either"] as const;
export type MeetingMode = (typeof meetingModes)[number];

export const saveMeetingInput = z.object({
  applicationId,
  mode: z.enum(meetingModes, "Choose how you would like to meet"),
});
export type SaveMeetingInput = z.infer<typeof saveMeetingInput>;

const km = z
  .string()
  .trim()
  .regex(/^\d{1,3}$/, "Enter the distance as a whole number of kilometres, like 15")
  .transform(Number)
  .refine(
    (value) => value >= policyNumbers.leastKm && value <= policyNumbers.mostKm,
    `Enter a distance from ${policyNumbers.leastKm} to ${policyNumbers.mostKm} kilometres`,
  );

export const saveTravelInput = z.object({
  applicationId,
  maximumKm: km.optional(),
  neighbourHubs: z.enum(["yes", "no"], "Choose whether a group of a neighbouring hub would be possible"),
  note: z.string().trim().max(1000, "Use 1,000 characters or fewer").optional(),
});
export type SaveTravelInput = z.infer<typeof saveTravelInput>;

export const addParticipantInput = z.object({
  applicationId,
  name: name.min(1, "Enter the person's name"),
  email: z.union([z.literal(""), email]).optional(),
  jobTitle: name.min(1, "Enter what the person does, like Year 4 teacher"),
});
export type AddParticipantInput = z.infer<typeof addParticipantInput>;

export const removeParticipantInput = z.object({ applicationId, participantId: z.uuid() });
export type RemoveParticipantInput = z.infer<typeof removeParticipantInput>;

export const confirmParticipantsInput = z.object({
  applicationId,
  /** "yes" leads to the form for one more person, "no" goes on. */
  another: z.enum(["yes", "no"], "Choose whether you want to add somebody now"),
});
export type ConfirmParticipantsInput = z.infer<typeof confirmParticipantsInput>;

export const acceptCommitmentInput = z.object({
  applicationId,
  read: ticked
    .or(z.undefined())
    .refine((value) => value === "yes", "Confirm that you have read what your school agrees to"),
});
export type AcceptCommitmentInput = z.infer<typeof acceptCommitmentInput>;

export const saveHeadteacherInput = z.object({
  applicationId,
  headName: name.min(1, "Enter the headteacher's name"),
  headEmail: email,
});
export type SaveHeadteacherInput = z.infer<typeof saveHeadteacherInput>;

export const askHeadteacherInput = z.object({ applicationId });
export type AskHeadteacherInput = z.infer<typeof askHeadteacherInput>;

export const answerAgreementInput = z.object({
  /** The secret of the link, or the application when a headteacher is signed in. */
  secret: z.string().max(100).optional(),
  applicationId: applicationId.optional(),
  answer: z.enum(["agreed", "refused"]),
  name: name.optional(),
  /** How many promises were ticked, out of how many were shown. */
  promises: z.preprocess(
    (value) => (typeof value === "string" ? [value] : (value ?? [])),
    z.array(z.string()),
  ),
  note: z.string().trim().max(500, "Use 500 characters or fewer").optional(),
});
export type AnswerAgreementInput = z.infer<typeof answerAgreementInput>;

export const submitApplicationInput = z.object({ applicationId, version });
export type SubmitApplicationInput = z.infer<typeof submitApplicationInput>;

export const withdrawApplicationInput = z.object({
  applicationId,
  reason: z.string().trim().max(500, "Use 500 characters or fewer").optional(),
});
export type WithdrawApplicationInput = z.infer<typeof withdrawApplicationInput>;

export const switchOfferInput = z.object({ applicationId, offerId: z.uuid("Choose a programme") });
export type SwitchOfferInput = z.infer<typeof switchOfferInput>;

const note = z.string().trim().max(1000, "Use 1,000 characters or fewer").optional();

export const approveApplicationInput = z.object({ applicationId, version, note });
export type ApproveApplicationInput = z.infer<typeof approveApplicationInput>;

export const redirectApplicationInput = z.object({
  applicationId,
  version,
  offerId: z.uuid("Choose the programme you suggest"),
  reason: z.enum(redirectReasonCodes, "Choose a reason that the school can act on"),
  note,
});
export type RedirectApplicationInput = z.infer<typeof redirectApplicationInput>;

export const declineApplicationInput = z.object({
  applicationId,
  version,
  reason: z.enum(declineReasonCodes, "Choose a reason that the school can act on"),
  note,
});
export type DeclineApplicationInput = z.infer<typeof declineApplicationInput>;

export const undoDecisionInput = z.object({ applicationId, version });
export type UndoDecisionInput = z.infer<typeof undoDecisionInput>;

export const assignApplicationInput = z.object({
  applicationId,
  version,
  /** Empty for nobody. */
  personId: z.union([z.literal(""), z.uuid()]),
});
export type AssignApplicationInput = z.infer<typeof assignApplicationInput>;

/** The place that was read: an offer of another group since then is not what the school answers. */
const seenPlace = { applicationId, workGroupId: z.uuid() };

export const acceptPlaceInput = z.object(seenPlace);
export type AcceptPlaceInput = z.infer<typeof acceptPlaceInput>;

export const declinePlaceInput = z.object({
  ...seenPlace,
  reason: z.enum(placeDeclineReasonCodes, "Choose why, so that your hub can plan"),
  note: z.string().trim().max(500, "Use 500 characters or fewer").optional(),
});
export type DeclinePlaceInput = z.infer<typeof declinePlaceInput>;

export const choosePlaceInput = z.object({
  applicationId,
  workGroupId: z.uuid("Choose a group with a free place"),
  answerBy: z.iso.date("Enter the last date to answer, like 26 6 2026"),
  reason: z
    .string()
    .trim()
    .min(1, "Write why this group. The school reads it")
    .max(500, "Use 500 characters or fewer"),
});
export type ChoosePlaceInput = z.infer<typeof choosePlaceInput>;
