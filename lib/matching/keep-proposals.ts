import { and, eq, isNull, sql } from "drizzle-orm";
import { bulkInsert } from "@/db/bulk-insert";
import { matchProposals } from "@/db/schema/matching";
import type { TxCtx } from "@/lib/access/context";
import type { MatchInput } from "./match-input";
import type { LeadsOutcome } from "./match-outcome";
import type { PlacedByHand } from "./place-by-hand";
import { proposalRows } from "./proposal-rows";
import { proposeForRun } from "./propose-for-run";
import type { GroupProposal } from "./propose-groups";

/**
 * Works out anew which groups are missing once a run's results have been changed by hand. Proposals that somebody has
 * planned stay; the others make room. Numbers go on, so that a page which is not up to date cannot plan another group
 * than it shows.
 */
export async function keepProposals(
  tx: TxCtx,
  run: { readonly id: string; readonly input: MatchInput },
  { placed, leads }: { readonly placed: PlacedByHand; readonly leads: LeadsOutcome | undefined },
): Promise<void> {
  const { runId, workGroupId } = matchProposals;
  const rows = await tx.db
    .select({
      number: matchProposals.number,
      proposal: sql<GroupProposal>`${matchProposals.proposal}`,
      workGroupId,
    })
    .from(matchProposals)
    .where(eq(runId, run.id));
  const planned = rows.flatMap((row) => (row.workGroupId ? [row.proposal] : []));
  const { instance, placement } = placed;
  const proposals = proposeForRun(instance, placement.groupOf, { led: leads?.results ?? [], planned });
  const before = Math.max(0, ...rows.map(({ number }) => number));
  await tx.db.delete(matchProposals).where(and(eq(runId, run.id), isNull(workGroupId)));
  await bulkInsert(tx.db, matchProposals, proposalRows(run.id, run.input, { proposals, before }));
}
