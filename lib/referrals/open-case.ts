import { caseSteps, supportCases } from "@/db/schema/referrals";
import type { TxCtx } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { newReference } from "@/lib/kernel/ids";
import { caseOpened } from "./events";
import type { ReferralRow } from "./locks";
import { USUAL_DAYS } from "./rules";

/** Opens the case of a referral that was just accepted; part of triage, which has asked the policy. */
export async function openCase(
  tx: TxCtx,
  referral: ReferralRow,
  level: "enhanced" | "intensive",
): Promise<string> {
  const { organisationId, hubId, phase } = referral;
  const [row] = await tx.db
    .insert(supportCases)
    .values({
      reference: newReference(),
      referralId: referral.id,
      organisationId,
      hubId,
      phase,
      level,
      openedAt: tx.now,
      daysAgreed: USUAL_DAYS[level],
    })
    .returning({ id: supportCases.id });
  if (!row) throw new Error("The case was not written");
  await tx.db.insert(caseSteps).values({ caseId: row.id, step: "explore", startedAt: tx.now });
  await recordEvent(tx, caseOpened, {
    caseId: row.id,
    referralId: referral.id,
    organisationId,
    hubId,
    payload: { level },
  });
  return row.id;
}
