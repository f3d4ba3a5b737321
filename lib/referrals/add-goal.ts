import { caseGoals } from "@/db/schema/referrals";
import type { Ctx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { goalAdded } from "./events";
import type { AddGoalInput } from "./input";
import { lockCase, subjectsOf } from "./locks";
import { canRunCase } from "./policy";
import type { CaseRefusal } from "./refusals";

/** Agrees a goal of the case, with how everyone will know that it is reached. */
export async function addGoal(
  ctx: Ctx,
  input: AddGoalInput,
): Promise<Result<{ goalId: string }, CaseRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const row = await lockCase(tx, input.caseId);
    if (!row || !canRunCase(tx.actor, row)) return refuse("not_found");
    if (row.status !== "open") return refuse("not_open");
    const [goal] = await tx.db
      .insert(caseGoals)
      .values({ caseId: row.id, text: input.text, successMeasure: input.successMeasure, addedAt: tx.now })
      .returning({ id: caseGoals.id });
    if (!goal) throw new Error("The goal was not written");
    await recordEvent(tx, goalAdded, { ...subjectsOf(row), payload: { goalId: goal.id } });
    return ok({ goalId: goal.id });
  });
}
