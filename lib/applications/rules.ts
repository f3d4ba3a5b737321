import { addDays, type IsoDate, weekdayOf } from "@/lib/kernel/dates";
import { addWorkingDays } from "@/lib/kernel/working-days";

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
  /** Days for which the headteacher's link works. */
  linkDays: 14,
  /** Minutes between two mails to the same headteacher. */
  askAgainMinutes: 60,
  /** Links for one application in 24 hours. */
  linksInADay: 6,
  /** Weekdays a school must leave possible. */
  leastDays: 2,
  /** Kilometres a school may say it travels. */
  leastKm: 1,
  mostKm: 150,
  /** Percentage of disadvantaged pupils from which a school is in tier 0, and in tier 1. */
  firstTierShare: 35,
  secondTierShare: 20,
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
  const promised = usual < decisionsOn ? usual : decisionsOn;
  return promised > least ? promised : least;
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
  return isTaken(application.placement) ? ("place_accepted" as const) : undefined;
}

export function whyNotWithdraw(application: DecisionFacts) {
  if (!canMoveDecision(application.decision, "withdrawn")) {
    return application.decision === "withdrawn" ? ("withdrawn" as const) : ("decided" as const);
  }
  return isOverPlacement(application.placement) ? ("place_over" as const) : undefined;
}

export interface LinkFacts {
  readonly headEmail: string;
  readonly askedAt: Date;
  readonly answer: "agreed" | "refused" | null;
  readonly replacedAt: Date | null;
}

/** Whether the headteacher may be sent a link now, given those sent so far. */
export function whyNotAsk(links: readonly LinkFacts[], headEmail: string, now: Date) {
  if (links.some((link) => link.answer === "agreed" && link.replacedAt === null))
    return "already_agreed" as const;
  const since = (minutes: number) =>
    links.filter((link) => link.askedAt.getTime() > now.getTime() - minutes * 60_000);
  if (since(24 * 60).length >= policyNumbers.linksInADay) return "asked_too_often" as const;
  const same = since(policyNumbers.askAgainMinutes).some(
    (link) => link.answer === null && link.headEmail.toLowerCase() === headEmail.toLowerCase(),
  );
  return same ? ("asked_just_now" as const) : undefined;
}

export type Allocation = "disadvantage" | "first_come" | "lottery";
export type Tier = 0 | 1 | 2;

export interface PriorityFacts {
  /** Percentage of pupils, 0 to 100; null when the register does not say. */
  readonly disadvantaged: number | null;
  readonly priorityArea: boolean;
  /** In Targeted Support now. */
  readonly supported: boolean;
}

/**
 * The tier in which an approved application is placed. Under "disadvantage": 0 for a priority area, Targeted Support or a
 * large share of disadvantaged pupils, 1 for a considerable share, 2 otherwise. Under "first come" and "lottery" all stand
 * in one tier, and the time of sending or the draw orders them there. Source of the rule: hubs give priority to a high
 * proportion of disadvantaged children; the shares are ours.
 */
export function tierOf(allocation: Allocation, school: PriorityFacts): Tier {
  if (allocation !== "disadvantage") return 1;
  const share = school.disadvantaged ?? 0;
  if (school.priorityArea || school.supported || share >= policyNumbers.firstTierShare) return 0;
  return share >= policyNumbers.secondTierShare ? 1 : 2;
}

/** Sunday of the week of a date: "due this week" is from today to then. */
export function endOfWeek(today: IsoDate): IsoDate {
  return addDays(today, 6 - weekdayOf(today));
}

export function isUndecided(decision: Decision): boolean {
  return decision === "draft" || decision === "awaiting_headteacher" || decision === "submitted";
}

function isTaken(placement: string): boolean {
  return ["accepted", "started", "completed", "paused"].includes(placement);
}

function isOverPlacement(placement: string): boolean {
  return ["completed", "declined", "lapsed", "withdrawn"].includes(placement);
}
