import { type Ctx, withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { keptWaiting } from "./events";
import { changeApplication, lockApplication, subjectsOf } from "./locks";
import { waitingMail } from "./mails";
import { type WaitingExplanation, waitingExplanation } from "./placement-explanation";
import { whyNotWait } from "./placement-rules";
import { canDecide } from "./policy";
import type { ApplicationRefusal } from "./refusals";
import { aboutOf, placePath, tellSchool } from "./tell-school";

export interface KeepWaitingInput {
  readonly applicationId: string;
  /** Why it waits: one sentence that the school reads. */
  readonly reason: string;
  readonly explanation: WaitingExplanation;
}

/** Says to an approved application that it waits, and why. It is mailed when that is news: a run that finds the same again is not. */
export async function keepWaiting(
  ctx: Ctx,
  input: KeepWaitingInput,
): Promise<Result<{ applicationId: string }, ApplicationRefusal>> {
  return withTransaction(ctx, async (tx): Promise<Result<{ applicationId: string }, ApplicationRefusal>> => {
    const application = await lockApplication(tx, input.applicationId);
    if (!application || application.decision === "draft" || !canDecide(tx.actor, application))
      return refuse("not_found");
    const why = whyNotWait(application);
    if (why) return refuse(why);
    const { reason } = input;
    const isNews = application.placement !== "waiting" || application.placementReason !== reason;
    await changeApplication(tx, application.id, {
      placement: "waiting",
      ...(application.placement === "waiting" ? {} : { placementChangedAt: tx.now }),
      workGroupId: null,
      placementReason: reason,
      placementExplanation: waitingExplanation.parse(input.explanation),
    });
    await recordEvent(tx, keptWaiting, { ...subjectsOf(application), payload: { reason } });
    const mail = waitingMail({ ...aboutOf(application), reason });
    if (isNews) await tellSchool(tx, application, mail, placePath(application));
    return ok({ applicationId: application.id });
  });
}
