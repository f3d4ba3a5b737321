import { type Ctx, withTransaction } from "@/lib/access/context";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { copyChanges } from "./carry-over-changes";
import { discardMatchRun } from "./discard-match-run";
import type { MatchRunInput } from "./input";
import { lockRun } from "./locks";
import { canRunMatch } from "./policy";
import type { MatchingRefusal } from "./refusals";
import { isOpenRun } from "./rules";
import { startMatchRun } from "./start-match-run";

type Refused = Extract<
  MatchingRefusal,
  "not_found" | "not_computed" | "published" | "wrong_status" | "offer_over" | "nothing_to_match" | "run_open"
>;
type Answer = Result<{ runId: string }, Refused>;

/** Begins a new run of the same hub and offer, with whatever has changed since. A run that nobody has published is discarded for it, and what was decided in it by hand goes on. */
export async function matchAgain(ctx: Ctx, input: MatchRunInput): Promise<Answer> {
  return withTransaction(ctx, async (tx): Promise<Answer> => {
    const run = await lockRun(tx, input.runId);
    if (!run || !canRunMatch(tx.actor, run)) return refuse("not_found");
    if (run.status === "queued" || run.status === "computing") return refuse("not_computed");
    if (isOpenRun(run.status)) {
      const discarded = await discardMatchRun(tx, input);
      if (!discarded.ok) return discarded;
    }
    const { hubId, offerId } = run;
    const started = await startMatchRun(tx, { hubId, offerId });
    if (!started.ok) return started;
    if (run.status !== "published") await copyChanges(tx, { from: run.id, to: started.value.runId });
    return ok({ runId: started.value.runId });
  });
}
