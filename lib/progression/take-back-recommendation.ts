import type { Ctx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { recommendationTakenBack } from "./events";
import type { TakeBackInput } from "./input";
import { changeRecommendation, lockRecommendation, subjectOf, subjectsOf } from "./locks";
import { canTakeBack } from "./policy";
import type { ProgressionRefusal } from "./refusals";
import { canMoveRecommendation } from "./rules";

/** Takes a recommendation back, until the hub has decided. The lead may write it anew. */
export async function takeBackRecommendation(
  ctx: Ctx,
  input: TakeBackInput,
): Promise<Result<{ workGroupId: string; applicationId: string }, ProgressionRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const found = await lockRecommendation(tx, input.recommendationId);
    if (!found || !canTakeBack(tx.actor, subjectOf(found))) return refuse("not_found");
    const { row } = found;
    const { workGroupId, applicationId } = row;
    if (row.status === "withdrawn") return ok({ workGroupId, applicationId });
    if (!canMoveRecommendation(row.status, "withdrawn")) return refuse("decided");
    if (row.version !== input.version) return refuse("changed_meanwhile");
    await changeRecommendation(tx, row, { status: "withdrawn" });
    await recordEvent(tx, recommendationTakenBack, {
      ...subjectsOf(row),
      payload: { recommendationId: row.id },
    });
    return ok({ workGroupId, applicationId });
  });
}
