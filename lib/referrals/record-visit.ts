import { and, eq } from "drizzle-orm";
import { caseVisits } from "@/db/schema/referrals";
import type { Ctx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { londonDate } from "@/lib/kernel/dates";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { visitRecorded } from "./events";
import type { RecordVisitInput } from "./input";
import { lockCase, subjectsOf } from "./locks";
import { canRunCase } from "./policy";
import type { CaseRefusal } from "./refusals";

/** Says that a visit took place, with what was agreed, or that it did not. */
export async function recordVisit(
  ctx: Ctx,
  input: RecordVisitInput,
): Promise<Result<{ visitId: string }, CaseRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const row = await lockCase(tx, input.caseId);
    if (!row || !canRunCase(tx.actor, row)) return refuse("not_found");
    const [visit] = await tx.db
      .select()
      .from(caseVisits)
      .where(and(eq(caseVisits.id, input.visitId), eq(caseVisits.caseId, row.id)));
    if (!visit) return refuse("not_found");
    if (visit.heldAt || visit.cancelledAt) return refuse("visit_done");
    if (input.happened === "held" && visit.visitOn > londonDate(tx.now)) return refuse("visit_ahead");
    const outcome = input.happened === "held" ? { heldAt: tx.now } : { cancelledAt: tx.now };
    await tx.db
      .update(caseVisits)
      .set({ ...outcome, agreedActions: input.agreedActions === "" ? null : input.agreedActions })
      .where(eq(caseVisits.id, visit.id));
    await recordEvent(tx, visitRecorded, {
      ...subjectsOf(row),
      payload: { visitId: visit.id, happened: input.happened },
    });
    return ok({ visitId: visit.id });
  });
}
