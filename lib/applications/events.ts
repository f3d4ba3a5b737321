import { z } from "zod";
import { defineEvent } from "@/lib/events/define-event";
import { sayDate } from "@/lib/kernel/dates";
import {
  declineReasonCodes,
  declineReasons,
  freedPlaceOutcomeCodes,
  freedPlaceOutcomes,
  placeDeclineReasonCodes,
  placeDeclineReasons,
  redirectReasonCodes,
  redirectReasons,
} from "./reasons";

const none = z.object({});
const programme = z.string();
const date = z.iso.date();

export const applicationStarted = defineEvent(
  "application.started",
  z.object({ programme, follows: z.uuid().optional() }),
  (payload) => `An application for ${payload.programme} was started`,
);
export const wishesChanged = defineEvent(
  "application.wishes_changed",
  z.object({ changed: z.enum(["days", "best_days", "meeting", "travel"]) }),
  ({ changed }) =>
    ({
      days: "The possible days were changed",
      best_days: "The best days were changed",
      meeting: "The way of meeting was changed",
      travel: "The distance was changed",
    })[changed],
);
export const participantAdded = defineEvent(
  "application.participant_added",
  z.object({ participantId: z.uuid() }),
  () => "Somebody was named to take part",
);
export const participantRemoved = defineEvent(
  "application.participant_removed",
  z.object({ participantId: z.uuid() }),
  () => "Somebody no longer takes part",
);
export const participantsConfirmed = defineEvent(
  "application.participants_confirmed",
  z.object({ later: z.boolean() }),
  ({ later }) => (later ? "The school names its people later" : "The school named its people"),
);
export const commitmentAccepted = defineEvent(
  "application.commitment_accepted",
  z.object({ version: z.number().int() }),
  () => "The school read what it agrees to",
);
export const headteacherNamed = defineEvent(
  "application.headteacher_named",
  none,
  () => "The headteacher's name and address were given",
);
export const headteacherAsked = defineEvent(
  "application.headteacher_asked",
  z.object({ agreementId: z.uuid(), expiresOn: date, again: z.boolean() }),
  ({ again, expiresOn }) =>
    `The headteacher was asked ${again ? "again " : ""}to agree by ${sayDate(expiresOn)}`,
);
export const headteacherAnswered = defineEvent(
  "application.headteacher_answered",
  z.object({
    agreementId: z.uuid(),
    answer: z.enum(["agreed", "refused"]),
    inPerson: z.boolean(),
    commitmentVersion: z.number().int(),
    promisedOn: date.optional(),
  }),
  ({ answer, inPerson, promisedOn }) =>
    answer === "agreed"
      ? `The headteacher agreed${inPerson ? "" : " by link"}${promisedOn ? `. Decision promised by ${sayDate(promisedOn)}` : ""}`
      : `The headteacher did not agree${inPerson ? "" : ", by link"}`,
);
export const applicationSubmitted = defineEvent(
  "application.submitted",
  z.object({ promisedOn: date.optional() }),
  ({ promisedOn }) =>
    promisedOn
      ? `The application was sent. Decision promised by ${sayDate(promisedOn)}`
      : "The application was sent",
);
export const applicationWithdrawn = defineEvent(
  "application.withdrawn",
  z.object({ from: z.string(), reason: z.string().optional(), switchedToOfferId: z.uuid().optional() }),
  ({ switchedToOfferId }) =>
    switchedToOfferId
      ? "The school withdrew this to apply for something else"
      : "The application was withdrawn",
);
export const applicationApproved = defineEvent(
  "application.approved",
  z.object({ tier: z.number().int(), note: z.string().optional() }),
  () => "The hub approved the application",
);
export const applicationRedirected = defineEvent(
  "application.redirected",
  z.object({
    reason: z.enum(redirectReasonCodes),
    toOfferId: z.uuid(),
    toApplicationId: z.uuid(),
    programme,
    note: z.string().optional(),
  }),
  (payload) =>
    `The hub suggested ${payload.programme}: ${redirectReasons[payload.reason].label.toLowerCase()}`,
);
export const applicationDeclined = defineEvent(
  "application.declined",
  z.object({ reason: z.enum(declineReasonCodes), note: z.string().optional() }),
  ({ reason }) => `The hub declined the application: ${declineReasons[reason].label.toLowerCase()}`,
);
export const decisionUndone = defineEvent(
  "application.decision_undone",
  z.object({ from: z.enum(["approved", "redirected", "declined"]) }),
  () => "The hub took its decision back and looks again",
);
export const applicationAssigned = defineEvent(
  "application.assigned",
  z.object({ toPersonId: z.uuid().nullable() }),
  ({ toPersonId }) =>
    toPersonId
      ? "The application was given to somebody of the hub"
      : "The application is with nobody in particular again",
  "staff",
);

export const placeOffered = defineEvent(
  "application.place_offered",
  z.object({
    group: z.string(),
    answerBy: date,
    reason: z.string(),
    decidedBy: z.enum(["match", "person"]),
  }),
  ({ group, answerBy }) => `A place in ${group} was offered, to be answered by ${sayDate(answerBy)}`,
);
export const keptWaiting = defineEvent(
  "application.kept_waiting",
  z.object({ reason: z.string() }),
  ({ reason }) => `The school waits for a place. ${reason}`,
);
export const groupOfPlaceCancelled = defineEvent(
  "application.group_cancelled",
  z.object({ group: z.string(), reason: z.string(), from: z.string() }),
  ({ group }) => `${group} was cancelled, and the school waits for another group`,
);

export const placeMoved = defineEvent(
  "application.place_moved",
  z.object({ from: z.string(), group: z.string(), reason: z.string(), answerBy: date.optional() }),
  ({ from, group, reason, answerBy }) =>
    `The place moved from ${from} to ${group}${answerBy ? `, to be answered by ${sayDate(answerBy)}` : ""}. ${reason}`,
);

export const placeAccepted = defineEvent(
  "application.place_accepted",
  z.object({ group: z.string() }),
  ({ group }) => `The school accepted its place in ${group}`,
);
export const placeDeclined = defineEvent(
  "application.place_declined",
  z.object({ group: z.string(), reason: z.enum(placeDeclineReasonCodes), note: z.string().optional() }),
  ({ group, reason }) =>
    `The school declined its place in ${group}: ${placeDeclineReasons[reason].toLowerCase()}`,
);
export const placeLapsed = defineEvent(
  "application.place_lapsed",
  z.object({ group: z.string(), answerBy: date }),
  ({ group, answerBy }) =>
    `The offer of a place in ${group} ran out: there was no answer by ${sayDate(answerBy)}`,
);
export const lapseWarned = defineEvent(
  "application.lapse_warned",
  z.object({ answerBy: date }),
  ({ answerBy }) => `The school was reminded to answer by ${sayDate(answerBy)}`,
);

export const freedPlaceSettled = defineEvent(
  "freed_place.settled",
  z.object({ outcome: z.enum(freedPlaceOutcomeCodes), school: z.string().optional() }),
  ({ outcome, school }) =>
    school ? `The waiting list offered the place that came free to ${school}` : freedPlaceOutcomes[outcome],
  "staff",
);

export const applicationEvents = [
  applicationStarted,
  wishesChanged,
  participantAdded,
  participantRemoved,
  participantsConfirmed,
  commitmentAccepted,
  headteacherNamed,
  headteacherAsked,
  headteacherAnswered,
  applicationSubmitted,
  applicationWithdrawn,
  applicationApproved,
  applicationRedirected,
  applicationDeclined,
  decisionUndone,
  applicationAssigned,
  placeOffered,
  keptWaiting,
  groupOfPlaceCancelled,
  placeMoved,
  placeAccepted,
  placeDeclined,
  placeLapsed,
  lapseWarned,
  freedPlaceSettled,
] as const;
