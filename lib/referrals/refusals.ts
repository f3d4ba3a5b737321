/** What each refusal of the referral deeds says. */
export const referralRefusals = {
  not_found: "We cannot find that referral. It may belong to another hub",
  school_has_no_hub: "This school has no hub yet. Ask the national team to give it one",
  already_open: "There is already an open referral for this school and phase. Add what you know to that one",
  case_running: "The school already has Targeted Support in this phase",
  state_funded_only: "Targeted Support is for state-funded schools",
  wrong_phase: "The school does not teach this phase",
  already_decided: "This referral has been decided. Look at its timeline",
  changed_meanwhile: "Somebody changed this while you were looking. Read it again, then decide",
  needs_consent:
    "The headteacher has not agreed yet. Send the link again, or keep the referral until the answer comes",
  consent_refused:
    "The headteacher did not agree, so support cannot start. You can decline the referral or redirect it",
  no_running_stage:
    "Enhanced support goes beside a stage of Teaching for Mastery, and this school is in none at present. Choose Intensive, or redirect",
  link_used: "This link has been used. Ask your hub for a new one if you want to change your answer",
  link_expired: "This link is too old. Ask your hub to send a new one",
} as const;

export const caseRefusals = {
  not_found: "We cannot find that case. It may belong to somebody else",
  changed_meanwhile: "Somebody changed this while you were looking. Read it again",
  not_open: "This case is not open",
  not_a_partner: "This person is not an Intensive Support Partner of the hub",
  own_school: "This person works at the school. Support never comes from inside the school",
  own_trust: "This person works in the same trust. Support never comes from inside the trust",
  case_load_full: "This person has as many cases as they can take. Choose someone else",
  no_partner: "Assign a partner first",
  last_step: "The case is in its last phase. Close it with an outcome",
  visit_done: "This visit has already been recorded",
  visit_ahead: "This visit is still ahead. You can record it on the day, or cancel it",
  handover_first: "Write the handover summary first: the next lead reads it",
  not_ready: "An application follows from a case that closed as ready",
  no_offer: "Next year’s programme is not in the catalogue yet. Try again when it is",
  cannot_start: ({ sentence }: Readonly<Record<string, string | number>>) =>
    `The application cannot be started yet. ${sentence}`,
} as const;

export type CaseRefusal = keyof typeof caseRefusals;
export type ReferralRefusal = keyof typeof referralRefusals;
