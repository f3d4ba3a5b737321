import { eq } from "drizzle-orm";
import { referrals, supportCases } from "@/db/schema/referrals";
import type { TxCtx } from "@/lib/access/context";

export type ReferralRow = typeof referrals.$inferSelect;
export type CaseRow = typeof supportCases.$inferSelect;

/** The referral, held against other deeds until this transaction ends. */
export async function lockReferral(tx: TxCtx, referralId: string): Promise<ReferralRow | undefined> {
  const [row] = await tx.db.select().from(referrals).where(eq(referrals.id, referralId)).for("update");
  return row;
}

/** The case, held against other deeds until this transaction ends. */
export async function lockCase(tx: TxCtx, caseId: string): Promise<CaseRow | undefined> {
  const [row] = await tx.db.select().from(supportCases).where(eq(supportCases.id, caseId)).for("update");
  return row;
}

/** What an event about a case is about. */
export function subjectsOf(row: CaseRow): {
  caseId: string;
  referralId: string;
  organisationId: string;
  hubId: string;
} {
  return { caseId: row.id, referralId: row.referralId, organisationId: row.organisationId, hubId: row.hubId };
}
