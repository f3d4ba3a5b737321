import { and, asc, eq, isNull } from "drizzle-orm";
import { workGroupSessions } from "@/db/schema/workgroups";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { londonDate, sayDate } from "@/lib/kernel/dates";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { placeAccepted } from "./events";
import type { AcceptPlaceInput } from "./input";
import { aboutPlace, lockPlace } from "./lock-place";
import { changeApplication, subjectsOf } from "./locks";
import { acceptedMail } from "./mails";
import { isTaken, whyNotAnswerOffer } from "./placement-rules";
import { canEdit } from "./policy";
import type { ApplicationRefusal } from "./refusals";
import { tellSchool } from "./tell-school";

/** The school says yes to the place it read about. A second yes changes nothing. */
export async function acceptPlace(
  ctx: Ctx,
  input: AcceptPlaceInput,
): Promise<Result<{ workGroupId: string }, ApplicationRefusal>> {
  return withTransaction(ctx, async (tx): Promise<Result<{ workGroupId: string }, ApplicationRefusal>> => {
    const place = await lockPlace(tx, input);
    if (!place || !canEdit(tx.actor, place.application)) return refuse("not_found");
    const { application, group } = place;
    const answer = ok({ workGroupId: group.id });
    if (isTaken(application.placement) && application.workGroupId === group.id) return answer;
    const why = whyNotAnswerOffer(application, { workGroupId: group.id, today: londonDate(tx.now) });
    if (why) return refuse(why);
    await changeApplication(tx, application.id, { placement: "accepted", placementChangedAt: tx.now });
    await recordEvent(tx, placeAccepted, {
      ...subjectsOf(application),
      workGroupId: group.id,
      payload: { group: group.name },
    });
    const mail = acceptedMail({ ...(await aboutPlace(tx, place)), first: await firstDate(tx, group.id) });
    await tellSchool(tx, application, mail, `/school/work-groups/${group.id}`);
    return answer;
  });
}

async function firstDate(tx: TxCtx, workGroupId: string): Promise<string | null> {
  const [first] = await tx.db
    .select({ heldOn: workGroupSessions.heldOn })
    .from(workGroupSessions)
    .where(and(eq(workGroupSessions.workGroupId, workGroupId), isNull(workGroupSessions.cancelledAt)))
    .orderBy(asc(workGroupSessions.heldOn))
    .limit(1);
  return first ? sayDate(first.heldOn) : null;
}
