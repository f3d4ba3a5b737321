import { systemActor } from "@/lib/access/actor";
import type { Ctx } from "@/lib/access/context";
import { computeMatchRun } from "../compute-match-run";
import { reviewMatchRun } from "../review-match-run";
import { startMatchRun } from "../start-match-run";
import type { ToMatch } from "./hub-to-match";

export async function startedRun(ctx: Ctx, hub: ToMatch): Promise<string> {
  const { hubId, offerId } = hub;
  const answer = await startMatchRun(ctx, { hubId, offerId });
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value.runId;
}

/** A run that was started and worked out. */
export async function computedRun(ctx: Ctx, hub: ToMatch): Promise<string> {
  const runId = await startedRun(ctx, hub);
  const computed = await computeMatchRun({ ...ctx, actor: systemActor("compute-match-run") }, { runId });
  if (!computed.ok || computed.value.status !== "computed") throw new Error("The run was not worked out");
  return runId;
}

/** A run that could be published. */
export async function reviewedRun(ctx: Ctx, hub: ToMatch): Promise<string> {
  const runId = await computedRun(ctx, hub);
  const answer = await reviewMatchRun(ctx, { runId });
  if (!answer.ok) throw new Error(answer.refusal.code);
  return runId;
}
