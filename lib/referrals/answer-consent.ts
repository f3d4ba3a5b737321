import { eq } from "drizzle-orm";
import { referrals } from "@/db/schema/referrals";
import type { Ctx } from "@/lib/access/context";
import { actingAs, withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { hashSecret } from "@/lib/kernel/ids";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { consentAnswered } from "./events";
import type { AnswerConsentInput } from "./input";
import { canAnswerConsent } from "./policy";
import type { ReferralRefusal } from "./refusals";

/** The headteacher's yes or no, by the link that was sent. It counts once. */
export async function answerConsent(
  ctx: Ctx,
  input: AnswerConsentInput,
): Promise<Result<{ given: boolean }, ReferralRefusal>> {
  return withTransaction(ctx, async (open) => {
    const [row] = await open.db
      .select()
      .from(referrals)
      .where(eq(referrals.consentSecretHash, hashSecret(input.secret)))
      .for("update");
    if (!row) return refuse("not_found");
    const tx = actingAs(open, { kind: "link", purpose: "referral_consent", subjectId: row.id });
    if (!canAnswerConsent(tx.actor, row)) return refuse("not_found");
    if (row.consentAnsweredAt) return refuse("link_used");
    if (!row.consentExpiresAt || row.consentExpiresAt < tx.now) return refuse("link_expired");
    if (row.status !== "raised" && row.status !== "triaged") return refuse("already_decided");
    const given = input.answer === "yes";
    await tx.db
      .update(referrals)
      .set({ consentAnsweredAt: tx.now, consentGiven: given, version: row.version + 1 })
      .where(eq(referrals.id, row.id));
    await recordEvent(tx, consentAnswered, {
      referralId: row.id,
      organisationId: row.organisationId,
      hubId: row.hubId,
      payload: { given },
    });
    return ok({ given });
  });
}
