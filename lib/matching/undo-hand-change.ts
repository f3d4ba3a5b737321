import { and, eq, isNull } from "drizzle-orm";
import { matchChanges } from "@/db/schema/matching";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/access/context";
import { personIdOf } from "@/lib/access/scope";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { matchChangeUndone } from "./events";
import { handChangesOfRun } from "./hand-changes-of-run";
import { hashOutcome } from "./hash-outcome";
import type { UndoHandChangeInput } from "./input";
import { keepResults } from "./keep-results";
import { type LockedRun, lockRun, subjectsOf } from "./locks";
import { outcomeByHand } from "./match-by-hand";
import type { MatchInput } from "./match-input";
import type { SizedOutcome } from "./match-outcome";
import { placeByHand } from "./place-by-hand";
import { canRunMatch } from "./policy";
import { findNamesOfChange } from "./queries/names-of-change";
import type { MatchingRefusal } from "./refusals";
import { whyNotChangeRun } from "./rules";

type Refused = Extract<
  MatchingRefusal,
  "not_found" | "not_computed" | "published" | "wrong_status" | "change_of_repair"
>;

/** Takes a change by hand back before anything is published: the results are those of the run with the changes that are left. */
export async function undoHandChange(
  ctx: Ctx,
  input: UndoHandChangeInput,
): Promise<Result<{ runId: string }, Refused>> {
  return withTransaction(ctx, async (tx): Promise<Result<{ runId: string }, Refused>> => {
    const run = await lockRun(tx, input.runId);
    const undoneBy = personIdOf(tx.actor);
    if (!run || !undoneBy || !canRunMatch(tx.actor, run)) return refuse("not_found");
    const why = whyNotChangeRun(run);
    if (why) return refuse(why);
    const { id, runId } = matchChanges;
    const [undone] = await tx.db
      .update(matchChanges)
      .set({ undoneAt: tx.now, undoneBy })
      .where(and(eq(id, input.changeId), eq(runId, run.id), isNull(matchChanges.undoneAt)))
      .returning();
    if (!undone) return refuse("not_found");
    await workOutAgain(tx, run);
    const { kind } = undone;
    const names = await findNamesOfChange(tx, undone);
    await recordEvent(tx, matchChangeUndone, { ...subjectsOf(run), payload: { ...names, kind } });
    return ok({ runId: run.id });
  });
}

/** With less decided by hand there is always a result: the one before is still allowed. */
async function workOutAgain(tx: TxCtx, run: LockedRun): Promise<void> {
  const input = run.input as MatchInput;
  const found = run.outcome as SizedOutcome;
  const changes = await handChangesOfRun(tx, run.id);
  const placed = placeByHand(input, changes, found);
  if (!placed) throw new Error(`Run ${run.id} has no result with what is left by hand`);
  const changed = changes.length > 0 ? outcomeByHand(placed) : undefined;
  const changedHash = changed ? hashOutcome(changed) : null;
  await keepResults(tx, { id: run.id, input }, { placed, outcome: changed ?? found, changedHash });
}
