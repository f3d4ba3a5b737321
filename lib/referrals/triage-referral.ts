import { and, eq, isNull } from "drizzle-orm";
import { stagePeriods } from "@/db/schema/progression";
import { referrals } from "@/db/schema/referrals";
import type { Ctx, TxCtx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { personIdOf } from "@/lib/access/scope";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { referralTriaged } from "./events";
import type { TriageReferralInput } from "./input";
import { lockReferral, type ReferralRow } from "./locks";
import { openCase } from "./open-case";
import { canTriageReferral } from "./policy";
import type { ReferralRefusal } from "./refusals";
import { canMoveReferral, type ReferralStatus } from "./rules";

const leadsTo = {
  keep: "triaged",
  accept_enhanced: "accepted_enhanced",
  accept_intensive: "accepted_intensive",
  redirect_readiness: "redirected",
  redirect_development: "redirected",
  decline: "declined",
} as const satisfies Record<TriageReferralInput["decision"], ReferralStatus>;

/** The hub's answer to a referral. Accepting opens the support case in the same transaction. */
export async function triageReferral(
  ctx: Ctx,
  input: TriageReferralInput,
): Promise<Result<{ caseId?: string }, ReferralRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const row = await lockReferral(tx, input.referralId);
    if (!row || !canTriageReferral(tx.actor, row)) return refuse("not_found");
    const to = leadsTo[input.decision];
    const why = whyNotTriage(row, to, input.version) ?? (await whyNotAccept(tx, row, to));
    if (why) return refuse(why);
    const by = personIdOf(tx.actor) ?? null;
    const note = input.note === "" ? null : input.note;
    const redirectedTo = redirectStage(input.decision);
    await tx.db
      .update(referrals)
      .set({
        status: to,
        triagedBy: by,
        triagedAt: tx.now,
        triageNote: note,
        redirectedTo,
        assignedTo: row.assignedTo ?? by,
        version: row.version + 1,
      })
      .where(eq(referrals.id, row.id));
    await recordEvent(tx, referralTriaged, {
      referralId: row.id,
      organisationId: row.organisationId,
      hubId: row.hubId,
      payload: { to, note: input.note },
    });
    if (to !== "accepted_enhanced" && to !== "accepted_intensive") return ok({});
    return ok({ caseId: await openCase(tx, row, to === "accepted_intensive" ? "intensive" : "enhanced") });
  });
}

function redirectStage(decision: TriageReferralInput["decision"]): "readiness" | "development" | null {
  if (decision === "redirect_readiness") return "readiness";
  return decision === "redirect_development" ? "development" : null;
}

function whyNotTriage(row: ReferralRow, to: ReferralStatus, version: number): ReferralRefusal | undefined {
  if (!canMoveReferral(row.status, to)) return "already_decided";
  if (row.version !== version) return "changed_meanwhile";
  return undefined;
}

async function whyNotAccept(
  tx: TxCtx,
  row: ReferralRow,
  to: ReferralStatus,
): Promise<ReferralRefusal | undefined> {
  if (to !== "accepted_enhanced" && to !== "accepted_intensive") return undefined;
  if (row.consentGiven === null) return "needs_consent";
  if (!row.consentGiven) return "consent_refused";
  if (to === "accepted_intensive") return undefined;
  const [running] = await tx.db
    .select({ id: stagePeriods.id })
    .from(stagePeriods)
    .where(
      and(
        eq(stagePeriods.organisationId, row.organisationId),
        eq(stagePeriods.phase, row.phase),
        isNull(stagePeriods.finishedOn),
      ),
    )
    .limit(1);
  return running ? undefined : "no_running_stage";
}
