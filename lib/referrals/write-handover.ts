import { eq } from "drizzle-orm";
import { supportCases } from "@/db/schema/referrals";
import type { Ctx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { handoverWritten } from "./events";
import type { WriteHandoverInput } from "./input";
import { lockCase, subjectsOf } from "./locks";
import { canRunCase } from "./policy";
import type { CaseRefusal } from "./refusals";

/** The summary that the lead of the school's next group reads. The notes themselves are not passed on. */
export async function writeHandover(
  ctx: Ctx,
  input: WriteHandoverInput,
): Promise<Result<{ caseId: string }, CaseRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const row = await lockCase(tx, input.caseId);
    if (!row || !canRunCase(tx.actor, row)) return refuse("not_found");
    if (row.status !== "open") return refuse("not_open");
    await tx.db
      .update(supportCases)
      .set({ handoverSummary: input.summary, handoverAt: tx.now })
      .where(eq(supportCases.id, row.id));
    await recordEvent(tx, handoverWritten, { ...subjectsOf(row), payload: {} });
    return ok({ caseId: row.id });
  });
}
