import { type Ctx, withTransaction } from "@/lib/access/context";
import { freePlacesAgain } from "@/lib/applications/free-place";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { matchRunDiscarded } from "./events";
import type { MatchRunInput } from "./input";
import { changeRun, lockRun, subjectsOf } from "./locks";
import { canRunMatch } from "./policy";
import type { MatchingRefusal } from "./refusals";
import { whyNotDiscard } from "./rules";

type Discarded = Result<
  { runId: string },
  Extract<MatchingRefusal, "not_found" | "published" | "wrong_status">
>;

/** Throws a run away before anything of it was published: no school learns that it was. The run itself is kept to be read. */
export async function discardMatchRun(ctx: Ctx, input: MatchRunInput): Promise<Discarded> {
  return withTransaction(ctx, async (tx): Promise<Discarded> => {
    const run = await lockRun(tx, input.runId);
    if (!run || !canRunMatch(tx.actor, run)) return refuse("not_found");
    if (run.status === "discarded") return ok({ runId: run.id });
    const why = whyNotDiscard(run);
    if (why) return refuse(why);
    await changeRun(tx, run.id, { status: "discarded", discardedAt: tx.now });
    await recordEvent(tx, matchRunDiscarded, { ...subjectsOf(run), payload: {} });
    await freePlacesAgain(tx, run);
    return ok({ runId: run.id });
  });
}
