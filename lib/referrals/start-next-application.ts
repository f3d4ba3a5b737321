import { and, asc, eq, sql } from "drizzle-orm";
import { offers, programmes } from "@/db/schema/programmes";
import { referrals, supportCases } from "@/db/schema/referrals";
import type { Ctx, TxCtx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { prepareApplication } from "@/lib/applications/prepare-application";
import { sayRefusal } from "@/lib/applications/say-refusal";
import { recordEvent } from "@/lib/events/record-event";
import { londonDate } from "@/lib/kernel/dates";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { nextApplicationStarted } from "./events";
import type { StartNextApplicationInput } from "./input";
import { type CaseRow, lockCase, subjectsOf } from "./locks";
import { canStartNext } from "./policy";
import type { CaseRefusal } from "./refusals";
import { stageAfter } from "./rules";

/** Starts the application that follows a case which closed as ready. The school finishes it; a second try answers with the first. */
export async function startNextApplication(
  ctx: Ctx,
  input: StartNextApplicationInput,
): Promise<Result<{ applicationId: string }, CaseRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const row = await lockCase(tx, input.caseId);
    if (!row || !canStartNext(tx.actor, row)) return refuse("not_found");
    if (row.nextApplicationId) return ok({ applicationId: row.nextApplicationId });
    const stage = row.status === "closed" && row.outcome ? stageAfter(row.outcome) : undefined;
    if (!stage) return refuse("not_ready");
    const offerId = await findOffer(tx, row, stage);
    if (!offerId) return refuse("no_offer");
    const { organisationId } = row;
    const started = await prepareApplication(tx, { organisationId, offerId, ...(await headOf(tx, row)) });
    if (!started.ok) return refuse("cannot_start", { sentence: sayRefusal(started.refusal) });
    const { applicationId } = started.value;
    await tx.db
      .update(supportCases)
      .set({ nextApplicationId: applicationId, version: row.version + 1 })
      .where(eq(supportCases.id, row.id));
    await recordEvent(tx, nextApplicationStarted, {
      ...subjectsOf(row),
      applicationId,
      payload: { applicationId },
    });
    return ok({ applicationId });
  });
}

/** The stage's offer that takes applications today, else the next that will. */
async function findOffer(
  tx: TxCtx,
  { phase }: CaseRow,
  stage: "readiness" | "development",
): Promise<string | undefined> {
  const today = londonDate(tx.now);
  const [offer] = await tx.db
    .select({ id: offers.id })
    .from(offers)
    .innerJoin(programmes, eq(programmes.id, offers.programmeId))
    .where(
      and(
        eq(programmes.ladderPhase, phase),
        eq(programmes.stage, stage),
        eq(offers.published, true),
        sql`${offers.closesOn} >= ${today}`,
      ),
    )
    .orderBy(sql`${offers.opensOn} > ${today}`, asc(offers.academicYear), asc(offers.code))
    .limit(1);
  return offer?.id;
}

/** The headteacher whom the hub asked for consent agrees to what follows as well. */
async function headOf(tx: TxCtx, { referralId }: CaseRow) {
  const [head] = await tx.db
    .select({ headName: referrals.headName, headEmail: referrals.headEmail })
    .from(referrals)
    .where(eq(referrals.id, referralId));
  return head ?? { headName: null, headEmail: null };
}
