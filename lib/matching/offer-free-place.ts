import { type Ctx, type TxCtx, withTransaction } from "@/lib/access/context";
import { offerPlace } from "@/lib/applications/offer-place";
import { recordEvent } from "@/lib/events/record-event";
import { londonDate } from "@/lib/kernel/dates";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { countPlaces, lockGroup } from "@/lib/workgroups/queries/lock-group";
import { freePlaceOffered } from "./events";
import { findNextSchool, type NextSchool } from "./find-next-school";
import type { OfferFreePlaceInput } from "./input";
import { canRunMatch } from "./policy";
import type { MatchingRefusal } from "./refusals";
import { whyNotAnswerBy } from "./rules";

type Refused = Extract<
  MatchingRefusal,
  "not_found" | "answer_by_past" | "answer_by_far" | "no_free_place" | "nobody_next" | "next_changed"
>;
type Answer = Result<{ workGroupId: string; applicationId: string }, Refused>;

/**
 * Offers one free place of a group to the school whose turn it is, and to no other. Who that is is found again under the
 * lock of the group: when it is not the school that was shown, nothing is sent.
 */
export async function offerFreePlace(ctx: Ctx, input: OfferFreePlaceInput): Promise<Answer> {
  return withTransaction(ctx, async (tx): Promise<Answer> => {
    const group = await lockGroup(tx, input.workGroupId);
    if (!group || !canRunMatch(tx.actor, group)) return refuse("not_found");
    const why = whyNotAnswerBy(input.answerBy, londonDate(tx.now));
    if (why) return refuse(why);
    const { held } = await countPlaces(tx, group.id);
    if (held >= group.maximumSchools) return refuse("no_free_place");
    const next = await findNextSchool(tx, group);
    if (!next) return refuse("nobody_next");
    if (next.applicationId !== input.applicationId) return refuse("next_changed");
    const isOffered = await offer(tx, input, next);
    if (!isOffered) return refuse("next_changed");
    await recordEvent(tx, freePlaceOffered, {
      applicationId: next.applicationId,
      workGroupId: group.id,
      hubId: group.hubId,
      offerId: group.offerId,
      payload: { group: group.name, answerBy: input.answerBy },
    });
    return ok({ workGroupId: group.id, applicationId: next.applicationId });
  });
}

/** False when the application has changed since it was read: it was not held by the group's lock. */
async function offer(
  tx: TxCtx,
  { workGroupId, answerBy }: OfferFreePlaceInput,
  { applicationId, reason, explanation }: NextSchool,
): Promise<boolean> {
  const answer = await offerPlace(tx, { applicationId, workGroupId, answerBy, reason, explanation });
  return answer.ok;
}
