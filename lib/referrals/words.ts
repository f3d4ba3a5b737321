import type { ReferralStatus } from "./rules";

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
