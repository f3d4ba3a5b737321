import { type Ctx, withTransaction } from "@/lib/access/context";
import { personIdOf } from "@/lib/access/scope";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { matchRunReviewed } from "./events";
import type { MatchRunInput } from "./input";
import { changeRun, lockRun, subjectsOf } from "./locks";
import { canRunMatch } from "./policy";
import type { MatchingRefusal } from "./refusals";
import { whyNotReview } from "./rules";

type Reviewed = Result<
  { runId: string },
  Extract<MatchingRefusal, "not_found" | "not_computed" | "wrong_status">
>;

/** Somebody of the hub has looked through the results: from now on they can be published. */
export async function reviewMatchRun(ctx: Ctx, input: MatchRunInput): Promise<Reviewed> {
  return withTransaction(ctx, async (tx): Promise<Reviewed> => {
    const run = await lockRun(tx, input.runId);
    if (!run || !canRunMatch(tx.actor, run)) return refuse("not_found");
    if (run.status === "reviewed") return ok({ runId: run.id });
    const why = whyNotReview(run);
    if (why) return refuse(why);
    const reviewedBy = personIdOf(tx.actor) ?? null;
    await changeRun(tx, run.id, { status: "reviewed", reviewedAt: tx.now, reviewedBy });
    await recordEvent(tx, matchRunReviewed, { ...subjectsOf(run), payload: {} });
    return ok({ runId: run.id });
  });
}
