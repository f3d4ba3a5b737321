import type { Ctx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { lockRecommendation, subjectOf } from "./locks";
import { canStartNext } from "./policy";
import { prefillNextApplication } from "./prefill-next-application";
import type { ProgressionRefusal } from "./refusals";
import { isOverride } from "./rules";

/** Starts the decided stage's application where its window was not open when the hub decided. A second try answers with the first. */
export async function startNextApplication(
  ctx: Ctx,
  input: { recommendationId: string },
): Promise<Result<{ applicationId: string }, ProgressionRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const found = await lockRecommendation(tx, input.recommendationId);
    if (!found || !canStartNext(tx.actor, subjectOf(found))) return refuse("not_found");
    const { decidedStage, nextApplicationId, decisionReason } = found.row;
    if (nextApplicationId) return ok({ applicationId: nextApplicationId });
    if (!decidedStage) return refuse("not_decided");
    const facts = { ...found.row, everDevelopment: found.place.everDevelopment };
    const exception = isOverride(facts, decidedStage) ? (decisionReason ?? undefined) : undefined;
    return prefillNextApplication(tx, found, { stage: decidedStage, exception });
  });
}
