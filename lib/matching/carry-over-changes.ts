import { eq } from "drizzle-orm";
import { bulkInsert } from "@/db/bulk-insert";
import { matchChanges } from "@/db/schema/matching";
import type { TxCtx } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { effectOfChange } from "./effect-of-change";
import { matchChangeUndone } from "./events";
import type { HandChange } from "./hand-change";
import { handChangesOfRun, type KeptChange } from "./hand-changes-of-run";
import { hashOutcome } from "./hash-outcome";
import { keepResults } from "./keep-results";
import { type LockedRun, subjectsOf } from "./locks";
import { outcomeByHand } from "./match-by-hand";
import type { MatchInput } from "./match-input";
import { type FoundByRun, type PlacedByHand, placeByHand } from "./place-by-hand";
import { findNamesOfChange } from "./queries/names-of-change";
import { whyNotChange } from "./why-not-change";

/** Gives a new run what was decided by hand in the one before, by whom and why, until it is worked out. */
export async function copyChanges(
  tx: TxCtx,
  of: { readonly from: string; readonly to: string },
): Promise<void> {
  const rows = await tx.db.select().from(matchChanges).where(eq(matchChanges.runId, of.from));
  const standing = rows.filter(({ undoneAt }) => undoneAt === null);
  await bulkInsert(
    tx.db,
    matchChanges,
    standing.map(({ id: _, undoneAt: __, undoneBy: ___, ...row }) => ({ ...row, runId: of.to })),
  );
}

/**
 * Places a run anew around what was carried over to it, one decision after the other in the order in which they were
 * made. One that can no longer be, as its school has a place or its group is gone or full, is undone, and told.
 */
export async function carryOverChanges(
  tx: TxCtx,
  run: LockedRun,
  { input, found }: { readonly input: MatchInput; readonly found: FoundByRun },
): Promise<void> {
  const carried = await handChangesOfRun(tx, run.id);
  if (carried.length === 0) return;
  const kept: HandChange[] = [];
  let placed = placeByHand(input, kept, found);
  for (const change of carried) {
    const next = whyNotChange(input, change, kept) ? undefined : placeByHand(input, [...kept, change], found);
    if (placed && next) await keepEffect(tx, change, { before: placed, after: next });
    else await undo(tx, run, change);
    if (!next) continue;
    kept.push(change);
    placed = next;
  }
  if (!placed || kept.length === 0) return;
  const outcome = outcomeByHand(placed);
  await keepResults(
    tx,
    { id: run.id, input },
    {
      placed,
      outcome,
      changedHash: hashOutcome(outcome),
    },
  );
}

async function keepEffect(
  tx: TxCtx,
  change: KeptChange,
  { before, after }: { readonly before: PlacedByHand; readonly after: PlacedByHand },
): Promise<void> {
  const effect = effectOfChange(before, after, change.application);
  await tx.db.update(matchChanges).set({ effect }).where(eq(matchChanges.id, change.id));
}

async function undo(tx: TxCtx, run: LockedRun, change: KeptChange): Promise<void> {
  const undone = { undoneAt: tx.now, undoneBy: run.startedBy };
  await tx.db.update(matchChanges).set(undone).where(eq(matchChanges.id, change.id));
  const names = await findNamesOfChange(tx, {
    applicationId: change.application,
    workGroupId: change.group,
  });
  await recordEvent(tx, matchChangeUndone, { ...subjectsOf(run), payload: { ...names, kind: change.kind } });
}
