import { z } from "zod";

const points = z.number().int().nonnegative();
const km = z.number().nonnegative();
const groups = z.number().int().nonnegative();
/** The run that said it; null when a person chose without a run. */
const runId = z.uuid().nullable();

/** Wishes under which a waiting school would have been placed: the whole set, of which one or more differ from its own. */
const looserWishes = z.object({
  impossibleDays: z.number().int().min(0).max(31),
  maximumKm: km,
  neighbourHubs: z.boolean(),
});

const weekday = z.number().int().min(0).max(4);

/** What would have placed a waiting school, each tried by placing everybody anew: what it could do itself, then its hub. */
const changes = {
  wouldBePlaced: looserWishes.nullable().default(null),
  /** One more place in a full group: how far it is, null online, and its day. */
  onePlaceMore: z.object({ km: km.nullable(), weekday }).nullable().optional(),
  /**
   * A new group: within how many whole kilometres, 0 at the school itself, null online; the schools it would have, and
   * those it needs. Where it would have fewer, the hub has to hold it open.
   */
  oneGroupMore: z
    .object({ withinKm: groups.nullable(), weekday, schools: groups, needed: groups.nullable() })
    .nullable()
    .optional(),
};

/** Placed by a match run. Points are those of lib/matching: 10 points = 1 km. */
const placed = z.object({
  kind: z.literal("placed"),
  runId,
  /** `person` when somebody of the hub pinned or changed it in the review. */
  decidedBy: z.enum(["match", "person"]),
  /** The place was another school's before: the waiting list offered it. */
  cameFree: z.literal(true).optional(),
  /** It had a place in another group, so far away; null online. */
  moved: z.object({ fromKm: km.nullable() }).optional(),
  /** Groups the school could have been placed in. */
  openGroups: groups,
  /** Straight line from the school; null for a group that meets online. */
  km: km.nullable(),
  terms: z.object({
    travel: points,
    longTravel: points,
    notPreferredDay: points,
    otherMode: points,
    neighbourHub: points,
    previousLead: points,
  }),
  preferredDay: z.boolean(),
  /** Null when the school had no lead last year. */
  sameLead: z.boolean().nullable(),
  /** Groups that would have suited the school better and are full or do not run, the best first. */
  passedOver: z.array(
    z.object({
      km: km.nullable(),
      /** Points the school would have saved there. */
      savingPoints: points,
      /** Points by which all schools together would have lost; null of a full group when every place there is a person's decision. */
      lossPoints: points.nullable(),
      /** False of a group that does not run. */
      full: z.boolean(),
    }),
  ),
});

/** Put into a group by a person of the hub, outside any run. */
const chosen = z.object({
  kind: z.literal("chosen"),
  decidedBy: z.literal("person"),
  km: km.nullable(),
  preferredDay: z.boolean(),
  sameLead: z.boolean().nullable(),
});

export const removingRules = ["hub", "day", "distance", "place_unknown", "own_lead", "by_hand"] as const;
export type RemovingRule = (typeof removingRules)[number];

const nothingEligible = z.object({
  kind: z.literal("nothing_eligible"),
  runId,
  /** Groups of the offer in the school's hub and its neighbours. */
  looked: groups,
  /** Each group under the first rule that removes it, the rule that removes most first. */
  removedBy: z.array(z.object({ rule: z.enum(removingRules), groups })),
  ...changes,
});

const allFull = z.object({
  kind: z.literal("all_full"),
  runId,
  /** Groups it could come into, directly or if the schools there moved on to their other groups; and all their places. */
  groups,
  places: groups,
  /** Of these places, those that were held before the match, whatever the priority of who holds them. */
  heldBefore: groups.default(0),
  /** And those that the hub gave by hand. */
  byHand: groups.optional(),
  /** The lowest priority among the schools that the match gave the others. */
  worstTier: z.number().int().min(0).max(2),
  /** 1 for the next among those waiting for these groups. */
  position: z.number().int().positive(),
  ...changes,
});

/** Groups that would be open to it do not run, as too few schools could come. */
const groupNotViable = z.object({
  kind: z.literal("group_not_viable"),
  runId,
  /** Groups that would be open to it and do not run. */
  groups,
  /** Of the one that is told: how far, how many schools it needs and would have had. */
  groupKm: km.nullable(),
  needed: groups,
  schools: groups,
  /** More could come, but only from groups that would then have too few themselves. */
  othersAreNeeded: z.boolean(),
  ...changes,
});

/** A place is within reach only if schools that have accepted theirs were moved. */
const tooManyMoves = z.object({
  kind: z.literal("too_many_moves"),
  runId,
  position: z.number().int().positive(),
  ...changes,
});

/**
 * Why an application has this group, or why it waits, in parts: kept with the application and drawn as its reason card.
 * Counts and distances only: nothing here may name another school or tell its data.
 */
export const placementExplanation = z.discriminatedUnion("kind", [
  placed,
  chosen,
  nothingEligible,
  allFull,
  groupNotViable,
  tooManyMoves,
]);
export type PlacementExplanation = z.infer<typeof placementExplanation>;
/** As a caller gives it. */
export type PlacementExplanationInput = z.input<typeof placementExplanation>;

export const placeExplanation = z.discriminatedUnion("kind", [placed, chosen]);
export type PlaceExplanation = z.infer<typeof placeExplanation>;

export const waitingExplanation = z.discriminatedUnion("kind", [
  nothingEligible,
  allFull,
  groupNotViable,
  tooManyMoves,
]);
export type WaitingExplanation = z.infer<typeof waitingExplanation>;

/** What was kept, if it still fits; null for a place from before explanations were kept. */
export function readExplanation(kept: unknown): PlacementExplanation | null {
  const parsed = placementExplanation.safeParse(kept);
  return parsed.success ? parsed.data : null;
}

/** The same of one that waits. */
export function readWaiting(kept: unknown): WaitingExplanation | null {
  const parsed = waitingExplanation.safeParse(kept);
  return parsed.success ? parsed.data : null;
}
