import { type Ctx, type TxCtx, withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { type IsoDate, londonDate } from "@/lib/kernel/dates";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { placeOffered } from "./events";
import { type LockedPlace, lockPlace, lookAtPlace, sayPlace } from "./lock-place";
import { changeApplication, subjectsOf } from "./locks";
import { offeredMail } from "./mails";
import { type PlaceExplanation, placeExplanation } from "./placement-explanation";
import { whyNotOffer } from "./placement-rules";
import { canOffer } from "./policy";
import type { ApplicationRefusal } from "./refusals";
import { placePath, tellSchool } from "./tell-school";

export interface OfferPlaceInput extends OfferedPlace {
  readonly applicationId: string;
  readonly workGroupId: string;
}

interface OfferedPlace {
  /** The last date to answer. */
  readonly answerBy: IsoDate;
  /** Why this group: one sentence that the school reads. */
  readonly reason: string;
  readonly explanation: PlaceExplanation;
}

type Offered = Result<{ applicationId: string }, ApplicationRefusal>;

/**
 * Offers one place of a group and holds it until it is answered or lapses. The group's row is locked before its places
 * are counted, so however many offers arrive at once, no more are made than it has places.
 */
export async function offerPlace(ctx: Ctx, input: OfferPlaceInput): Promise<Offered> {
  return withTransaction(ctx, async (tx): Promise<Offered> => {
    const place = await lockPlace(tx, input);
    return place ? offerLockedPlace(tx, place, input) : refuse("not_found");
  });
}

/** The same as part of a deed that has the group and the application under lock. */
export async function offerLockedPlace(tx: TxCtx, place: LockedPlace, input: OfferedPlace): Promise<Offered> {
  const { group, application } = place;
  if (application.decision === "draft" || !canOffer(tx.actor, application)) return refuse("not_found");
  const { held, takesSchool, isLedByOwnStaff, isReplaced, lead } = await lookAtPlace(tx, place);
  if (!takesSchool) return refuse("not_found");
  const { answerBy } = input;
  const why = whyNotOffer(application, group, { held, answerBy, today: londonDate(tx.now) });
  if (why) return refuse(why);
  if (isLedByOwnStaff) return refuse("own_lead");
  if (isReplaced) return refuse("newer_application");
  await hold(tx, place, input);
  const mail = offeredMail({ ...sayPlace(place, lead), answerBy, reason: input.reason });
  await tellSchool(tx, application, mail, placePath(application));
  return ok({ applicationId: application.id });
}

async function hold(
  tx: TxCtx,
  { group, application }: LockedPlace,
  { answerBy, reason, explanation: unchecked }: OfferedPlace,
): Promise<void> {
  const explanation = placeExplanation.parse(unchecked);
  await changeApplication(tx, application.id, {
    placement: "offered",
    placementChangedAt: tx.now,
    workGroupId: group.id,
    offeredAt: tx.now,
    answerBy,
    warnedAt: null,
    placeDeclineReason: null,
    placeDeclineNote: null,
    placementReason: reason,
    placementExplanation: explanation,
  });
  await recordEvent(tx, placeOffered, {
    ...subjectsOf(application),
    workGroupId: group.id,
    payload: { group: group.name, answerBy, reason, decidedBy: explanation.decidedBy },
  });
}
