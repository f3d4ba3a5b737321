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
