import { and, eq } from "drizzle-orm";
import { caseGoals } from "@/db/schema/referrals";
import type { Ctx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { goalRated } from "./events";
import type { RateGoalInput } from "./input";
import { lockCase, subjectsOf } from "./locks";
import { canRunCase } from "./policy";
import type { CaseRefusal } from "./refusals";

/** Says how far a goal has come: a record of progress, not a grade. */
export async function rateGoal(
  ctx: Ctx,
  input: RateGoalInput,
): Promise<Result<{ goalId: string }, CaseRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const row = await lockCase(tx, input.caseId);
    if (!row || !canRunCase(tx.actor, row)) return refuse("not_found");
    if (row.status !== "open") return refuse("not_open");
    const [goal] = await tx.db
      .update(caseGoals)
      .set({ rating: input.rating })
      .where(and(eq(caseGoals.id, input.goalId), eq(caseGoals.caseId, row.id)))
      .returning({ id: caseGoals.id });
    if (!goal) return refuse("not_found");
    await recordEvent(tx, goalRated, {
      ...subjectsOf(row),
      payload: { goalId: goal.id, rating: input.rating },
    });
    return ok({ goalId: goal.id });
  });
}
