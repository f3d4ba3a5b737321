import { and, eq, inArray } from "drizzle-orm";
import { referrals, supportCases } from "@/db/schema/referrals";
import { organisations } from "@/db/schema/schools";
import type { Ctx, TxCtx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { personIdOf } from "@/lib/access/scope";
import { recordEvent } from "@/lib/events/record-event";
import { londonDate } from "@/lib/kernel/dates";
import { newReference } from "@/lib/kernel/ids";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { askConsent } from "./ask-consent";
import { referralRaised } from "./events";
import type { RaiseReferralInput } from "./input";
import { canRaiseReferral, sourceOf } from "./policy";
import type { ReferralRefusal } from "./refusals";
import { promisedDate } from "./rules";

type School = typeof organisations.$inferSelect;

/** Asks the school's hub for Targeted Support, and its headteacher for consent. One open referral for each school and phase. */
export async function raiseReferral(
  ctx: Ctx,
  input: RaiseReferralInput,
): Promise<Result<{ referralId: string; reference: string }, ReferralRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const [school] = await tx.db
      .select()
      .from(organisations)
      .where(eq(organisations.id, input.organisationId))
      .for("update");
    const raisedBy = personIdOf(tx.actor);
    if (!school || !raisedBy || !canRaiseReferral(tx.actor, school)) return refuse("not_found");
    const { hubId } = school;
    if (!hubId) return refuse("school_has_no_hub");
    const why = whyNotRaise(school, input.phase) ?? (await alreadySupported(tx, input));
    if (why) return refuse(why);
    const { headName, headEmail, organisationId, phase, barriers, evidence, urgency } = input;
    const source = sourceOf(tx.actor, school.id, input.source);
    const values = {
      headName,
      headEmail,
      organisationId,
      phase,
      source,
      barriers,
      evidence,
      urgency,
      hubId,
      raisedBy,
    };
    const [row] = await tx.db
      .insert(referrals)
      .values({
        ...values,
        reference: newReference(),
        raisedAt: tx.now,
        promisedOn: promisedDate(londonDate(tx.now)),
      })
      .returning();
    if (!row) throw new Error("The referral was not written");
    await recordEvent(tx, referralRaised, {
      referralId: row.id,
      organisationId,
      hubId,
      payload: { source, barriers, urgency },
    });
    const asked = await askConsent(tx, { referralId: row.id });
    return asked.ok ? ok({ referralId: row.id, reference: row.reference }) : asked;
  });
}

function whyNotRaise(school: School, phase: string): ReferralRefusal | undefined {
  if (!school.stateFunded) return "state_funded_only";
  if (!school.phases.includes(phase)) return "wrong_phase";
  return undefined;
}

async function alreadySupported(
  tx: TxCtx,
  input: { organisationId: string; phase: "primary" | "secondary" },
): Promise<ReferralRefusal | undefined> {
  const [open] = await tx.db
    .select({ id: referrals.id })
    .from(referrals)
    .where(
      and(
        eq(referrals.organisationId, input.organisationId),
        eq(referrals.phase, input.phase),
        inArray(referrals.status, ["raised", "triaged"]),
      ),
    );
  if (open) return "already_open";
  const [running] = await tx.db
    .select({ id: supportCases.id })
    .from(supportCases)
    .where(
      and(
        eq(supportCases.organisationId, input.organisationId),
        eq(supportCases.phase, input.phase),
        inArray(supportCases.status, ["open", "paused"]),
      ),
    );
  return running ? "case_running" : undefined;
}
