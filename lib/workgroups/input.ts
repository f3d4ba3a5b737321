import { z } from "zod";
import { isIsoDate } from "@/lib/kernel/dates";

const text = (longest: number) => z.string().trim().max(longest, `Use ${longest} characters or fewer`);
const whole = (say: string, least: number, most: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,3}$/, say)
    .transform(Number)
    .refine((number) => number >= least && number <= most, say);
const date = (say: string) => z.string().trim().refine(isIsoDate, say);
const clockTime = (say: string) =>
  z
    .string()
    .trim()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, say);
const version = z.coerce.number().int().positive();
const workGroupId = z.uuid();

export const weekPatterns = ["every", "odd", "even"] as const;
export type WeekPattern = (typeof weekPatterns)[number];
/** Which weeks a group may meet in: a lead can then run two groups on one weekday. */
export const weekPatternNames: Readonly<Record<WeekPattern, string>> = {
  every: "Any week",
  odd: "Weeks with an odd number",
  even: "Weeks with an even number",
};

const facts = {
  name: text(80).min(1, "Enter a name, like Fernley Tuesday"),
  meets: z.enum(["face_to_face", "online"], "Choose how the group meets"),
  venueName: text(120).default(""),
  venuePostcode: text(10).default(""),
  weekday: z.enum(["0", "1", "2", "3", "4"], "Choose a weekday").transform(Number),
  weekPattern: z.enum(weekPatterns).default("every"),
  minimumSchools: whole("Enter the smallest number of schools, from 1 to 200", 1, 200),
  maximumSchools: whole("Enter the largest number of schools, from 1 to 200", 1, 200),
  whatToPrepare: text(2000).default(""),
};

interface Sized {
  readonly minimumSchools: number;
  readonly maximumSchools: number;
}
interface Placed {
  readonly meets: string;
  readonly venueName: string;
  readonly venuePostcode: string;
}
const inOrder = [
  (group: Sized) => group.minimumSchools <= group.maximumSchools,
  { path: ["maximumSchools"] as string[], error: "The largest number cannot be below the smallest" },
] as const;
const hasVenue = [
  (group: Placed) => group.meets === "online" || group.venueName !== "",
  { path: ["venueName"] as string[], error: "Enter the name of the venue" },
] as const;
const hasPostcode = [
  (group: Placed) => group.meets === "online" || group.venuePostcode !== "",
  { path: ["venuePostcode"] as string[], error: "Enter the postcode of the venue" },
] as const;

export const createWorkGroupInput = z
  .object({
    hubId: z.uuid(),
    offerId: z.uuid("Choose what the group works on"),
    leadId: optionalId(),
    ...facts,
  })
  .refine(...inOrder)
  .refine(...hasVenue)
  .refine(...hasPostcode);
export type CreateWorkGroupInput = z.infer<typeof createWorkGroupInput>;

export const editWorkGroupInput = z
  .object({ workGroupId, version, ...facts })
  .refine(...inOrder)
  .refine(...hasVenue)
  .refine(...hasPostcode);
export type EditWorkGroupInput = z.infer<typeof editWorkGroupInput>;

/** How dates are proposed: read from the address of the page that shows them. */
export const sessionPatternInput = z.object({
  firstOn: date("Enter the first date"),
  sessions: whole("Enter how many sessions there are, from 1 to 30", 1, 30),
  weeksBetween: whole("Enter how many weeks lie between two sessions, from 1 to 26", 1, 26),
  startsAt: clockTime("Enter when a session begins, like 13:30"),
  endsAt: clockTime("Enter when a session ends, like 15:30"),
});
export type SessionPatternInput = z.infer<typeof sessionPatternInput>;

/** A list of fields of one name: one field alone comes as text. */
const column = <Cell extends z.ZodType>(cell: Cell) =>
  z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(cell).max(30),
  );

/** The sessions of a group, a column for each field; a row without a date is left out. */
export const planSessionsInput = z
  .object({
    workGroupId,
    heldOn: column(z.string().trim()),
    startsAt: column(z.string().trim()),
    endsAt: column(z.string().trim()),
    title: column(text(80)),
  })
  .transform(({ workGroupId: id, ...columns }, ctx) => {
    const sessions = columns.heldOn.flatMap((heldOn, row) =>
      heldOn === ""
        ? []
        : [
            {
              row,
              heldOn,
              startsAt: columns.startsAt[row] ?? "",
              endsAt: columns.endsAt[row] ?? "",
              title: columns.title[row] ?? "",
            },
          ],
    );
    for (const session of sessions) complainAbout(session, ctx);
    if (sessions.length === 0)
      ctx.addIssue({ code: "custom", path: ["heldOn-0"], message: "Enter at least one date" });
    return {
      workGroupId: id,
      sessions: sessions.map(({ row: _, ...session }) => session).sort(inTime),
    };
  });
export type PlanSessionsInput = z.infer<typeof planSessionsInput>;

interface SessionRow {
  readonly row: number;
  readonly heldOn: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

function complainAbout(session: SessionRow, ctx: z.RefinementCtx): void {
  const say = (field: string, message: string) =>
    ctx.addIssue({ code: "custom", path: [`${field}-${session.row}`], message });
  const nth = `session ${session.row + 1}`;
  if (!isIsoDate(session.heldOn)) say("heldOn", `Enter the date of ${nth}`);
  if (!TIME.test(session.startsAt)) say("startsAt", `Enter when ${nth} begins, like 13:30`);
  else if (!TIME.test(session.endsAt)) say("endsAt", `Enter when ${nth} ends, like 15:30`);
  else if (session.endsAt <= session.startsAt) say("endsAt", `The end of ${nth} must be after its beginning`);
}

function inTime(a: { heldOn: string; startsAt: string }, b: { heldOn: string; startsAt: string }): number {
  return `${a.heldOn}${a.startsAt}` < `${b.heldOn}${b.startsAt}` ? -1 : 1;
}

const sequence = z.coerce.number().int().min(0);

export const moveSessionInput = z
  .object({
    workGroupId,
    sessionId: z.uuid(),
    sequence,
    heldOn: date("Enter the new date"),
    startsAt: clockTime("Enter when the session begins, like 13:30"),
    endsAt: clockTime("Enter when the session ends, like 15:30"),
    /** The date for which the warnings have been read; see `dateKey`. */
    accepted: text(40).default(""),
  })
  .refine(({ startsAt, endsAt }) => startsAt < endsAt, {
    path: ["endsAt"],
    error: "The end must be after the beginning",
  });
export type MoveSessionInput = z.infer<typeof moveSessionInput>;

/** What stands for a date whose warnings were read: another date needs another reading. */
export function dateKey(session: { heldOn: string; startsAt: string; endsAt: string }): string {
  return `${session.heldOn} ${session.startsAt} ${session.endsAt}`;
}

export const cancelSessionInput = z.object({
  workGroupId,
  sessionId: z.uuid(),
  sequence,
  reason: text(300).min(1, "Say why the session is cancelled. Schools read it"),
});
export type CancelSessionInput = z.infer<typeof cancelSessionInput>;

export const assignLeadInput = z.object({
  workGroupId,
  personId: z.uuid("Choose who leads the group"),
  /** Why this person: the lead reads it. */
  reason: text(1000).optional(),
});
export type AssignLeadInput = z.infer<typeof assignLeadInput>;

export const openWorkGroupInput = z.object({ workGroupId });
export type OpenWorkGroupInput = z.infer<typeof openWorkGroupInput>;

export const confirmWorkGroupInput = z.object({ workGroupId, reason: text(500).default("") });
export type ConfirmWorkGroupInput = z.infer<typeof confirmWorkGroupInput>;

export const cancelWorkGroupInput = z.object({
  workGroupId,
  reason: text(500).min(1, "Say why the group is cancelled. Schools with a place will read it"),
});
export type CancelWorkGroupInput = z.infer<typeof cancelWorkGroupInput>;

function optionalId() {
  return z
    .union([z.literal(""), z.uuid()])
    .optional()
    .transform((id) => id || undefined);
}
