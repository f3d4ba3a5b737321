import { type Ctx, withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { londonDate } from "@/lib/kernel/dates";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { placeDeclined } from "./events";
import { freePlace } from "./free-place";
import type { DeclinePlaceInput } from "./input";
import { aboutPlace, lockPlace } from "./lock-place";
import { changeApplication, subjectsOf } from "./locks";
import { freedMail } from "./mails";
import { whyNotAnswerOffer } from "./placement-rules";
import { canEdit } from "./policy";
import { placeDeclineReasons } from "./reasons";
import type { ApplicationRefusal } from "./refusals";
import { tellHub } from "./tell-hub";

/** The school says no to the place it read about, and why. The place is free at once. A second no changes nothing. */
export async function declinePlace(
  ctx: Ctx,
  input: DeclinePlaceInput,
): Promise<Result<{ applicationId: string }, ApplicationRefusal>> {
  return withTransaction(ctx, async (tx): Promise<Result<{ applicationId: string }, ApplicationRefusal>> => {
    const place = await lockPlace(tx, input);
    if (!place || !canEdit(tx.actor, place.application)) return refuse("not_found");
    const { application, group } = place;
    const answer = ok({ applicationId: application.id });
    if (application.placement === "declined" && application.workGroupId === group.id) return answer;
    const why = whyNotAnswerOffer(application, { workGroupId: group.id, today: londonDate(tx.now) });
    if (why) return refuse(why);
    const { reason, note } = input;
    if (reason === "something_else" && !note) return refuse("say_why");
    await changeApplication(tx, application.id, {
      placement: "declined",
      placementChangedAt: tx.now,
      placeDeclineReason: reason,
      placeDeclineNote: note || null,
    });
    await recordEvent(tx, placeDeclined, {
      ...subjectsOf(application),
      workGroupId: group.id,
      payload: { group: group.name, reason, ...(note ? { note } : {}) },
    });
    await freePlace(tx, { workGroupId: group.id, applicationId: application.id });
    const said = note ? `${placeDeclineReasons[reason]}. ${note}` : placeDeclineReasons[reason];
    const mail = freedMail({ ...(await aboutPlace(tx, place)), how: "declined", why: said });
    await tellHub(tx, application, { mail, path: `/hub/applications/${application.id}` });
    return answer;
  });
}
