import { eq } from "drizzle-orm";
import { referrals } from "@/db/schema/referrals";
import type { Ctx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { referralWithdrawn } from "./events";
import { lockReferral } from "./locks";
import { canWithdrawReferral } from "./policy";
import type { ReferralRefusal } from "./refusals";
import { canMoveReferral } from "./rules";

export async function withdrawReferral(
  ctx: Ctx,
  input: { referralId: string },
): Promise<Result<{ referralId: string }, ReferralRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const row = await lockReferral(tx, input.referralId);
    if (!row || !canWithdrawReferral(tx.actor, row)) return refuse("not_found");
    if (!canMoveReferral(row.status, "withdrawn")) return refuse("already_decided");
    await tx.db
      .update(referrals)
      .set({ status: "withdrawn", version: row.version + 1 })
      .where(eq(referrals.id, row.id));
    await recordEvent(tx, referralWithdrawn, {
      referralId: row.id,
      organisationId: row.organisationId,
      hubId: row.hubId,
      payload: {},
    });
    return ok({ referralId: row.id });
  });
}
