/** A reason a hub chooses, and the answer a school reads: what it means and what the school can do. */
export interface Reason {
  readonly label: string;
  readonly answer: string;
}

export const declineReasons = {
  not_ready: {
    label: "Another step would help the school more",
    answer:
      "Your hub thinks that another step would help your school more just now. Ring your hub contact to plan it",
  },
  not_the_audience: {
    label: "The programme is for other teachers",
    answer:
      "This programme is made for other teachers or another phase. Look at the programmes that are open to you",
  },
  cannot_release: {
    label: "The school cannot release its teachers",
    answer:
      "Your school could not release teachers for the sessions. You can apply again when that has changed",
  },
  applied_twice: {
    label: "The school applied twice",
    answer: "Your school has another application for the same thing, and that one goes on",
  },
  no_group_this_year: {
    label: "No group runs near the school this year",
    answer: "No group can run within your reach this year. Apply again when applications open next spring",
  },
  something_else: { label: "Something else", answer: "Your hub has written why" },
} as const satisfies Record<string, Reason>;
export type DeclineReason = keyof typeof declineReasons;
export const declineReasonCodes = Object.keys(declineReasons) as [DeclineReason, ...DeclineReason[]];

export const redirectReasons = {
  better_step: {
    label: "It is the better next step on the school's journey",
    answer: "It is the better next step on your school's journey",
  },
  groundwork_first: {
    label: "It lays the ground for what the school asked for",
    answer: "It lays the ground for what you asked for, and you can go on from there",
  },
  better_fit: {
    label: "It fits the school's teachers and phase better",
    answer: "It fits your teachers and your phase better",
  },
  group_in_reach: {
    label: "It has a group in the school's reach",
    answer: "It has a group within your reach this year",
  },
  something_else: { label: "Something else", answer: "Your hub has written why" },
} as const satisfies Record<string, Reason>;
export type RedirectReason = keyof typeof redirectReasons;
export const redirectReasonCodes = Object.keys(redirectReasons) as [RedirectReason, ...RedirectReason[]];

/** Why a school gives a place back, in its own words. */
export const placeDeclineReasons = {
  day: "The day no longer suits us",
  distance: "It is too far away",
  release: "We cannot release teachers for these dates",
  people: "The people who were to take part have changed",
  other_plans: "We are doing something else this year",
  something_else: "Something else",
} as const;
export type PlaceDeclineReason = keyof typeof placeDeclineReasons;
export const placeDeclineReasonCodes = Object.keys(placeDeclineReasons) as [
  PlaceDeclineReason,
  ...PlaceDeclineReason[],
];

/** What became of a place that came free, as the hub reads it. */
export const freedPlaceOutcomes = {
  offered: "The waiting list offered the place that came free to the next school",
  nobody: "A place came free, and no school that waits could take it. It stays free",
  not_free: "A place came free, and had been given to a school before the waiting list came to it",
  too_late: "A place came free too near to the first session to ask a school by itself. It stays free",
  not_matched: "A place came free before anything was matched, so the waiting list asked nobody",
  closed: "A place came free when the group no longer took schools, so the waiting list asked nobody",
} as const;
export type FreedPlaceOutcome = keyof typeof freedPlaceOutcomes;
export const freedPlaceOutcomeCodes = Object.keys(freedPlaceOutcomes) as [
  FreedPlaceOutcome,
  ...FreedPlaceOutcome[],
];

/** The same for the hub, whatever was kept: its label, or nothing. */
export function sayPlaceDecline(reason: string | null): string {
  const labels: Readonly<Record<string, string>> = placeDeclineReasons;
  return reason ? (labels[reason] ?? "") : "";
}

/** The sentence a school reads for the reason kept with a decision; empty for none. */
export function answerOf(decision: string, reason: string | null): string {
  const known: Readonly<Record<string, Reason>> =
    decision === "redirected" ? redirectReasons : declineReasons;
  return reason ? (known[reason]?.answer ?? "") : "";
}
