import { z } from "zod";
import { role as roleColumn } from "@/db/schema/people";
import { defineEvent } from "@/lib/events/define-event";
import { EVERY_DAY, sayWeekdays } from "@/lib/kernel/weekdays";
import { roleWords } from "./role-words";

const none = z.object({});
const role = z.enum(roleColumn.enumValues);
const methods = {
  code: "an emailed code",
  link: "an emailed link",
  openid: "DfE Sign-in",
  persona: "the demonstration’s list of people",
} as const;
const ways = {
  invitation: "by invitation",
  vouching: "because the hub vouched for them",
  openid: "because DfE Sign-in names the school",
  operator: "by the operator of the service",
} as const;

export const signInRequested = defineEvent(
  "sign_in.requested",
  z.object({ known: z.boolean() }),
  ({ known }) =>
    known ? "A sign-in email was asked for" : "A sign-in email was asked for an address that nobody has",
  "staff",
);
export const signedIn = defineEvent(
  "sign_in.completed",
  z.object({ method: z.enum(["code", "link", "openid", "persona"]) }),
  ({ method }) => `Signed in with ${methods[method]}`,
  "staff",
);
export const signedOut = defineEvent("sign_in.ended", none, () => "Signed out", "staff");
export const otherSessionsEnded = defineEvent(
  "sign_in.others_ended",
  z.object({ sessions: z.number().int() }),
  () => "Signed out everywhere else",
  "staff",
);
export const openidLinked = defineEvent(
  "sign_in.openid_linked",
  none,
  () => "DfE Sign-in was linked to the account",
  "staff",
);

export const accessGiven = defineEvent(
  "access.given",
  z.object({ role, way: z.enum(["invitation", "vouching", "openid", "operator"]) }),
  (payload) => `Access as ${roleWords[payload.role]} was given ${ways[payload.way]}`,
);
export const accessEnded = defineEvent(
  "access.ended",
  z.object({ role, reason: z.enum(["left", "handed_over"]) }),
  (payload) =>
    payload.reason === "left"
      ? `Access as ${roleWords[payload.role]} ended`
      : `The role of ${roleWords[payload.role]} was handed over`,
);
export const personInvited = defineEvent(
  "access.invited",
  z.object({ role, handsOver: z.boolean() }),
  (payload) =>
    payload.handsOver
      ? `Somebody was asked to take over as ${roleWords[payload.role]}`
      : `Somebody was invited as ${roleWords[payload.role]}`,
);
export const invitationRevoked = defineEvent(
  "access.invitation_revoked",
  z.object({ role }),
  (payload) => `An invitation as ${roleWords[payload.role]} was taken back`,
);
export const accessAsked = defineEvent(
  "access.asked",
  z.object({ role }),
  (payload) => `Somebody asked the hub for access as ${roleWords[payload.role]}`,
  "staff",
);
export const accessDeclined = defineEvent(
  "access.declined",
  z.object({ role }),
  (payload) => `The hub did not vouch for somebody who asked for access as ${roleWords[payload.role]}`,
  "staff",
);
export const weekdaysChosen = defineEvent(
  "lead.weekdays_chosen",
  z.object({ weekdays: z.number().int().min(1).max(EVERY_DAY) }),
  ({ weekdays }) => `Said that they can lead groups on ${sayWeekdays(weekdays)}`,
  "staff",
);
export const clockMoved = defineEvent(
  "demonstration.clock_moved",
  z.object({ aheadSeconds: z.number().int() }),
  () => "The demonstration’s clock was moved",
  "staff",
);

export const peopleEvents = [
  signInRequested,
  signedIn,
  signedOut,
  otherSessionsEnded,
  openidLinked,
  accessGiven,
  accessEnded,
  personInvited,
  invitationRevoked,
  accessAsked,
  accessDeclined,
  weekdaysChosen,
  clockMoved,
];
