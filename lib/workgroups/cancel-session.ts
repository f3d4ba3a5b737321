import { eq, sql } from "drizzle-orm";
import { workGroupSessions } from "@/db/schema/workgroups";
import { type Ctx, withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { sessionCancelled } from "./events";
import type { CancelSessionInput } from "./input";
import { findSessionOf } from "./locks";
import { sessionCancelledMail } from "./mails";
import { canArrangeGroup } from "./policy";
import { lockGroup } from "./queries/lock-group";
import type { WorkGroupRefusal } from "./refusals";
import { whyNotChangeSession } from "./rules";
import { tellGroup } from "./tell-group";

type Refused = Extract<
  WorkGroupRefusal,
  "not_found" | "wrong_status" | "session_cancelled" | "session_over" | "changed_meanwhile"
>;

/** Calls one session off and tells everybody who would have come. It stays in calendars as cancelled. */
export async function cancelSession(
  ctx: Ctx,
  input: CancelSessionInput,
): Promise<Result<{ workGroupId: string; told: number }, Refused>> {
  return withTransaction(ctx, async (tx): Promise<Result<{ workGroupId: string; told: number }, Refused>> => {
    const group = await lockGroup(tx, input.workGroupId);
    if (!group || !canArrangeGroup(tx.actor, group)) return refuse("not_found");
    const session = await findSessionOf(tx, group, input.sessionId);
    if (!session) return refuse("not_found");
    const why = whyNotChangeSession(group, session);
    if (why) return refuse(why);
    if (session.sequence !== input.sequence) return refuse("changed_meanwhile");
    await tx.db
      .update(workGroupSessions)
      .set({ cancelledAt: tx.now, sequence: sql`${workGroupSessions.sequence} + 1` })
      .where(eq(workGroupSessions.id, session.id));
    await recordEvent(tx, sessionCancelled, {
      workGroupId: group.id,
      hubId: group.hubId,
      offerId: group.offerId,
      payload: {
        sessionId: session.id,
        title: session.title,
        heldOn: session.heldOn,
        reason: input.reason,
      },
    });
    const told = await tellGroup(tx, group, sessionCancelledMail(group, session, input.reason));
    return ok({ workGroupId: group.id, told });
  });
}
