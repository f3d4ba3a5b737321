import type { Ctx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { SwitchOfferInput } from "./input";
import { lockApplication } from "./locks";
import { canEdit } from "./policy";
import type { ApplicationRefusal } from "./refusals";
import { whyNotWithdraw } from "./rules";
import type { Started } from "./start-application";
import { startFollowingApplication } from "./start-following-application";
import { withdraw } from "./withdraw-application";

/** Applies for something else instead: the answers move to a new draft and the old application is withdrawn, or neither. */
export async function switchOffer(
  ctx: Ctx,
  input: SwitchOfferInput,
): Promise<Result<Started, ApplicationRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const application = await lockApplication(tx, input.applicationId);
    if (!application || !canEdit(tx.actor, application)) return refuse("not_found");
    if (application.offerId === input.offerId) return refuse("same_offer");
    const why = whyNotWithdraw(application);
    if (why) return refuse(why);
    const started = await startFollowingApplication(tx, input);
    if (!started.ok) return started;
    await withdraw(tx, application, { switchedToOfferId: input.offerId });
    return ok(started.value);
  });
}
