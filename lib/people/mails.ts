import type { Role } from "@/lib/access/actor";
import { londonDate, londonTime, sayDate, sayTime } from "@/lib/kernel/dates";
import { env } from "@/lib/kernel/env";
import { roleWords } from "./role-words";

/** A mail about getting in, without its reader. */
export interface PeopleMail {
  readonly purpose: string;
  readonly subject: string;
  readonly body: string;
}

const service = "Maths Hubs Enrolment";

function address(path: string): string {
  return `${env().NEXTAUTH_URL}${path}`;
}

export function signInMail(about: { name: string; secret: string; code: string; until: Date }): PeopleMail {
  const until = sayTime(londonTime(about.until));
  return {
    purpose: "sign_in",
    subject: `Sign in to ${service}: your link works until ${until}`,
    body: `Hello ${about.name},

Open this link to sign in. It works once, until ${until}:
${address(`/sign-in/link/${about.secret}`)}

Or type this code where you asked for it: ${about.code}

If you did not ask for this, do nothing. Nobody can sign in without the link or the code. We never ask for the code by telephone.

${service}
`,
  };
}

/** What an address gets that nobody has: how to get in, and nothing that would tell a stranger anything. */
export function unknownAddressMail(): PeopleMail {
  return {
    purpose: "sign_in_unknown",
    subject: `Signing in to ${service}: we do not know this address yet`,
    body: `Hello,

Somebody, probably you, asked to sign in to ${service} with this address. Nobody has an account with it.

If you work at a school, a colleague who has an account can invite you, or your Maths Hub can let you in. If you used another address before, sign in with that one.

Find out how to get in:
${address("/get-access")}

If you did not ask for this, do nothing.

${service}
`,
  };
}

interface Invited {
  readonly name: string;
  readonly role: Role;
  readonly place: string;
  readonly secret: string;
  readonly inviter: string;
  readonly handsOver: boolean;
  readonly until: Date;
}

export function invitationMail(about: Invited): PeopleMail {
  const until = sayDate(londonDate(about.until));
  const role = `${roleWords[about.role]} for ${about.place}`;
  return {
    purpose: "invitation",
    subject: `${about.inviter} invites you to ${service}: please answer by ${until}`,
    body: `Hello ${about.name},

${about.handsOver ? `I would like you to take over from me as ${role}.` : `I would like to give you access as ${role}.`}

${service} is where schools find maths professional development, apply, and see their groups and dates.

Accept the invitation by ${until}. The link works once:
${address(`/invitation/${about.secret}`)}

If you did not expect this, do nothing.

${about.inviter}, ${about.place}
`,
  };
}

export function accessEndedMail(about: { name: string; role: Role; place: string }): PeopleMail {
  return {
    purpose: "access_ended",
    subject: `Your access to ${about.place} has ended`,
    body: `Hello ${about.name},

Your access to ${service} as ${roleWords[about.role]} for ${about.place} has ended. Other access that you have stays as it is.

If that is a mistake, ask a colleague there to invite you again, or ask your Maths Hub:
${address("/get-access")}

${service}
`,
  };
}

interface Asked {
  readonly name: string;
  readonly role: Role;
  readonly school: string;
  readonly hub: { readonly name: string; readonly code: string; readonly telephone: string | null };
}

export function accessAskedMail({ name, role, school, hub }: Asked): PeopleMail {
  const telephone = hub.telephone ? `, ${hub.telephone}` : "";
  return {
    purpose: "access_asked",
    subject: `We have asked ${hub.name} to let you in for ${school}`,
    body: `Hello ${name},

You asked for access to ${service} as ${roleWords[role]} for ${school}. Your hub checks that you work there, and you get an email with its answer.

If you have access already, or a colleague has invited you, you can sign in now:
${address("/sign-in")}

If you did not ask for this, do nothing.

${hub.name}${telephone}
`,
  };
}

export function accessToDecideMail({ name, role, school, hub }: Asked): PeopleMail {
  return {
    purpose: "access_to_decide",
    subject: `${name} asks for access for ${school}`,
    body: `Hello,

${name} asks for access as ${roleWords[role]} for ${school}. Vouch for them if you know that they work there; ring the school if you are not sure.

See the request and answer it:
${address(`/hub/access?hub=${hub.code}`)}

${service}
`,
  };
}

export function vouchedMail(about: { name: string; role: Role; school: string; note: string }): PeopleMail {
  return {
    purpose: "access_vouched",
    subject: `You can sign in for ${about.school}`,
    body: `Hello ${about.name},

Your hub has let you in as ${roleWords[about.role]} for ${about.school}.${withNote(about.note)}

Sign in with this email address:
${address("/sign-in")}

${service}
`,
  };
}

export function accessDeclinedMail(about: { name: string; school: string; note: string }): PeopleMail {
  return {
    purpose: "access_declined",
    subject: `Your hub could not let you in for ${about.school}`,
    body: `Hello ${about.name},

Your hub could not confirm that you act for ${about.school}.${withNote(about.note)}

A colleague there who has an account can invite you. You can also ask again:
${address("/get-access")}

${service}
`,
  };
}

function withNote(note: string): string {
  return note ? `\n\nYour hub writes: ${note}` : "";
}
