import type { Ctx, TxCtx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { tellSchool } from "@/lib/applications/tell-school";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { stageDecided } from "./events";
import type { DecideRecommendationInput } from "./input";
import { changeRecommendation, type LockedRecommendation, lockRecommendation, subjectsOf } from "./locks";
import { decidedMail } from "./mails";
import { canDecideStage } from "./policy";
import { prefillNextApplication } from "./prefill-next-application";
import type { ProgressionRefusal } from "./refusals";
import { isOverride, whyNotDecide } from "./rules";

/**
 * The hub decides which stage follows: the lead's, or another with a reason. It holds from 1 September, and the next
 * application is prefilled at once where its window is open.
 */
export async function decideRecommendation(
  ctx: Ctx,
  input: DecideRecommendationInput,
): Promise<Result<{ nextApplicationId: string | null }, ProgressionRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const found = await lockRecommendation(tx, input.recommendationId);
    if (!found || tx.actor.kind !== "user" || !canDecideStage(tx.actor, found.row))
      return refuse("not_found");
    const { row, place } = found;
    if (row.status === "withdrawn") return refuse("not_found");
    const facts = { ...row, everDevelopment: place.everDevelopment };
    const why = whyNotDecide(facts, input);
    if (why) return refuse(why);
    if (row.version !== input.version) return refuse("changed_meanwhile");
    const override = isOverride(facts, input.stage);
    const reason = input.reason === "" ? undefined : input.reason;
    await changeRecommendation(tx, row, {
      status: "decided",
      decidedAt: tx.now,
      decidedBy: tx.actor.personId,
      decidedStage: input.stage,
      decisionReason: reason ?? null,
    });
    await recordEvent(tx, stageDecided, {
      ...subjectsOf(row),
      payload: {
        recommendationId: row.id,
        stage: input.stage,
        academicYear: row.academicYear,
        override,
        ...(reason ? { reason } : {}),
      },
    });
    const exception = override ? reason : undefined;
    const next = await prefillNextApplication(tx, found, { stage: input.stage, exception });
    const nextApplicationId = next.ok ? next.value.applicationId : null;
    await tell(tx, found, { ...input, reason, nextApplicationId });
    return ok({ nextApplicationId });
  });
}

async function tell(
  tx: TxCtx,
  { row, place }: LockedRecommendation,
  decided: {
    stage: DecideRecommendationInput["stage"];
    reason: string | undefined;
    nextApplicationId: string | null;
  },
): Promise<void> {
  const { stage, reason, nextApplicationId } = decided;
  const mail = decidedMail({
    school: place.application.school.name,
    stage,
    academicYear: row.academicYear,
    phase: row.phase,
    next: nextApplicationId ? "started" : "later",
    ...(reason ? { reason } : {}),
  });
  const path = nextApplicationId
    ? `/school/applications/${nextApplicationId}`
    : `/school/${row.organisationId}/next-stage/${row.id}`;
  await tellSchool(tx, place.application, mail, path);
}
