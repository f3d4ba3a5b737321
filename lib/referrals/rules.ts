import { addDays, type IsoDate } from "@/lib/kernel/dates";

export type ReferralStatus =
  | "raised"
  | "triaged"
  | "accepted_enhanced"
  | "accepted_intensive"
  | "redirected"
  | "declined"
  | "withdrawn";
export type CaseStep = "explore" | "prepare" | "deliver" | "sustain";
export type CaseStatus = "open" | "paused" | "closed" | "stopped";
export type CaseOutcome =
  | "ready_for_development"
  | "ready_for_readiness"
  | "continue"
  | "withdrawn"
  | "escalated";

/** What keeps a school from Teaching for Mastery, in the words a referrer chooses from. Source: the programme's annual report and hubs' own referral forms. */
export const barriers = {
  new_headteacher: "A new headteacher",
  new_maths_lead: "A new maths lead",
  staff_turnover: "Many teachers have left or are early in their career",
  scheme_change: "A change of scheme or curriculum",
  inspection: "Ofsted judged that the school requires improvement, or is inadequate",
  weak_progress: "Weak progress in maths",
  low_mobility_area: "An area of low social mobility",
  capacity: "Leaders do not have the time or the experience to lead the change",
  past_change_failed: "An earlier attempt at change did not last",
} as const;
export type Barrier = keyof typeof barriers;
export const barrierCodes = Object.keys(barriers) as [Barrier, ...Barrier[]];

/** Which states a referral may move to. `triaged` is a referral that somebody has looked at and keeps while the head is asked. */
export const referralTransitions: Readonly<Record<ReferralStatus, readonly ReferralStatus[]>> = {
  raised: ["triaged", "accepted_enhanced", "accepted_intensive", "redirected", "declined", "withdrawn"],
  triaged: ["accepted_enhanced", "accepted_intensive", "redirected", "declined", "withdrawn"],
  accepted_enhanced: [],
  accepted_intensive: [],
  redirected: [],
  declined: [],
  withdrawn: [],
};

export const caseTransitions: Readonly<Record<CaseStatus, readonly CaseStatus[]>> = {
  open: ["paused", "closed", "stopped"],
  paused: ["open", "closed", "stopped"],
  closed: [],
  stopped: [],
};

/** The four phases of the Education Endowment Foundation's implementation cycle, in order. */
export const caseSteps: readonly CaseStep[] = ["explore", "prepare", "deliver", "sustain"];

export const caseStepNames: Readonly<Record<CaseStep, string>> = {
  explore: "Explore",
  prepare: "Prepare (plan)",
  deliver: "Deliver",
  sustain: "Sustain",
};

export const outcomeNames: Readonly<Record<CaseOutcome, string>> = {
  ready_for_development: "Ready for Development",
  ready_for_readiness: "Ready for Mastery Readiness",
  continue: "Support continues next year",
  withdrawn: "The school withdrew",
  escalated: "Passed on to others",
};

/** Days in which a hub promises an answer to a referral. */
const ANSWER_DAYS = 14;
/** Days for which a headteacher's link works. */
export const CONSENT_DAYS = 14;
/** Visit days of an Intensive case unless somebody says otherwise; no national number is published. */
export const USUAL_DAYS = { enhanced: 4, intensive: 10 } as const;

export function promisedDate(raisedOn: IsoDate): IsoDate {
  return addDays(raisedOn, ANSWER_DAYS);
}

export function canMoveReferral(from: ReferralStatus, to: ReferralStatus): boolean {
  return referralTransitions[from].includes(to);
}

export function canMoveCase(from: CaseStatus, to: CaseStatus): boolean {
  return caseTransitions[from].includes(to);
}

export function nextStep(step: CaseStep): CaseStep | undefined {
  return caseSteps[caseSteps.indexOf(step) + 1];
}

export interface PartnerFacts {
  /** Organisations where the person works now, and the trusts those belong to. */
  readonly organisationIds: readonly string[];
  readonly trustCodes: readonly string[];
  readonly openCases: number;
  readonly caseLimit: number;
  readonly maximumKm: number;
  /** Straight line from where the person works to the school; undefined when one of the two is not on the map. */
  readonly km: number | undefined;
}

export type PartnerRefusal = "own_school" | "own_trust" | "case_load_full";

/** Why somebody cannot be this school's Intensive Support Partner. Support never comes from inside the school or its trust. */
export function whyNotPartner(
  partner: PartnerFacts,
  school: { id: string; trustCode: string | null },
): PartnerRefusal | undefined {
  if (partner.organisationIds.includes(school.id)) return "own_school";
  if (school.trustCode !== null && partner.trustCodes.includes(school.trustCode)) return "own_trust";
  if (partner.openCases >= partner.caseLimit) return "case_load_full";
  return undefined;
}

/** Outcomes after which the school applies for a stage. */
export function isReady(outcome: CaseOutcome): boolean {
  return outcome === "ready_for_development" || outcome === "ready_for_readiness";
}

/** The stage that a school applies for after a case. */
export function stageAfter(outcome: CaseOutcome): "readiness" | "development" | undefined {
  if (outcome === "ready_for_development") return "development";
  return outcome === "ready_for_readiness" ? "readiness" : undefined;
}

/** How referrals are spoken of on screen. */
export const referralStatusNames: Readonly<Record<ReferralStatus, string>> = {
  raised: "To decide",
  triaged: "Being looked at",
  accepted_enhanced: "Enhanced support",
  accepted_intensive: "Intensive support",
  redirected: "Another way suggested",
  declined: "Declined",
  withdrawn: "Withdrawn",
};

export const sourceNames: Readonly<Record<string, string>> = {
  hub: "The hub",
  school: "The school",
  trust: "The trust",
  local_authority: "The local authority",
  dfe: "The Department for Education",
  lead: "A lead of the hub",
};

export const urgencyNames: Readonly<Record<string, string>> = {
  this_half_term: "Within this half term",
  this_term: "Within this term",
  this_year: "Within this academic year",
};

export const caseStatusNames = {
  open: "Open",
  paused: "Paused",
  closed: "Closed",
  stopped: "Stopped",
} as const;

export const goalRatingNames: Readonly<Record<string, string>> = {
  not_started: "Not started",
  starting: "Starting",
  growing: "Growing",
  secure: "Secure",
};

export const partnerRefusalNames = {
  own_school: "Works at this school",
  own_trust: "Works in this school’s trust",
  case_load_full: "Has as many cases as they can take",
} as const;
