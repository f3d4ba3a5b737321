import type { Ctx, TxCtx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { applicationWithdrawn } from "./events";
import type { WithdrawApplicationInput } from "./input";
import {
  changeApplication,
  type LockedApplication,
  lockApplication,
  replaceOpenLink,
  subjectsOf,
} from "./locks";
import { canEdit } from "./policy";
import type { ApplicationRefusal } from "./refusals";
import { whyNotWithdraw } from "./rules";

/** The school takes its application back. Its place, if it had one, is free from then on; the headteacher's link ends. */
export async function withdrawApplication(
  ctx: Ctx,
  input: WithdrawApplicationInput,
): Promise<Result<{ organisationId: string }, ApplicationRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const application = await lockApplication(tx, input.applicationId);
    if (!application || !canEdit(tx.actor, application)) return refuse("not_found");
    const { organisationId, decision } = application;
    if (decision === "withdrawn") return ok({ organisationId });
    const why = whyNotWithdraw(application);
    if (why) return refuse(why);
    await withdraw(tx, application, input.reason ? { reason: input.reason } : {});
    return ok({ organisationId });
  });
}

/** Withdraws an application under lock. */
export async function withdraw(
  tx: TxCtx,
  application: LockedApplication,
  because: { reason?: string; switchedToOfferId?: string },
): Promise<void> {
  const hadPlacement = application.placement !== "unplaced";
  await changeApplication(tx, application.id, {
    decision: "withdrawn",
    ...(hadPlacement ? { placement: "withdrawn" as const, placementChangedAt: tx.now } : {}),
  });
  await replaceOpenLink(tx, application.id);
  await recordEvent(tx, applicationWithdrawn, {
    ...subjectsOf(application),
    workGroupId: application.workGroupId,
    payload: { from: application.decision, ...because },
  });
}
