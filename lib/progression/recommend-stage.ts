import { and, eq, sql } from "drizzle-orm";
import { stageRecommendations } from "@/db/schema/progression";
import type { Ctx, TxCtx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { tellSchool } from "@/lib/applications/tell-school";
import { recordEvent } from "@/lib/events/record-event";
import { londonDate } from "@/lib/kernel/dates";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { stageRecommended } from "./events";
import type { RecommendStageInput } from "./input";
import { type LockedPlace, lockPlace, type RecommendationRow, subjectsOf } from "./locks";
import { recommendedMail } from "./mails";
import { canReview } from "./policy";
import type { ProgressionRefusal } from "./refusals";
import { answerBy, whyNotRecommend } from "./rules";

/** The lead writes what the year showed and what should follow. Sent again it is rewritten, until the school has answered. */
export async function recommendStage(
  ctx: Ctx,
  input: RecommendStageInput,
): Promise<Result<{ recommendationId: string; workGroupId: string }, ProgressionRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const place = await lockPlace(tx, input.applicationId);
    if (!place || tx.actor.kind !== "user" || !canReview(tx.actor, place)) return refuse("not_found");
    const earlier = await findEarlier(tx, place);
    const why = whyNotRecommend(place, input.toStage, earlier?.status);
    if (why) return refuse(why);
    const row = await write(tx, place, { ...input, recommendedBy: tx.actor.personId });
    const changed = earlier !== undefined && earlier.status !== "withdrawn";
    await recordEvent(tx, stageRecommended, {
      ...subjectsOf(row),
      payload: { recommendationId: row.id, toStage: row.toStage, academicYear: row.academicYear, changed },
    });
    await tell(tx, place, { row, changed, lead: tx.actor.name });
    return ok({ recommendationId: row.id, workGroupId: place.workGroupId });
  });
}

async function findEarlier(tx: TxCtx, { application }: LockedPlace): Promise<RecommendationRow | undefined> {
  const [row] = await tx.db
    .select()
    .from(stageRecommendations)
    .where(
      and(
        eq(stageRecommendations.applicationId, application.id),
        eq(stageRecommendations.academicYear, application.offer.academicYear + 1),
      ),
    )
    .for("update");
  return row;
}

async function write(
  tx: TxCtx,
  { application, workGroupId, hubId, phase, stage }: LockedPlace,
  { toStage, evidence, recommendedBy }: RecommendStageInput & { recommendedBy: string },
): Promise<RecommendationRow> {
  if (!phase || !stage) throw new Error("A review of a group that is no stage");
  const review = { toStage, evidence, recommendedBy, recommendedAt: tx.now, workGroupId, hubId };
  const fresh = {
    status: "recommended" as const,
    confirmedAt: null,
    confirmedBy: null,
    schoolContinues: null,
  };
  const [row] = await tx.db
    .insert(stageRecommendations)
    .values({
      ...review,
      organisationId: application.organisationId,
      applicationId: application.id,
      phase,
      fromStage: stage,
      academicYear: application.offer.academicYear + 1,
    })
    .onConflictDoUpdate({
      target: [stageRecommendations.applicationId, stageRecommendations.academicYear],
      set: { ...review, ...fresh, pauseReason: null, version: sql`${stageRecommendations.version} + 1` },
    })
    .returning();
  if (!row) throw new Error("The review was not written");
  return row;
}

async function tell(
  tx: TxCtx,
  { application }: LockedPlace,
  { row, changed, lead }: { row: RecommendationRow; changed: boolean; lead: string },
): Promise<void> {
  const mail = recommendedMail({
    school: application.school.name,
    stage: row.toStage,
    academicYear: row.academicYear,
    lead,
    by: answerBy(londonDate(tx.now)),
    changed,
  });
  await tellSchool(tx, application, mail, `/school/${row.organisationId}/next-stage/${row.id}`);
}
