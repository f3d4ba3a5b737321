import { type Ctx, withTransaction } from "@/lib/access/context";
import { lockPlace } from "@/lib/applications/lock-place";
import { offerLockedPlace } from "@/lib/applications/offer-place";
import { recordEvent } from "@/lib/events/record-event";
import { londonDate } from "@/lib/kernel/dates";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { latePlaceOffered } from "./events";
import { findLatePlace } from "./find-late-place";
import type { OfferLatePlaceInput } from "./input";
import { canRunMatch } from "./policy";
import type { MatchingRefusal } from "./refusals";
import { whyNotAnswerBy } from "./rules";

type Refused = Extract<MatchingRefusal, "not_found" | "answer_by_past" | "answer_by_far" | "late_changed">;
type Answer = Result<{ applicationId: string; workGroupId: string }, Refused>;

/**
 * Offers an application that came after the publication the place that the match has for it, and no other. Which that is
 * is found again under the lock of the group: when it is not the group that was shown, nothing is sent.
 */
export async function offerLatePlace(ctx: Ctx, input: OfferLatePlaceInput): Promise<Answer> {
  return withTransaction(ctx, async (tx): Promise<Answer> => {
    const place = await lockPlace(tx, input);
    if (!place || !canRunMatch(tx.actor, place.application)) return refuse("not_found");
    const why = whyNotAnswerBy(input.answerBy, londonDate(tx.now));
    if (why) return refuse(why);
    const { application: late } = place;
    const found = await findLatePlace(tx, late);
    if (!found?.group || found.group.id !== input.workGroupId) return refuse("late_changed");
    const { answerBy } = input;
    const { explanation, name } = found.group;
    const offered = await offerLockedPlace(tx, place, { answerBy, reason: found.reason, explanation });
    if (!offered.ok) return refuse("late_changed");
    await recordEvent(tx, latePlaceOffered, {
      applicationId: late.id,
      workGroupId: input.workGroupId,
      hubId: late.hubId,
      offerId: late.offerId,
      payload: { group: name, answerBy: input.answerBy },
    });
    return ok({ applicationId: late.id, workGroupId: input.workGroupId });
  });
}
