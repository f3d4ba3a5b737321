import type { Ctx, TxCtx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { applicationRedirected } from "./events";
import type { RedirectApplicationInput } from "./input";
import { changeApplication, decidedBy, lockForDecision, subjectsOf } from "./locks";
import { redirectedMail } from "./mails";
import { redirectReasons } from "./reasons";
import type { ApplicationRefusal } from "./refusals";
import { findOffer, type Started } from "./start-application";
import { startFollowingApplication } from "./start-following-application";
import { aboutOf, tellSchool } from "./tell-school";

/** The hub suggests another open programme and says why; a draft of it waits for the school with the answers it gave. */
export async function redirectApplication(
  ctx: Ctx,
  input: RedirectApplicationInput,
): Promise<Result<Started, ApplicationRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const open = await lockForDecision(tx, input);
    if (!open.ok) return open;
    const { reason } = input;
    const noted = input.note ? { note: input.note } : {};
    if (input.offerId === open.value.offerId) return refuse("same_offer");
    if (reason === "something_else" && !input.note) return refuse("note_needed");
    const started = await startSuggested(tx, input);
    if (!started.ok) return started;
    await changeApplication(tx, open.value.id, {
      ...decidedBy(tx),
      decision: "redirected",
      decisionReason: reason,
      decisionNote: input.note || null,
      redirectedToOfferId: input.offerId,
    });
    const programme = (await findOffer(tx, input.offerId))?.name ?? "";
    await recordEvent(tx, applicationRedirected, {
      ...subjectsOf(open.value),
      payload: {
        reason,
        programme,
        toOfferId: input.offerId,
        toApplicationId: started.value.applicationId,
        ...noted,
      },
    });
    const { answer } = redirectReasons[reason];
    const mail = redirectedMail({ ...aboutOf(open.value), to: programme, answer, ...noted });
    await tellSchool(tx, open.value, mail, `/school/applications/${started.value.applicationId}`);
    return ok(started.value);
  });
}

async function startSuggested(
  tx: TxCtx,
  input: RedirectApplicationInput,
): Promise<Result<Started, ApplicationRefusal>> {
  const started = await startFollowingApplication(tx, input);
  if (started.ok || started.refusal.code !== "not_eligible") return started;
  return refuse("not_eligible_there", started.refusal.detail);
}
