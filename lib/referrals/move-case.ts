import { and, eq, isNull } from "drizzle-orm";
import { caseSteps, supportCases } from "@/db/schema/referrals";
import type { Ctx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { caseMoved } from "./events";
import type { MoveCaseInput } from "./input";
import { lockCase, subjectsOf } from "./locks";
import { canRunCase } from "./policy";
import type { CaseRefusal } from "./refusals";
import { type CaseStep, nextStep } from "./rules";

/** Moves a case to its next phase: Explore, Prepare, Deliver, Sustain. */
export async function moveCase(
  ctx: Ctx,
  input: MoveCaseInput,
): Promise<Result<{ step: CaseStep }, CaseRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const row = await lockCase(tx, input.caseId);
    if (!row || !canRunCase(tx.actor, row)) return refuse("not_found");
    if (row.status !== "open") return refuse("not_open");
    if (row.version !== input.version) return refuse("changed_meanwhile");
    if (row.partnerId === null && row.level === "intensive") return refuse("no_partner");
    const to = nextStep(row.step);
    if (!to) return refuse("last_step");
    await tx.db
      .update(supportCases)
      .set({ step: to, version: row.version + 1 })
      .where(eq(supportCases.id, row.id));
    await tx.db
      .update(caseSteps)
      .set({ finishedAt: tx.now })
      .where(and(eq(caseSteps.caseId, row.id), isNull(caseSteps.finishedAt)));
    await tx.db.insert(caseSteps).values({ caseId: row.id, step: to, startedAt: tx.now });
    await recordEvent(tx, caseMoved, { ...subjectsOf(row), payload: { to } });
    return ok({ step: to });
  });
}
