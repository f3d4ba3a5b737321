import { type Ctx, withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { lapseWarned } from "./events";
import { aboutPlace, lockPlace } from "./lock-place";
import { changeApplication, subjectsOf } from "./locks";
import { warningMail } from "./mails";
import { whyNotWarn } from "./placement-rules";
import { canFollowDates } from "./policy";
import type { DuePlace } from "./queries/due-places";
import type { ApplicationRefusal } from "./refusals";
import { placePath, tellSchool } from "./tell-school";

/** Reminds a school, once, that the offer of its place is about to run out. */
export async function warnBeforeLapse(
  ctx: Ctx,
  due: DuePlace,
): Promise<Result<{ applicationId: string }, ApplicationRefusal>> {
  return withTransaction(ctx, async (tx): Promise<Result<{ applicationId: string }, ApplicationRefusal>> => {
    const place = canFollowDates(tx.actor) ? await lockPlace(tx, due) : undefined;
    if (!place) return refuse("not_found");
    const { application, group } = place;
    const why = whyNotWarn(application, tx.now);
    if (why || application.workGroupId !== group.id || !application.answerBy) return refuse("not_due");
    const { answerBy } = application;
    await changeApplication(tx, application.id, { warnedAt: tx.now });
    await recordEvent(tx, lapseWarned, {
      ...subjectsOf(application),
      workGroupId: group.id,
      payload: { answerBy },
    });
    const mail = warningMail({ ...(await aboutPlace(tx, place)), answerBy });
    await tellSchool(tx, application, mail, placePath(application));
    return ok({ applicationId: application.id });
  });
}
