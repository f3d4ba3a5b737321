import { and, eq, isNotNull, or } from "drizzle-orm";
import { matchRuns } from "@/db/schema/matching";
import { offers, programmes } from "@/db/schema/programmes";
import type { TxCtx } from "@/lib/access/context";

/** The run, held against other deeds until this transaction ends, with the phase that a policy asks about. */
export async function lockRun(tx: TxCtx, runId: string) {
  const [row] = await tx.db
    .select({ run: matchRuns, phase: programmes.phase })
    .from(matchRuns)
    .innerJoin(offers, eq(offers.id, matchRuns.offerId))
    .innerJoin(programmes, eq(programmes.id, offers.programmeId))
    .where(eq(matchRuns.id, runId))
    .for("update", { of: matchRuns });
  return row && { ...row.run, phase: row.phase };
}
export type LockedRun = NonNullable<Awaited<ReturnType<typeof lockRun>>>;

/** Both runs of a repair, held: always the one that may move schools first. */
export async function lockRepair(
  tx: TxCtx,
  runId: string,
): Promise<{ repair: LockedRun; frozen: LockedRun } | undefined> {
  const [pair] = await tx.db
    .select({ id: matchRuns.id, besideRunId: matchRuns.besideRunId })
    .from(matchRuns)
    .where(
      and(isNotNull(matchRuns.besideRunId), or(eq(matchRuns.id, runId), eq(matchRuns.besideRunId, runId))),
    );
  if (!pair?.besideRunId) return undefined;
  const repair = await lockRun(tx, pair.id);
  const frozen = await lockRun(tx, pair.besideRunId);
  return repair && frozen && { repair, frozen };
}

export async function changeRun(
  tx: TxCtx,
  runId: string,
  values: Partial<typeof matchRuns.$inferInsert>,
): Promise<void> {
  await tx.db.update(matchRuns).set(values).where(eq(matchRuns.id, runId));
}

/** What an event about a run is about. */
export function subjectsOf({ id, hubId, offerId }: Pick<LockedRun, "id" | "hubId" | "offerId">) {
  return { matchRunId: id, hubId, offerId };
}
