import { z } from "zod";
import { defineEvent } from "@/lib/events/define-event";
import { caseStepNames, caseSteps, outcomeNames } from "./rules";

const none = z.object({});

export const referralRaised = defineEvent(
  "referral.raised",
  z.object({ source: z.string(), barriers: z.array(z.string()), urgency: z.string() }),
  () => "Targeted Support was asked for",
);
export const consentAsked = defineEvent(
  "referral.consent_asked",
  none,
  () => "The headteacher was asked to agree to support",
);
export const consentAnswered = defineEvent(
  "referral.consent_answered",
  z.object({ given: z.boolean() }),
  ({ given }) => (given ? "The headteacher agreed to support" : "The headteacher did not agree to support"),
);
export const referralTriaged = defineEvent(
  "referral.triaged",
  z.object({ to: z.string(), note: z.string() }),
  ({ to }) => `The hub ${triageWords[to] ?? "looked at the referral"}`,
);
export const referralWithdrawn = defineEvent("referral.withdrawn", none, () => "The referral was withdrawn");
export const caseOpened = defineEvent(
  "case.opened",
  z.object({ level: z.enum(["enhanced", "intensive"]) }),
  ({ level }) => `${level === "intensive" ? "Intensive" : "Enhanced"} support began`,
);
export const partnerAssigned = defineEvent(
  "case.partner_assigned",
  z.object({ personId: z.uuid(), name: z.string() }),
  ({ name }) => `${name} became the Intensive Support Partner`,
);
export const noteWritten = defineEvent(
  "case.note_written",
  z.object({ noteId: z.uuid() }),
  () => "A note was written",
  "staff",
);
export const notesRead = defineEvent(
  "case.notes_read",
  z.object({ notes: z.number() }),
  () => "The notes were read",
  "staff",
);
export const goalAdded = defineEvent(
  "case.goal_added",
  z.object({ goalId: z.uuid() }),
  () => "A goal was agreed",
);
export const goalRated = defineEvent(
  "case.goal_rated",
  z.object({ goalId: z.uuid(), rating: z.string() }),
  () => "A goal was reviewed",
);
export const visitPlanned = defineEvent(
  "case.visit_planned",
  z.object({ visitId: z.uuid(), visitOn: z.string(), halfDays: z.number() }),
  () => "A visit was planned",
);
export const visitRecorded = defineEvent(
  "case.visit_recorded",
  z.object({ visitId: z.uuid(), happened: z.enum(["held", "cancelled"]) }),
  ({ happened }) => (happened === "held" ? "A visit took place" : "A visit was cancelled"),
);
export const caseMoved = defineEvent(
  "case.moved",
  z.object({ to: z.enum(caseSteps as [string, ...string[]]) }),
  ({ to }) => `The case moved to ${nameOfStep(to)}`,
);
export const caseStatusChanged = defineEvent(
  "case.status_changed",
  z.object({ to: z.enum(["open", "paused", "stopped"]), reason: z.string() }),
  ({ to }) => statusWords[to],
);
export const caseClosed = defineEvent(
  "case.closed",
  z.object({
    outcome: z.enum(["ready_for_development", "ready_for_readiness", "continue", "withdrawn", "escalated"]),
    reason: z.string(),
  }),
  ({ outcome }) => `The case closed: ${outcomeNames[outcome].toLowerCase()}`,
);
export const handoverWritten = defineEvent(
  "case.handover_written",
  none,
  () => "The handover summary was written",
);
export const nextApplicationStarted = defineEvent(
  "case.next_application_started",
  z.object({ applicationId: z.uuid() }),
  () => "An application for the next stage was started",
);

export const referralEvents = [
  referralRaised,
  consentAsked,
  consentAnswered,
  referralTriaged,
  referralWithdrawn,
  caseOpened,
  partnerAssigned,
  noteWritten,
  notesRead,
  goalAdded,
  goalRated,
  visitPlanned,
  visitRecorded,
  caseMoved,
  caseStatusChanged,
  caseClosed,
  handoverWritten,
  nextApplicationStarted,
];

const triageWords: Readonly<Record<string, string>> = {
  triaged: "is looking at the referral",
  accepted_enhanced: "accepted the referral for Enhanced support",
  accepted_intensive: "accepted the referral for Intensive support",
  redirected: "suggested another way",
  declined: "declined the referral",
};

const statusWords = {
  open: "The case went on",
  paused: "The case was paused",
  stopped: "The case was stopped",
} as const;

function nameOfStep(step: string): string {
  const known = caseSteps.find((candidate) => candidate === step);
  return known ? caseStepNames[known] : step;
}
