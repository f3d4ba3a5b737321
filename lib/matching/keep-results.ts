import { eq } from "drizzle-orm";
import { bulkInsert } from "@/db/bulk-insert";
import { matchLeads, matchResults } from "@/db/schema/matching";
import type { TxCtx } from "@/lib/access/context";
import { keepProposals } from "./keep-proposals";
import { changeRun } from "./locks";
import type { OutcomeByHand } from "./match-by-hand";
import type { MatchInput } from "./match-input";
import type { PlacedByHand } from "./place-by-hand";
import { proveByHand } from "./prove-by-hand";
import { leadRows, resultRows } from "./result-rows";

interface KeptOutcome {
  readonly placed: PlacedByHand;
  readonly outcome: OutcomeByHand;
  readonly changedHash: string | null;
}

/** Puts an outcome with its sentences and proposals in the place of the one that a run has, of which nothing has been published. */
export async function keepResults(
  tx: TxCtx,
  run: { readonly id: string; readonly input: MatchInput },
  { placed, outcome, changedHash }: KeptOutcome,
): Promise<void> {
  const { objective, certificate, groups } = outcome;
  await changeRun(tx, run.id, {
    objective: { waiting: [...objective.waiting], cost: objective.cost },
    certificate,
    groups: groups.map((group) => ({ ...group })),
    changedHash,
    changedComponents: changedHash === null ? null : proveByHand(placed),
  });
  await tx.db.delete(matchResults).where(eq(matchResults.runId, run.id));
  await tx.db.delete(matchLeads).where(eq(matchLeads.runId, run.id));
  await bulkInsert(tx.db, matchResults, resultRows(run.id, run.input, outcome));
  await bulkInsert(tx.db, matchLeads, leadRows(run.id, run.input, outcome));
  await keepProposals(tx, run, { placed, leads: outcome.leads });
}
