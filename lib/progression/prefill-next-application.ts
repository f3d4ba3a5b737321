import { and, asc, eq, sql } from "drizzle-orm";
import { offers, programmes } from "@/db/schema/programmes";
import type { TxCtx } from "@/lib/access/context";
import { sayRefusal } from "@/lib/applications/say-refusal";
import { startFollowingApplication } from "@/lib/applications/start-following-application";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { overrideEligibility } from "@/lib/programmes/override-eligibility";
import { nextStarted } from "./events";
import { changeRecommendation, type LockedRecommendation, type RecommendationRow, subjectsOf } from "./locks";
import type { Stage } from "./move-rules";

type Prefilled = Result<{ applicationId: string }, "no_offer" | "cannot_start">;

interface Next {
  readonly stage: Stage;
  /** The hub's reason where it lets the school in although a condition says not yet. */
  readonly exception?: string | undefined;
}

/**
 * Starts the decided stage's application with this year's answers, as part of a deed. A window that is not open yet is no
 * fault: the decision stands, and the school starts it later.
 */
export async function prefillNextApplication(
  tx: TxCtx,
  { row, place }: LockedRecommendation,
  next: Next,
): Promise<Prefilled> {
  const offerId = await findOfferOf(tx, row, { stage: next.stage, theme: place.application.offer.theme });
  if (!offerId) return refuse("no_offer");
  const input = { applicationId: place.application.id, offerId };
  let started = await startFollowingApplication(tx, input);
  if (!started.ok && started.refusal.code === "not_eligible" && next.exception) {
    const { organisationId } = row;
    await overrideEligibility(tx, { organisationId, offerId, reason: next.exception });
    started = await startFollowingApplication(tx, input);
  }
  if (!started.ok) return refuse("cannot_start", { sentence: sayRefusal(started.refusal) });
  const { applicationId } = started.value;
  await changeRecommendation(tx, row, { nextApplicationId: applicationId });
  await recordEvent(tx, nextStarted, {
    ...subjectsOf(row),
    payload: { recommendationId: row.id, applicationId, stage: next.stage },
  });
  return ok({ applicationId });
}

/** The stage's offer of the new year; where there are themes, the one of this year, else the first. */
async function findOfferOf(
  tx: TxCtx,
  { phase, academicYear }: RecommendationRow,
  { stage, theme }: { stage: Stage; theme: string | null },
): Promise<string | undefined> {
  const [offer] = await tx.db
    .select({ id: offers.id })
    .from(offers)
    .innerJoin(programmes, eq(programmes.id, offers.programmeId))
    .where(
      and(
        eq(programmes.ladderPhase, phase),
        eq(programmes.stage, stage),
        eq(offers.academicYear, academicYear),
        eq(offers.published, true),
      ),
    )
    .orderBy(sql`${offers.theme} is not distinct from ${theme} desc`, asc(offers.code))
    .limit(1);
  return offer?.id;
}
