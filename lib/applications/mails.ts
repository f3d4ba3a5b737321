import type { HubContact } from "@/lib/hubs/queries";
import { type IsoDate, sayDate } from "@/lib/kernel/dates";

/** A mail of the application journey: one purpose, one link, a sender with a name and a telephone number. */
export interface Mail {
  readonly purpose: string;
  readonly subject: string;
  /** What stands between the greeting and the link. */
  readonly text: string;
  /** What the link does, as the line before it. */
  readonly linkText: string;
}

export interface AboutApplication {
  readonly school: string;
  readonly programme: string;
  readonly reference: string;
}

export function bodyOf(mail: Mail, to: { name: string; link: string; contact: HubContact }): string {
  const { contact } = to;
  const telephone = contact.telephone ? `, ${contact.telephone}` : "";
  const sender = contact.name === contact.hubName ? contact.hubName : `${contact.name}, ${contact.hubName}`;
  return `Hello ${to.name},\n\n${mail.text}\n\n${mail.linkText}:\n${to.link}\n\n${sender}${telephone}\n`;
}

export function askHeadMail(about: AboutApplication & { by: IsoDate; cost: string; asker: string }): Mail {
  return {
    purpose: "headteacher_agreement",
    subject: `${about.school} and ${about.programme}: please answer by ${sayDate(about.by)}`,
    text: `${about.cost}\n\nThat is what ${about.programme} asks of your school. ${about.asker} has applied, and your Maths Hub can decide once you have agreed. You need no account.\n\nThe link works once, until ${sayDate(about.by)}.`,
    linkText: "Read what it asks, then agree or say no",
  };
}

export function sentMail(about: AboutApplication & { head?: string; promisedOn?: IsoDate }): Mail {
  const next = about.promisedOn
    ? `Your hub decides by ${sayDate(about.promisedOn)}.`
    : `We have e-mailed ${about.head}. Your hub can decide once ${about.head} has agreed.`;
  return {
    purpose: "application_sent",
    subject: `Your application for ${about.programme} is sent: ${about.reference}`,
    text: `${about.school} has applied for ${about.programme}. ${next}`,
    linkText: "See where it is, change it or withdraw it",
  };
}

export function headAnsweredMail(
  about: AboutApplication & { head: string; agreed: boolean; promisedOn?: IsoDate },
): Mail {
  if (!about.agreed) {
    return {
      purpose: "headteacher_refused",
      subject: `${about.head} did not agree to ${about.programme}`,
      text: `${about.head} has answered no, so your hub will not look at the application yet. Talk it over. You can ask again, or withdraw.`,
      linkText: "See the answer",
    };
  }
  const next = about.promisedOn
    ? `Your hub decides by ${sayDate(about.promisedOn)}.`
    : "You can send the application now.";
  return {
    purpose: "headteacher_agreed",
    subject: `${about.head} has agreed to ${about.programme}`,
    text: `${about.head} has agreed that ${about.school} takes part in ${about.programme}. ${next}`,
    linkText: "See your application",
  };
}

export function approvedMail(about: AboutApplication & { note?: string }): Mail {
  return {
    purpose: "application_approved",
    subject: `${about.programme}: your application is approved`,
    text: `Your hub has approved the application of ${about.school} for ${about.programme}. Next, schools are placed in groups. You will hear which group you could join, and why.${withNote(about.note)}`,
    linkText: "See what comes next",
  };
}

export function redirectedMail(
  about: AboutApplication & { to: string; answer: string; note?: string },
): Mail {
  return {
    purpose: "application_redirected",
    subject: `Your hub suggests ${about.to} instead of ${about.programme}`,
    text: `${about.answer}. We have started that application for ${about.school} with the answers you gave. It is not sent until you send it.${withNote(about.note)}`,
    linkText: "Look at it and send it",
  };
}

export function declinedMail(about: AboutApplication & { answer: string; note?: string }): Mail {
  return {
    purpose: "application_declined",
    subject: `${about.programme}: your hub has answered`,
    text: `Your hub could not approve the application of ${about.school} for ${about.programme}. ${about.answer}.${withNote(about.note)}`,
    linkText: "Read the answer and what you can do",
  };
}

export function preparedMail(about: AboutApplication): Mail {
  return {
    purpose: "application_prepared",
    subject: `Your hub has started an application for ${about.programme} for ${about.school}`,
    text: `Your hub has started the application of ${about.school} for ${about.programme} with what it knows. Nothing is sent until you send it.`,
    linkText: "Finish it and send it",
  };
}

export function undoneMail(about: AboutApplication & { promisedOn: IsoDate; placeBack: boolean }): Mail {
  const place = about.placeBack ? " The place it offered is no longer held." : "";
  return {
    purpose: "decision_undone",
    subject: `${about.programme}: your hub is looking again`,
    text: `Your hub has taken back its last answer about ${about.programme} and is looking at your application again.${place} The date it promised stays: ${sayDate(about.promisedOn)}.`,
    linkText: "See your application",
  };
}

/** The group of a place, as a mail names it. */
export interface AboutPlace extends AboutApplication {
  readonly group: string;
  /** "2026/27" */
  readonly year: string;
  /** Nobody yet: null. */
  readonly lead: string | null;
}

export function offeredMail(about: AboutPlace & { answerBy: IsoDate; reason: string }): Mail {
  const { school, group, year, lead, answerBy, reason } = about;
  const led = lead ? `, led by ${lead}` : "";
  return {
    purpose: "place_offered",
    subject: `A place for ${school} in ${group}: please answer by ${sayDate(answerBy)}`,
    text: `${school} has a place in ${group} for ${year}${led}. ${reason}\n\nPlease accept or decline by ${sayDate(answerBy)}. We hold the place until then.`,
    linkText: "See the dates and the reasons, and answer",
  };
}

export function movedMail(about: AboutPlace & { from: string; reason: string; answerBy?: IsoDate }): Mail {
  const { school, from, group, year, lead, reason, answerBy } = about;
  const next = answerBy
    ? `Please accept or decline by ${sayDate(answerBy)}. We hold the place until then.`
    : "You have nothing to do: your place is kept. If this group does not suit you, ring us before it begins.";
  return {
    purpose: "place_moved",
    subject: `${school} has its place in ${group} now`,
    text: `The place of ${school} in ${from} is now in ${group} for ${year}${lead ? `, led by ${lead}` : ""}. ${reason}\n\n${next}`,
    linkText: "See the group and its dates",
  };
}

/** To those who lead the group that a school leaves, and the one it comes to. */
export function movedForLeadMail(about: AboutPlace & { from: string }): Mail {
  const { school, from, group } = about;
  return {
    purpose: "place_moved_lead",
    subject: `${school} moves from ${from} to ${group}`,
    text: `${school} had accepted a place in ${from} and has it in ${group} now. The hub moved it to make room for a school that had no place.`,
    linkText: "See the group and its schools",
  };
}

export function waitingMail(about: AboutApplication & { reason: string }): Mail {
  const { school, programme, reason } = about;
  return {
    purpose: "place_waiting",
    subject: `${programme}: ${school} is on the waiting list`,
    text: `There is no place for ${school} in ${programme} yet. ${reason}\n\nWhen a place comes up that you could take, your hub offers it to you by e-mail.`,
    linkText: "See why, and what would help",
  };
}

export function groupCancelledMail(about: AboutApplication & { group: string; reason: string }): Mail {
  return {
    purpose: "group_cancelled",
    subject: `${about.group} is cancelled, and ${about.school} waits for another group`,
    text: `The Work Group in which ${about.school} had a place, ${about.group}, does not go on. Your application for ${about.programme} stays approved, and your hub looks for another group. You have nothing to do.\n\nYour hub writes: ${about.reason}`,
    linkText: "See where your application is",
  };
}

export function acceptedMail(about: AboutPlace & { first: string | null }): Mail {
  const { school, group, year, lead, first } = about;
  const begins = first ? ` You first meet on ${first}.` : " The dates are on the page of the group.";
  return {
    purpose: "place_accepted",
    subject: first ? `${school} is in ${group}: first on ${first}` : `${school} is in ${group}`,
    text: `You have accepted the place of ${school} in ${group} for ${year}${lead ? `, led by ${lead}` : ""}.${begins}`,
    linkText: "See the dates, put them in your calendar and name your people",
  };
}

export function lapsedMail(about: AboutPlace & { answerBy: IsoDate }): Mail {
  const { school, group, answerBy } = about;
  return {
    purpose: "place_lapsed",
    subject: `The place of ${school} in ${group} is no longer held`,
    text: `We had no answer by ${sayDate(answerBy)}, so the place of ${school} in ${group} is free for another school. If you still want it, ring us: we can offer it once more while it is free.`,
    linkText: "See your application",
  };
}

export function warningMail(about: AboutPlace & { answerBy: IsoDate }): Mail {
  const { school, group, answerBy } = about;
  return {
    purpose: "place_warning",
    subject: `Please answer by ${sayDate(answerBy)}: the place of ${school} in ${group}`,
    text: `We hold a place for ${school} in ${group} until ${sayDate(answerBy)}. After that it goes to another school. A no is an answer too.`,
    linkText: "Accept or decline",
  };
}

/** To the hub and, where the school had said yes, to the lead: a place came free. */
export function freedMail(about: AboutPlace & { how: "declined" | "withdrew"; why: string }): Mail {
  const { school, group, how, why } = about;
  const gone = how === "declined" ? "has declined its place in" : "has given back its place in";
  return {
    purpose: "place_freed",
    subject: `${school} ${gone} ${group}`,
    text: `${school} ${gone} ${group}. One place is free again.${why ? `\n\nThe school says: ${why}` : ""}`,
    linkText: "See it",
  };
}

function withNote(note: string | undefined): string {
  return note ? `\n\nYour hub writes: ${note}` : "";
}
