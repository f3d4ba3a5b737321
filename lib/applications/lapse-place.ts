import { type Ctx, withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { londonDate } from "@/lib/kernel/dates";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { placeLapsed } from "./events";
import { freePlace } from "./free-place";
import { aboutPlace, lockPlace } from "./lock-place";
import { changeApplication, subjectsOf } from "./locks";
import { lapsedMail } from "./mails";
import { whyNotLapse } from "./placement-rules";
import { canFollowDates } from "./policy";
import type { DuePlace } from "./queries/due-places";
import type { ApplicationRefusal } from "./refusals";
import { tellSchool } from "./tell-school";

/** Ends an offer whose last date has passed without an answer: the place is free, and the school is told. */
export async function lapsePlace(
  ctx: Ctx,
  due: DuePlace,
): Promise<Result<{ applicationId: string }, ApplicationRefusal>> {
  return withTransaction(ctx, async (tx): Promise<Result<{ applicationId: string }, ApplicationRefusal>> => {
    const place = canFollowDates(tx.actor) ? await lockPlace(tx, due) : undefined;
    if (!place) return refuse("not_found");
    const { application, group } = place;
    const why = whyNotLapse(application, londonDate(tx.now));
    if (why || application.workGroupId !== group.id || !application.answerBy) return refuse("not_due");
    const { answerBy } = application;
    await changeApplication(tx, application.id, { placement: "lapsed", placementChangedAt: tx.now });
    await recordEvent(tx, placeLapsed, {
      ...subjectsOf(application),
      workGroupId: group.id,
      payload: { group: group.name, answerBy },
    });
    await freePlace(tx, { workGroupId: group.id, applicationId: application.id });
    await tellSchool(tx, application, lapsedMail({ ...(await aboutPlace(tx, place)), answerBy }));
    return ok({ applicationId: application.id });
  });
}
