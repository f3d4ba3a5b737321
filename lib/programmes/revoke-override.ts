import { eq } from "drizzle-orm";
import { eligibilityOverrides } from "@/db/schema/applications";
import { offers, programmes } from "@/db/schema/programmes";
import { organisations } from "@/db/schema/schools";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { eligibilityOverrideRevoked } from "./events";
import type { RevokeOverrideInput } from "./input";
import { canOverrideEligibility } from "./policy";
import type { RevokeRefusal } from "./refusals";

/** Takes an exception back. What the school has already sent under it stays with the hub to decide. */
export async function revokeOverride(
  ctx: Ctx,
  { overrideId }: RevokeOverrideInput,
): Promise<Result<{ organisationId: string }, RevokeRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const granted = await lockOverride(tx, overrideId);
    if (!granted || !canOverrideEligibility(ctx.actor, granted)) return refuse("not_found");
    if (granted.revokedAt) return refuse("already_revoked");
    await tx.db
      .update(eligibilityOverrides)
      .set({ revokedAt: ctx.now })
      .where(eq(eligibilityOverrides.id, overrideId));
    await recordEvent(tx, eligibilityOverrideRevoked, {
      organisationId: granted.organisationId,
      offerId: granted.offerId,
      hubId: granted.hubId,
      payload: { programme: granted.programme, academicYear: granted.academicYear },
    });
    return ok({ organisationId: granted.organisationId });
  });
}

async function lockOverride(tx: TxCtx, overrideId: string) {
  const [found] = await tx.db
    .select({
      organisationId: eligibilityOverrides.organisationId,
      offerId: eligibilityOverrides.offerId,
      revokedAt: eligibilityOverrides.revokedAt,
      hubId: organisations.hubId,
      phase: programmes.phase,
      programme: programmes.name,
      academicYear: offers.academicYear,
    })
    .from(eligibilityOverrides)
    .innerJoin(organisations, eq(organisations.id, eligibilityOverrides.organisationId))
    .innerJoin(offers, eq(offers.id, eligibilityOverrides.offerId))
    .innerJoin(programmes, eq(programmes.id, offers.programmeId))
    .where(eq(eligibilityOverrides.id, overrideId))
    .for("update", { of: eligibilityOverrides });
  return found;
}
