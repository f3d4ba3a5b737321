import { z } from "zod";
import { defineEvent } from "@/lib/events/define-event";

const method = z.enum(["code", "link", "openid", "persona"]);
const words = {
  code: "an e-mailed code",
  link: "an e-mailed link",
  openid: "DfE Sign-in",
  persona: "the demonstration",
};

export const signInRequested = defineEvent(
  "sign-in.requested",
  z.object({ known: z.boolean() }),
  ({ known }) =>
    known ? "asked for a sign-in e-mail" : "asked for a sign-in e-mail for an address that nobody has",
  "staff",
);

export const signedIn = defineEvent(
  "sign-in.completed",
  z.object({ method }),
  (payload) => `signed in with ${words[payload.method]}`,
  "staff",
);

export const signedOut = defineEvent("sign-in.ended", z.object({}), () => "signed out", "staff");

export const peopleEvents = [signInRequested, signedIn, signedOut] as const;
