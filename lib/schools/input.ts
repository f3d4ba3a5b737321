import { z } from "zod";
import { PAGE_SIZE } from "@/lib/kernel/paging";
import { LONGEST_QUESTION } from "./search/question";

const id = z.uuid();
const reason = (ask: string) => z.string().trim().min(10, ask).max(500, "Keep it under 500 characters");

export const overrideHubInput = z.object({
  organisationId: id,
  hubId: z.uuid("Choose the hub that the school moves to"),
  /** The hub that the page showed; blank for none. */
  seenHubId: id.or(z.literal("")).transform((seen) => seen || null),
  reason: reason("Say in a sentence why the school moves"),
});
export type OverrideHubInput = z.infer<typeof overrideHubInput>;

export const endOverrideInput = z.object({ organisationId: id });
export type EndOverrideInput = z.infer<typeof endOverrideInput>;

export const KEEP_APART = "keep_apart";

const ask = "Choose what happens to the history";

/**
 * A form sends one answer: `100001-100002` for "the history of 100001 goes on in 100002", or `keep_apart`.
 * Joining two records cannot be undone, so that must be ticked as checked.
 */
export const resolveReviewInput = z
  .object({
    reviewId: id,
    answer: z.union([z.literal(KEEP_APART), z.string().regex(/^\d{6}-\d{6}$/)], ask),
    note: reason("Say in a sentence how you know"),
    checked: z.array(z.string()).default([]),
  })
  .refine(({ answer, checked }) => answer === KEEP_APART || checked.includes("yes"), {
    path: ["checked"],
    message: "Tick that you have checked it: two records become one",
  })
  .transform(({ reviewId, answer, note }) => {
    const [fromUrn = 0, toUrn = 0] = answer.split("-").map(Number);
    return { reviewId, note, follow: answer === KEEP_APART ? undefined : { fromUrn, toUrn } };
  });
export type ResolveReviewInput = z.infer<typeof resolveReviewInput>;

/** Which of a hub's schools a list shows: all open ones, those moved here, those moved away, those that have closed. */
export const schoolViews = ["open", "here", "away", "closed"] as const;
export type SchoolView = (typeof schoolViews)[number];

/** The list's filters as they stand in its address. What cannot be read is left out. */
export const schoolFilters = z.object({
  view: z.enum(schoolViews).catch("open"),
  q: z.string().trim().max(100).catch(""),
  phase: z.enum(["primary", "secondary", "college"]).or(z.literal("")).catch(""),
});
export type SchoolFilters = z.infer<typeof schoolFilters>;

/** How many are answered while somebody types: as many as fit below the box. */
const SUGGESTED = 8;

const searchPurpose = z.enum(["access", "referral"]);
/** What the school is chosen for. */
export type SearchPurpose = z.infer<typeof searchPurpose>;

export const searchSchoolsInput = z.object({
  q: z.string().trim().max(LONGEST_QUESTION).default(""),
  limit: z.coerce.number().int().min(1).max(PAGE_SIZE).default(SUGGESTED),
  for: searchPurpose.optional(),
});
