import { type Ctx, type TxCtx, withTransaction } from "@/lib/access/context";
import { lockFreedPlace } from "@/lib/applications/locks";
import { offerPlace } from "@/lib/applications/offer-place";
import type { FreedPlaceOutcome } from "@/lib/applications/reasons";
import { settleFreedPlace } from "@/lib/applications/settle-freed-place";
import { type IsoDate, londonDate } from "@/lib/kernel/dates";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { countPlaces, type LockedGroup, lockGroup } from "@/lib/workgroups/queries/lock-group";
import { findNextGuest, findNextSchool, type NextSchool } from "./find-next-school";
import type { FreedPlaceInput } from "./input";
import { canComputeMatch } from "./policy";
import { findMatching } from "./queries/find-matching";
import type { MatchingRefusal } from "./refusals";
import { freedAnswerDate, whyNotAskNext } from "./rules";

type Refused = Extract<MatchingRefusal, "not_found" | "being_matched">;
type Answer = Result<{ outcome: FreedPlaceOutcome }, Refused>;

/**
 * The waiting list: offers a place that came free to the school whose turn it is by the match, once. While results of a
 * match are not published yet it waits for them. Whoever comes first takes the row of the freed place and then the
 * group's, so a further try, another worker or a person at the same moment finds the place gone.
 */
export async function offerFreedPlace(ctx: Ctx, { freedPlaceId }: FreedPlaceInput): Promise<Answer> {
  return withTransaction(ctx, async (tx): Promise<Answer> => {
    const freed = canComputeMatch(tx.actor) ? await lockFreedPlace(tx, freedPlaceId) : undefined;
    if (!freed) return refuse("not_found");
    if (freed.outcome) return ok({ outcome: freed.outcome });
    const matching = await findMatching(tx, freed.workGroupId);
    if (matching.isOpen) return refuse("being_matched");
    const group = await lockGroup(tx, freed.workGroupId);
    if (!group) return refuse("not_found");
    const { held } = await countPlaces(tx, group.id);
    const { firstOn } = matching;
    const today = londonDate(tx.now);
    const why = whyNotAskNext({ ...group, ...matching, held }, today);
    const answerBy = freedAnswerDate(today, firstOn);
    const taker = why || !answerBy ? undefined : await offerToNext(tx, group, answerBy);
    const outcome = why ?? (taker ? "offered" : "nobody");
    const settled = await settleFreedPlace(tx, {
      freedPlaceId,
      outcome,
      offeredTo: taker?.applicationId ?? null,
    });
    if (!settled.ok) throw new Error(`A freed place could not be settled: ${settled.refusal.code}`);
    return ok({ outcome });
  });
}

const cameFree = { cameFree: true } as const;

/** Goes down the line: somebody who was next may have got another place, or begun anew, since they were read. */
async function offerToNext(
  tx: TxCtx,
  group: LockedGroup,
  answerBy: IsoDate,
): Promise<NextSchool | undefined> {
  const passedOver = new Set<string>();
  for (;;) {
    const next =
      (await findNextSchool(tx, group, passedOver)) ?? (await findNextGuest(tx, group, passedOver));
    if (!next) return undefined;
    const { applicationId } = next;
    const answer = await offerPlace(tx, {
      applicationId,
      workGroupId: group.id,
      answerBy,
      reason: `A place has come free, and it is your turn. ${next.reason}`,
      explanation: { ...cameFree, ...next.explanation },
    });
    if (answer.ok) return next;
    passedOver.add(applicationId);
  }
}
