import { eq, sql } from "drizzle-orm";
import { workGroupSessions } from "@/db/schema/workgroups";
import { type Ctx, withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { sessionMoved } from "./events";
import { dateKey, type MoveSessionInput } from "./input";
import { findSessionOf } from "./locks";
import { sessionMovedMail } from "./mails";
import { canArrangeGroup } from "./policy";
import { listDateWarnings } from "./queries/date-warnings";
import { lockGroup } from "./queries/lock-group";
import type { WorkGroupRefusal } from "./refusals";
import { whyNotChangeSession } from "./rules";
import { tellGroup } from "./tell-group";

type Refused = Extract<
  WorkGroupRefusal,
  "not_found" | "wrong_status" | "session_cancelled" | "session_over" | "changed_meanwhile" | "date_odd"
>;

/**
 * Puts one session on another date or time and tells everybody who comes. An odd date is refused once, with what is odd
 * about it, and taken when it is sent again.
 */
export async function moveSession(
  ctx: Ctx,
  input: MoveSessionInput,
): Promise<Result<{ workGroupId: string; told: number }, Refused>> {
  return withTransaction(ctx, async (tx): Promise<Result<{ workGroupId: string; told: number }, Refused>> => {
    const group = await lockGroup(tx, input.workGroupId);
    if (!group || !canArrangeGroup(tx.actor, group)) return refuse("not_found");
    const session = await findSessionOf(tx, group, input.sessionId);
    if (!session) return refuse("not_found");
    const why = whyNotChangeSession(group, session);
    if (why) return refuse(why);
    if (session.sequence !== input.sequence) return refuse("changed_meanwhile");
    const [warnings = []] = await listDateWarnings(tx, group, [input]);
    if (warnings.length > 0 && input.accepted !== dateKey(input))
      return refuse("date_odd", { warnings: warnings.join(" ") });
    const { heldOn, startsAt, endsAt } = input;
    await tx.db
      .update(workGroupSessions)
      .set({ heldOn, startsAt, endsAt, sequence: sql`${workGroupSessions.sequence} + 1` })
      .where(eq(workGroupSessions.id, session.id));
    await recordEvent(tx, sessionMoved, {
      workGroupId: group.id,
      hubId: group.hubId,
      offerId: group.offerId,
      payload: { sessionId: session.id, title: session.title, from: session.heldOn, to: heldOn },
    });
    const told = await tellGroup(tx, group, sessionMovedMail(group, session, input));
    return ok({ workGroupId: group.id, told });
  });
}
