import { eq } from "drizzle-orm";
import { eligibilityOverrides } from "@/db/schema/applications";
import { offers, programmes } from "@/db/schema/programmes";
import { organisations } from "@/db/schema/schools";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/access/context";
import { personIdOf } from "@/lib/access/scope";
import { recordEvent } from "@/lib/events/record-event";
import { londonDate, sayDate } from "@/lib/kernel/dates";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { eligibilityOverridden } from "./events";
import type { OverrideEligibilityInput } from "./input";
import { canOverrideEligibility } from "./policy";
import { whyNotEligible } from "./queries/eligibility";
import type { OverrideRefusal } from "./refusals";

/**
 * The hub lets a school apply although a condition says not yet, and says why. It holds for one offer, until that ends or the
 * hub takes it back; it also lets a late application in.
 */
export async function overrideEligibility(
  ctx: Ctx,
  input: OverrideEligibilityInput,
): Promise<Result<{ overrideId: string }, OverrideRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const grantedBy = personIdOf(ctx.actor);
    const subject = await findSubject(tx, input);
    if (!grantedBy || !subject || !canOverrideEligibility(ctx.actor, subject)) return refuse("not_found");
    if (!subject.opensToApplications) return refuse("by_referral");
    if (subject.endsOn < londonDate(ctx.now))
      return refuse("offer_over", { endedOn: sayDate(subject.endsOn) });
    const evaluation = await whyNotEligible(tx, input);
    if (evaluation?.override) return refuse("already_granted");
    if (evaluation?.outcome === "open") return refuse("already_open");
    const [granted] = await tx.db
      .insert(eligibilityOverrides)
      .values({ ...input, grantedBy, grantedAt: ctx.now })
      .onConflictDoNothing()
      .returning({ id: eligibilityOverrides.id });
    if (!granted) return refuse("already_granted");
    await recordEvent(tx, eligibilityOverridden, {
      organisationId: input.organisationId,
      offerId: input.offerId,
      hubId: subject.hubId,
      payload: { programme: subject.programme, academicYear: subject.academicYear, reason: input.reason },
    });
    return ok({ overrideId: granted.id });
  });
}

async function findSubject(tx: TxCtx, { organisationId, offerId }: OverrideEligibilityInput) {
  const [found] = await tx.db
    .select({
      hubId: organisations.hubId,
      phase: programmes.phase,
      programme: programmes.name,
      academicYear: offers.academicYear,
      endsOn: offers.endsOn,
      opensToApplications: programmes.opensToApplications,
    })
    .from(offers)
    .innerJoin(programmes, eq(programmes.id, offers.programmeId))
    .innerJoin(organisations, eq(organisations.id, organisationId))
    .where(eq(offers.id, offerId));
  return found;
}
