import { and, eq, isNull } from "drizzle-orm";
import { caseSteps, supportCases } from "@/db/schema/referrals";
import type { Ctx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { caseStatusChanged } from "./events";
import type { ChangeCaseStatusInput } from "./input";
import { lockCase, subjectsOf } from "./locks";
import { canTriageReferral } from "./policy";
import type { CaseRefusal } from "./refusals";
import { canMoveCase } from "./rules";

/** Pauses a case, lets it go on, or stops it for good, with the reason. */
export async function changeCaseStatus(
  ctx: Ctx,
  input: ChangeCaseStatusInput,
): Promise<Result<{ status: string }, CaseRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const row = await lockCase(tx, input.caseId);
    if (!row || !canTriageReferral(tx.actor, row)) return refuse("not_found");
    if (row.version !== input.version) return refuse("changed_meanwhile");
    if (!canMoveCase(row.status, input.to)) return refuse("not_open");
    const stopped = input.to === "stopped";
    await tx.db
      .update(supportCases)
      .set({
        status: input.to,
        version: row.version + 1,
        ...(stopped ? { closedAt: tx.now, outcomeReason: input.reason } : {}),
      })
      .where(eq(supportCases.id, row.id));
    if (stopped) {
      await tx.db
        .update(caseSteps)
        .set({ finishedAt: tx.now })
        .where(and(eq(caseSteps.caseId, row.id), isNull(caseSteps.finishedAt)));
    }
    await recordEvent(tx, caseStatusChanged, {
      ...subjectsOf(row),
      payload: { to: input.to, reason: input.reason },
    });
    return ok({ status: input.to });
  });
}
