import { type Ctx, withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { discardMatchRun } from "./discard-match-run";
import { repairChosen } from "./events";
import type { MatchRunInput } from "./input";
import { lockRepair, subjectsOf } from "./locks";
import { canRunMatch } from "./policy";
import type { MatchingRefusal } from "./refusals";
import { reviewMatchRun } from "./review-match-run";
import { isOpenRun, whyNotChoose } from "./rules";

type Chosen = Result<
  { runId: string },
  Extract<MatchingRefusal, "not_found" | "not_computed" | "wrong_status">
>;

/** A person chooses one of the two runs that stand beside each other: it can be published, the other is discarded. */
export async function chooseRepair(ctx: Ctx, input: MatchRunInput): Promise<Chosen> {
  return withTransaction(ctx, async (tx): Promise<Chosen> => {
    const pair = await lockRepair(tx, input.runId);
    if (!pair || !canRunMatch(tx.actor, pair.repair)) return refuse("not_found");
    const { frozen, repair } = pair;
    const [chosen, other] = input.runId === repair.id ? [repair, frozen] : [frozen, repair];
    const why = whyNotChoose(chosen, other);
    if (why) return refuse(why);
    if (isOpenRun(other.status)) await discardMatchRun(tx, { runId: other.id });
    const reviewed = await reviewMatchRun(tx, { runId: chosen.id });
    if (!reviewed.ok) return reviewed;
    const payload = { mayMove: chosen === repair };
    await recordEvent(tx, repairChosen, { ...subjectsOf(chosen), payload });
    return ok({ runId: chosen.id });
  });
}
