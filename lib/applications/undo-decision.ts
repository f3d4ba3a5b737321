import { and, eq, notInArray } from "drizzle-orm";
import { applications } from "@/db/schema/applications";
import type { Ctx, TxCtx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { decisionUndone } from "./events";
import { freePlace } from "./free-place";
import type { UndoDecisionInput } from "./input";
import { changeApplication, isReplaced, type LockedApplication, lockApplication, subjectsOf } from "./locks";
import { undoneMail } from "./mails";
import { canDecide } from "./policy";
import type { ApplicationRefusal } from "./refusals";
import { whyNotUndo } from "./rules";
import { aboutOf, tellSchool } from "./tell-school";
import { withdraw } from "./withdraw-application";

/** Takes a decision back until the school has accepted a place. The date that was promised stays. */
export async function undoDecision(
  ctx: Ctx,
  input: UndoDecisionInput,
): Promise<Result<{ undone: true }, ApplicationRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const application = await lockApplication(tx, input.applicationId);
    if (!application || !canDecide(tx.actor, application)) return refuse("not_found");
    if (application.version !== input.version) return refuse("changed_meanwhile");
    const why = whyNotUndo(application);
    if (why) return refuse(why);
    if (await isReplaced(tx, application)) return refuse("newer_application");
    const { decision: from, promisedOn } = application;
    if (from !== "approved" && from !== "redirected" && from !== "declined") return refuse("not_decided");
    if (from === "redirected") {
      const refused = await withdrawSuggested(tx, application);
      if (refused) return refuse(refused);
    }
    await changeApplication(tx, application.id, undecided);
    await recordEvent(tx, decisionUndone, {
      ...subjectsOf(application),
      workGroupId: application.workGroupId,
      payload: { from },
    });
    const placeBack = application.placement === "offered";
    if (placeBack && application.workGroupId)
      await freePlace(tx, { workGroupId: application.workGroupId, applicationId: application.id });
    if (promisedOn)
      await tellSchool(tx, application, undoneMail({ ...aboutOf(application), promisedOn, placeBack }));
    return ok({ undone: true });
  });
}

const undecided = {
  decision: "submitted",
  decidedAt: null,
  decidedBy: null,
  decisionReason: null,
  decisionNote: null,
  redirectedToOfferId: null,
  tier: null,
  placement: "unplaced",
  workGroupId: null,
  offeredAt: null,
  answerBy: null,
  warnedAt: null,
  placementReason: null,
  placementExplanation: null,
  placeDeclineReason: null,
  placeDeclineNote: null,
} as const;

/** The draft that a redirection prepared goes with it, unless the school has sent it. */
async function withdrawSuggested(
  tx: TxCtx,
  application: LockedApplication,
): Promise<"follow_up_sent" | undefined> {
  const [draft] = await tx.db
    .select({ id: applications.id })
    .from(applications)
    .where(
      and(
        eq(applications.followsApplicationId, application.id),
        eq(applications.offerId, application.redirectedToOfferId ?? application.offerId),
        notInArray(applications.decision, ["withdrawn", "declined", "redirected"]),
      ),
    );
  const suggested = draft && (await lockApplication(tx, draft.id));
  if (!suggested) return undefined;
  if (suggested.decision !== "draft") return "follow_up_sent";
  await withdraw(tx, suggested, {});
  return undefined;
}
