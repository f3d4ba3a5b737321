import { addDays, type IsoDate, weekdayOf } from "@/lib/kernel/dates";
import { addWorkingDays } from "@/lib/kernel/working-days";
import { takenPlacements } from "@/lib/workgroups/rules";

export const decisions = [
  "draft",
  "awaiting_headteacher",
  "submitted",
  "approved",
  "redirected",
  "declined",
  "withdrawn",
] as const;
export type Decision = (typeof decisions)[number];

/** Where a decision may go. Back to `submitted` is the hub undoing itself. */
export const decisionTransitions: Readonly<Record<Decision, readonly Decision[]>> = {
  draft: ["awaiting_headteacher", "submitted", "withdrawn"],
  awaiting_headteacher: ["submitted", "withdrawn"],
  submitted: ["approved", "redirected", "declined", "withdrawn"],
  approved: ["submitted", "withdrawn"],
  redirected: ["submitted"],
  declined: ["submitted"],
  withdrawn: [],
};

export function canMoveDecision(from: Decision, to: Decision): boolean {
  return decisionTransitions[from].includes(to);
}

/** Numbers of the service that a national user may want to change one day; a guess where no source is known. */
export const policyNumbers = {
  /** Working days in which a hub promises a decision. */
  decisionDays: 15,
  /** Working days a hub always has, however near the offer's own date is. */
  leastDecisionDays: 5,
  /** Weekdays a school must leave possible. */
  leastDays: 2,
  /** Kilometres a school may say it travels. */
  leastKm: 1,
  mostKm: 150,
} as const;

/** What the rules ask of an application: the columns of its row. */
export interface DecisionFacts {
  readonly decision: Decision;
  readonly placement: string;
}

/**
 * The date by which the hub decides: fifteen working days after everything is there, but never after the date on which
 * the offer promises decisions, unless that would leave the hub less than a week.
 */
export function promiseDate(completeOn: IsoDate, decisionsOn: IsoDate): IsoDate {
  const usual = addWorkingDays(completeOn, policyNumbers.decisionDays);
  const least = addWorkingDays(completeOn, policyNumbers.leastDecisionDays);
  if (usual <= decisionsOn) return usual;
  if (least <= decisionsOn) return decisionsOn;
  return least;
}

export interface WindowFacts {
  readonly opensOn: IsoDate;
  readonly closesOn: IsoDate;
  readonly published: boolean;
  readonly opensToApplications: boolean;
}

export function whyNotOpen(offer: WindowFacts, today: IsoDate) {
  if (!offer.published || !offer.opensToApplications) return "not_offered" as const;
  if (today < offer.opensOn) return "not_yet_open" as const;
  if (today > offer.closesOn) return "closed" as const;
  return undefined;
}

/** Answers may change until the hub has decided. */
export function whyNotEdit(application: DecisionFacts) {
  if (application.decision === "withdrawn") return "withdrawn" as const;
  return isUndecided(application.decision) ? undefined : ("decided" as const);
}

/** People may be named and changed as long as the school takes part or may do so. */
export function whyNotChangePeople(application: DecisionFacts) {
  if (application.decision === "withdrawn") return "withdrawn" as const;
  if (application.decision === "declined" || application.decision === "redirected") return "decided" as const;
  return isOverPlacement(application.placement) ? ("decided" as const) : undefined;
}

export const parts = ["wishes", "people", "commitment", "headteacher"] as const;
export type Part = (typeof parts)[number];

export interface PartFacts {
  readonly wishesSaved: boolean;
  readonly participantsLater: boolean;
  readonly participantCount: number;
  readonly minimumParticipants: number;
  readonly commitmentRead: boolean;
  readonly headName: string | null;
  readonly headAgreed: boolean;
}

/** Which parts are ready to send. People are ready when enough are named or the school says that it names them later. */
export function finishedParts(facts: PartFacts): Readonly<Record<Part, boolean>> {
  return {
    wishes: facts.wishesSaved,
    people: facts.participantsLater || facts.participantCount >= facts.minimumParticipants,
    commitment: facts.commitmentRead,
    headteacher: facts.headAgreed || facts.headName !== null,
  };
}

export function firstUnfinishedPart(facts: PartFacts): Part | undefined {
  const finished = finishedParts(facts);
  return parts.find((part) => !finished[part]);
}

export function whyNotDecide(application: DecisionFacts) {
  switch (application.decision) {
    case "submitted":
      return undefined;
    case "draft":
    case "awaiting_headteacher":
      return "not_complete" as const;
    case "withdrawn":
      return "withdrawn" as const;
    default:
      return "decided" as const;
  }
}

/** A decision is undone until the school has accepted a place. */
export function whyNotUndo(application: DecisionFacts) {
  if (application.decision === "withdrawn") return "withdrawn" as const;
  if (isUndecided(application.decision)) return "not_decided" as const;
  return takenPlacements.some((taken) => taken === application.placement)
    ? ("place_accepted" as const)
    : undefined;
}

export function whyNotWithdraw(application: DecisionFacts) {
  if (!canMoveDecision(application.decision, "withdrawn")) {
    return application.decision === "withdrawn" ? ("withdrawn" as const) : ("decided" as const);
  }
  return isOverPlacement(application.placement) ? ("place_over" as const) : undefined;
}

/** Sunday of the week of a date: "due this week" is from today to then. */
export function endOfWeek(today: IsoDate): IsoDate {
  return addDays(today, 6 - weekdayOf(today));
}

export function isUndecided(decision: Decision): boolean {
  return decision === "draft" || decision === "awaiting_headteacher" || decision === "submitted";
}

function isOverPlacement(placement: string): boolean {
  return ["completed", "declined", "lapsed", "withdrawn"].includes(placement);
}

export type Unit = "school" | "person";

/** Where a programme enrols people, an application is for one of them. */
export function leastParticipants(unit: Unit, minimum: number): number {
  return unit === "person" ? 1 : minimum;
}

export function mostParticipants(unit: Unit, maximum: number): number {
  return unit === "person" ? 1 : maximum;
}
