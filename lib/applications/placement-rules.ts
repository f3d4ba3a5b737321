import { type IsoDate, londonDate, londonTime } from "@/lib/kernel/dates";
import { addWorkingDays } from "@/lib/kernel/working-days";
import { heldPlacements, openStatuses, takenPlacements } from "@/lib/workgroups/rules";
import type { Decision } from "./rules";

export const placements = [
  "unplaced",
  "proposed",
  "offered",
  "accepted",
  "started",
  "completed",
  "waiting",
  "declined",
  "lapsed",
  "withdrawn",
  "paused",
] as const;
export type Placement = (typeof placements)[number];

/**
 * Where a placement may go. To `unplaced` is the hub taking its decision back; from a held place to `waiting` is the
 * group being cancelled; from `declined` and `lapsed` to `offered` is the hub offering once more.
 */
export const placementTransitions: Readonly<Record<Placement, readonly Placement[]>> = {
  unplaced: ["proposed", "offered", "waiting", "withdrawn"],
  proposed: ["unplaced", "offered", "waiting", "withdrawn"],
  offered: ["accepted", "declined", "lapsed", "waiting", "unplaced", "withdrawn"],
  accepted: ["started", "waiting", "withdrawn"],
  started: ["completed", "paused", "waiting", "withdrawn"],
  completed: [],
  waiting: ["proposed", "offered", "unplaced", "withdrawn"],
  declined: ["offered", "unplaced"],
  lapsed: ["offered", "unplaced"],
  withdrawn: [],
  paused: ["started", "waiting", "withdrawn"],
};

export function canMovePlacement(from: Placement, to: Placement): boolean {
  return placementTransitions[from].includes(to);
}

/** A place that the group keeps for the application: nobody else can have it. */
export function holdsPlace(placement: Placement): boolean {
  return heldPlacements.some((held) => held === placement);
}

/** A place that the school has said yes to. */
export function isTaken(placement: string): boolean {
  return takenPlacements.some((taken) => taken === placement);
}

export interface PlacementFacts {
  readonly decision: Decision;
  readonly placement: Placement;
  readonly offerId: string;
  readonly workGroupId: string | null;
  readonly answerBy: IsoDate | null;
}

export interface GroupFacts {
  readonly id: string;
  readonly offerId: string;
  readonly status: string;
  readonly maximumSchools: number;
}

/** Whether an application is one that a place can be offered to, whatever the group. */
export function whyNotBeOffered({ decision, placement }: { decision: Decision; placement: string }) {
  if (decision === "withdrawn") return "withdrawn" as const;
  if (decision !== "approved") return "not_approved" as const;
  const from = placements.find((one) => one === placement);
  return from && canMovePlacement(from, "offered") ? undefined : ("not_unplaced" as const);
}

/** A place is offered to an approved application that holds none, in a group of its own offer that has one free. */
export function whyNotOffer(
  application: PlacementFacts,
  group: GroupFacts,
  facts: { readonly held: number; readonly answerBy: IsoDate; readonly today: IsoDate },
) {
  const why = whyNotBeOffered(application);
  if (why) return why;
  if (group.offerId !== application.offerId) return "other_offer" as const;
  if (!openStatuses.some((status) => status === group.status)) return "group_not_open" as const;
  if (facts.answerBy < facts.today) return "answer_by_past" as const;
  return facts.held >= group.maximumSchools ? ("group_full" as const) : undefined;
}

/** A place moves before either group has begun, to one of the same offer that has a place free. */
export function whyNotMove(
  application: PlacementFacts,
  { from, group, held }: { readonly from: GroupFacts; readonly group: GroupFacts; readonly held: number },
) {
  if (application.decision === "withdrawn") return "withdrawn" as const;
  if (application.decision !== "approved") return "not_approved" as const;
  const moves = application.placement === "offered" || application.placement === "accepted";
  if (!moves || application.workGroupId !== from.id || from.id === group.id) return "place_changed" as const;
  if (group.offerId !== application.offerId) return "other_offer" as const;
  const isOpen = (one: GroupFacts) => openStatuses.some((status) => status === one.status);
  if (!isOpen(from) || !isOpen(group)) return "group_not_open" as const;
  return held >= group.maximumSchools ? ("group_full" as const) : undefined;
}

export function whyNotWait(application: PlacementFacts) {
  if (application.decision === "withdrawn") return "withdrawn" as const;
  if (application.decision !== "approved") return "not_approved" as const;
  const waits = application.placement === "waiting" || application.placement === "unplaced";
  return waits || application.placement === "proposed" ? undefined : ("not_unplaced" as const);
}

/** The school answers the offer that it saw, until the end of its last date. */
export function whyNotAnswerOffer(
  application: PlacementFacts,
  seen: { workGroupId: string; today: IsoDate },
) {
  if (application.placement === "lapsed") return "place_lapsed" as const;
  if (application.placement !== "offered") return "no_offer" as const;
  if (application.workGroupId !== seen.workGroupId) return "changed_meanwhile" as const;
  return hasLapsed(application, seen.today) ? ("place_lapsed" as const) : undefined;
}

/** Working days before the last date to answer on which the school is reminded. */
const WARNING_DAYS = 2;
/** Nobody is reminded before this hour in England. */
const WARNING_FROM = "07:00";

export interface LapseFacts extends PlacementFacts {
  readonly offeredAt: Date | null;
  readonly warnedAt: Date | null;
}

export function whyNotLapse(application: PlacementFacts, today: IsoDate) {
  return application.placement === "offered" && hasLapsed(application, today)
    ? undefined
    : ("not_due" as const);
}

/** The last date of an offer that is due for a reminder on a day: two working days ahead. */
export function warnsUpTo(today: IsoDate): IsoDate {
  return addWorkingDays(today, WARNING_DAYS);
}

/** A reminder is sent once, near the end, and not on the day of the offer itself. */
export function whyNotWarn(application: LapseFacts, now: Date) {
  const today = londonDate(now);
  const { placement, answerBy, offeredAt, warnedAt } = application;
  const open = placement === "offered" && answerBy !== null && offeredAt !== null && warnedAt === null;
  if (!open || answerBy < today || answerBy > warnsUpTo(today)) return "not_due" as const;
  const isNew = londonDate(offeredAt) >= today;
  return isNew || londonTime(now) < WARNING_FROM ? ("not_due" as const) : undefined;
}

export function hasLapsed({ answerBy }: Pick<PlacementFacts, "answerBy">, today: IsoDate): boolean {
  return answerBy !== null && answerBy < today;
}
