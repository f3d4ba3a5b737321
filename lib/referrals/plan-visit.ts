import { caseVisits } from "@/db/schema/referrals";
import type { Ctx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { personIdOf } from "@/lib/access/scope";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { visitPlanned } from "./events";
import type { PlanVisitInput } from "./input";
import { lockCase, subjectsOf } from "./locks";
import { canRunCase } from "./policy";
import type { CaseRefusal } from "./refusals";

/** Puts a visit into the plan. Half days are counted against the days that were agreed; the page shows both. */
export async function planVisit(
  ctx: Ctx,
  input: PlanVisitInput,
): Promise<Result<{ visitId: string }, CaseRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const row = await lockCase(tx, input.caseId);
    const plannedBy = personIdOf(tx.actor);
    if (!row || !plannedBy || !canRunCase(tx.actor, row)) return refuse("not_found");
    if (row.status !== "open") return refuse("not_open");
    if (row.partnerId === null) return refuse("no_partner");
    const { visitOn, halfDays, purpose } = input;
    const [visit] = await tx.db
      .insert(caseVisits)
      .values({ caseId: row.id, visitOn, halfDays, purpose, plannedBy })
      .returning({ id: caseVisits.id });
    if (!visit) throw new Error("The visit was not written");
    await recordEvent(tx, visitPlanned, {
      ...subjectsOf(row),
      payload: { visitId: visit.id, visitOn, halfDays },
    });
    return ok({ visitId: visit.id });
  });
}
