import { type Ctx, type TxCtx, withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { type IsoDate, londonDate } from "@/lib/kernel/dates";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { countPlaces } from "@/lib/workgroups/queries/lock-group";
import { placeOffered } from "./events";
import { aboutPlace, isLedByOwnStaff, type LockedPlace, lockPlace, takesSchoolsOf } from "./lock-place";
import { changeApplication, isReplaced, subjectsOf } from "./locks";
import { offeredMail } from "./mails";
import { type PlaceExplanation, placeExplanation } from "./placement-explanation";
import { whyNotOffer } from "./placement-rules";
import { canOffer } from "./policy";
import type { ApplicationRefusal } from "./refusals";
import { placePath, tellSchool } from "./tell-school";

export interface OfferPlaceInput {
  readonly applicationId: string;
  readonly workGroupId: string;
  /** The last date to answer. */
  readonly answerBy: IsoDate;
  /** Why this group: one sentence that the school reads. */
  readonly reason: string;
  readonly explanation: PlaceExplanation;
}

/**
 * Offers one place of a group and holds it until it is answered or lapses. The group's row is locked before its places
 * are counted, so however many offers arrive at once, no more are made than it has places.
 */
export async function offerPlace(
  ctx: Ctx,
  input: OfferPlaceInput,
): Promise<Result<{ applicationId: string }, ApplicationRefusal>> {
  return withTransaction(ctx, async (tx): Promise<Result<{ applicationId: string }, ApplicationRefusal>> => {
    const place = await lockPlace(tx, input);
    if (!place || place.application.decision === "draft" || !canOffer(tx.actor, place.application))
      return refuse("not_found");
    const { group, application } = place;
    if (!(await takesSchoolsOf(tx, group, application.hubId))) return refuse("not_found");
    const { held } = await countPlaces(tx, group.id);
    const { answerBy } = input;
    const why = whyNotOffer(application, group, { held, answerBy, today: londonDate(tx.now) });
    if (why) return refuse(why);
    if (await isLedByOwnStaff(tx, place)) return refuse("own_lead");
    if (await isReplaced(tx, application)) return refuse("newer_application");
    await hold(tx, { ...place, input });
    return ok({ applicationId: application.id });
  });
}

async function hold(tx: TxCtx, place: LockedPlace & { input: OfferPlaceInput }): Promise<void> {
  const { group, application } = place;
  const { answerBy, reason } = place.input;
  const explanation = placeExplanation.parse(place.input.explanation);
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
  const mail = offeredMail({ ...(await aboutPlace(tx, place)), answerBy, reason });
  await tellSchool(tx, application, mail, placePath(application));
}
