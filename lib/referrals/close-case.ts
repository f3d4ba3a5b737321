import { and, eq, isNull } from "drizzle-orm";
import { caseSteps, supportCases } from "@/db/schema/referrals";
import type { Ctx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { caseClosed } from "./events";
import type { CloseCaseInput } from "./input";
import { lockCase, subjectsOf } from "./locks";
import { canTriageReferral } from "./policy";
import type { CaseRefusal } from "./refusals";
import { canMoveCase, isReady } from "./rules";

/** Ends a case with its outcome. A school that goes on to a stage needs the handover summary first: its next lead reads it. */
export async function closeCase(
  ctx: Ctx,
  input: CloseCaseInput,
): Promise<Result<{ caseId: string }, CaseRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const row = await lockCase(tx, input.caseId);
    if (!row || !canTriageReferral(tx.actor, row)) return refuse("not_found");
    if (row.version !== input.version) return refuse("changed_meanwhile");
    if (!canMoveCase(row.status, "closed")) return refuse("not_open");
    if (isReady(input.outcome) && row.handoverSummary === null) return refuse("handover_first");
    await tx.db
      .update(supportCases)
      .set({
        status: "closed",
        outcome: input.outcome,
        outcomeReason: input.reason,
        closedAt: tx.now,
        version: row.version + 1,
      })
      .where(eq(supportCases.id, row.id));
    await tx.db
      .update(caseSteps)
      .set({ finishedAt: tx.now })
      .where(and(eq(caseSteps.caseId, row.id), isNull(caseSteps.finishedAt)));
    await recordEvent(tx, caseClosed, {
      ...subjectsOf(row),
      payload: { outcome: input.outcome, reason: input.reason },
    });
    return ok({ caseId: row.id });
  });
}
