import { eq } from "drizzle-orm";
import { applications } from "@/db/schema/applications";
import { offers, programmes } from "@/db/schema/programmes";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/access/context";
import { offerPlace } from "@/lib/applications/offer-place";
import { recordEvent } from "@/lib/events/record-event";
import { londonDate } from "@/lib/kernel/dates";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { lockGroup } from "@/lib/workgroups/queries/lock-group";
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
    const late = await findLate(tx, input.applicationId);
    if (!late || !canRunMatch(tx.actor, late)) return refuse("not_found");
    const why = whyNotAnswerBy(input.answerBy, londonDate(tx.now));
    if (why) return refuse(why);
    await lockGroup(tx, input.workGroupId);
    const found = await findLatePlace(tx, late);
    if (!found?.group || found.group.id !== input.workGroupId) return refuse("late_changed");
    const { explanation, name } = found.group;
    const offered = await offerPlace(tx, { ...input, reason: found.reason, explanation });
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

async function findLate(tx: TxCtx, applicationId: string) {
  const [late] = await tx.db
    .select({
      id: applications.id,
      hubId: applications.hubId,
      offerId: applications.offerId,
      decision: applications.decision,
      placement: applications.placement,
      phase: programmes.phase,
    })
    .from(applications)
    .innerJoin(offers, eq(offers.id, applications.offerId))
    .innerJoin(programmes, eq(programmes.id, offers.programmeId))
    .where(eq(applications.id, applicationId));
  return late;
}
