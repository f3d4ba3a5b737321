const MINUTE = 60_000;

/** How long a session lasts, counted from signing in. */
export const SESSION_HOURS = 12;
/** How old "last seen" of a session may be before a request has it noted. */
export const SEEN_MINUTES = 15;
/** How long an e-mailed link and code work. */
export const CODE_MINUTES = 10;
export const CODE_TRIES = 5;
/** How long an invitation may be taken up. */
export const INVITATION_DAYS = 14;

/** How often something may be done: `most` times within `minutes`. */
export interface Limit {
  readonly name: string;
  readonly most: number;
  readonly minutes: number;
}

/**
 * A school's people share one network address, so a sender may do much; what one mailbox or account suffers is little.
 * None of them keeps anybody out for long: a link that has arrived works whatever else was tried.
 */
export const limits = {
  mailsOfSender: { name: "mails-of-sender", most: 60, minutes: 15 },
  mailsToAddress: { name: "mails-to-address", most: 5, minutes: 15 },
  codesOfSender: { name: "codes-of-sender", most: 60, minutes: 15 },
  /** Guessing on, with new mails, would take somebody 70 years for an even chance. */
  codesOfPerson: { name: "codes-of-person", most: 25, minutes: 24 * 60 },
  /** A hall of people at one address, each typing a name or two. */
  schoolSearchesOfSender: { name: "school-searches-of-sender", most: 600, minutes: 5 },
  accessRequestsOfSender: { name: "access-requests-of-sender", most: 20, minutes: 60 },
} as const satisfies Record<string, Limit>;

export function sessionEndsAt(now: Date): Date {
  return new Date(now.getTime() + SESSION_HOURS * 60 * MINUTE);
}

/** Sessions last seen before this moment are due to be noted. */
export function seenLongAgo(now: Date): Date {
  return new Date(now.getTime() - SEEN_MINUTES * MINUTE);
}

export function codeEndsAt(now: Date): Date {
  return new Date(now.getTime() + CODE_MINUTES * MINUTE);
}

export function invitationEndsAt(now: Date): Date {
  return new Date(now.getTime() + INVITATION_DAYS * 24 * 60 * MINUTE);
}
