import { z } from "zod";
import type { Role } from "@/lib/access/actor";
import { roleWords } from "./role-words";

/** An address as typed: spaces around it are forgiven, capitals make no difference to us. */
const email = z
  .string()
  .trim()
  .min(1, "Enter an email address")
  .max(254, "Enter an email address that is at most 254 characters long")
  .regex(/^[^\s@]+@[^\s@]+\.[^\s@.]+$/, "Enter an email address in the form name@example.org");

export const requestSignInInput = z.object({ email, to: z.string().optional() });
export type RequestSignInInput = z.infer<typeof requestSignInInput>;

export const signInWithCodeInput = z.object({
  request: z.uuid("Ask for a new email"),
  code: z
    .string()
    .transform((typed) => typed.replace(/[\s-]/g, ""))
    .pipe(z.string().regex(/^\d{6}$/, "Enter the 6 figures from the email")),
});
export type SignInWithCodeInput = z.infer<typeof signInWithCodeInput>;

export const secretInput = z.object({ secret: z.string().min(1).max(100) });
export type SecretInput = z.infer<typeof secretInput>;

export const signInAsPersonaInput = z.object({ personId: z.uuid() });
export type SignInAsPersonaInput = z.infer<typeof signInAsPersonaInput>;

/** A name goes into greetings and mail headers: one line, no brackets. */
const name = z
  .string()
  .trim()
  .min(1, "Enter a name")
  .max(100, "Enter a name that is at most 100 characters long")
  .regex(/^[^\p{Cc}<>]*$/u, "Enter a name without line breaks or brackets");

const role = z.enum(Object.keys(roleWords) as [Role, ...Role[]], "Choose a role");
const phase = z.enum(["primary", "secondary", "post16"], "Choose a phase");
const note = z.string().trim().max(500, "Write at most 500 characters").default("");

export const invitePersonInput = z
  .object({
    name,
    email,
    role,
    organisationId: z.uuid().optional(),
    hubId: z.uuid().optional(),
    phase: z.union([phase, z.literal("")]).optional(),
    /** The inviter's own grant, which ends when somebody takes over. */
    handsOverGrantId: z.uuid().optional(),
  })
  .superRefine((input, context) => {
    if (input.role === "assistant_hub_lead" && !input.phase)
      context.addIssue({ code: "custom", path: ["phase"], message: "Choose the phase they decide for" });
  });
export type InvitePersonInput = z.infer<typeof invitePersonInput>;

export const invitationInput = z.object({ invitationId: z.uuid() });
export type InvitationInput = z.infer<typeof invitationInput>;

export const endGrantInput = z.object({ grantId: z.uuid() });
export type EndGrantInput = z.infer<typeof endGrantInput>;

export const endSessionInput = z.object({ sessionId: z.uuid() });

export const askForAccessInput = z.object({
  organisationId: z.uuid("Choose your school"),
  name,
  email,
  role: z.enum(["school_maths_lead", "headteacher"], "Choose what you do at the school"),
  note,
});
export type AskForAccessInput = z.infer<typeof askForAccessInput>;

export const decideAccessInput = z.object({
  requestId: z.uuid(),
  decision: z.enum(["vouch", "decline"], "Choose whether you vouch for them"),
  note,
});
export type DecideAccessInput = z.infer<typeof decideAccessInput>;

/** Weekdays as checkboxes send them: 0 = Monday … 4 = Friday. */
export const chooseWeekdaysInput = z.object({
  days: z.preprocess(
    (value) => (typeof value === "string" ? [value] : (value ?? [])),
    z.array(z.enum(["0", "1", "2", "3", "4"])).min(1, "Choose at least one day on which you can lead"),
  ),
});
export type ChooseWeekdaysInput = z.infer<typeof chooseWeekdaysInput>;

export const moveClockInput = z.object({ by: z.enum(["day", "week", "month", "year", "reset"]) });
export type MoveClockInput = z.infer<typeof moveClockInput>;

/** Roles of a school are given by invitation, vouching or DfE Sign-in; these start an installation. */
export const appointPersonInput = z
  .object({
    name,
    email,
    role: z.enum([
      "national_team",
      "operator",
      "hub_lead",
      "deputy_hub_lead",
      "assistant_hub_lead",
      "project_manager",
    ]),
    hubId: z.uuid().optional(),
    phase: phase.optional(),
  })
  .refine(
    ({ role: given, hubId }) => (hubId === undefined) === (given === "national_team" || given === "operator"),
    "A role of a hub needs the hub, a national role has none",
  )
  .refine(({ role: given, phase: only }) => (given === "assistant_hub_lead") === (only !== undefined), {
    path: ["phase"],
    message: "An assistant_hub_lead decides for one phase, nobody else does: primary, secondary or post16",
  });
export type AppointPersonInput = z.infer<typeof appointPersonInput>;

/** A form that is only a button. */
export const nothingInput = z.object({});

export const organisationInput = z.object({ organisationId: z.uuid() });

/** A hub's code, as it stands in an address. */
export const hubCodeInput = z.object({ hub: z.string().regex(/^[A-Za-z0-9-]{1,20}$/) });
