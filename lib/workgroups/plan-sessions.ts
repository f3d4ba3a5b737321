import { eq, sql } from "drizzle-orm";
import { workGroupSessions, workGroups } from "@/db/schema/workgroups";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { sessionsPlanned } from "./events";
import type { PlanSessionsInput } from "./input";
import { canArrangeGroup } from "./policy";
import { countPlaces, type LockedGroup, lockGroup } from "./queries/lock-group";
import type { WorkGroupRefusal } from "./refusals";
import { whyNotPlanSessions } from "./rules";

type Refused = Extract<WorkGroupRefusal, "not_found" | "wrong_status" | "places_held">;

/** Puts the list of sessions in place of the one before, in the order of their dates. */
export async function planSessions(
  ctx: Ctx,
  input: PlanSessionsInput,
): Promise<Result<{ workGroupId: string }, Refused>> {
  return withTransaction(ctx, async (tx): Promise<Result<{ workGroupId: string }, Refused>> => {
    const group = await lockGroup(tx, input.workGroupId);
    if (!group || !canArrangeGroup(tx.actor, group)) return refuse("not_found");
    const { held } = await countPlaces(tx, group.id);
    const why = whyNotPlanSessions(group, held);
    if (why) return refuse(why);
    await replaceSessions(tx, group, input);
    const dates = input.sessions.map((session) => session.heldOn);
    await recordEvent(tx, sessionsPlanned, {
      workGroupId: group.id,
      hubId: group.hubId,
      payload: { sessions: dates.length, firstOn: dates[0] ?? "", lastOn: dates.at(-1) ?? "" },
    });
    return ok({ workGroupId: group.id });
  });
}

/** Nobody holds a place yet, so no calendar knows these rows and they may go. */
async function replaceSessions(tx: TxCtx, group: LockedGroup, input: PlanSessionsInput): Promise<void> {
  await tx.db.delete(workGroupSessions).where(eq(workGroupSessions.workGroupId, group.id));
  await tx.db.insert(workGroupSessions).values(
    input.sessions.map((session, index) => ({
      workGroupId: group.id,
      number: index + 1,
      title: session.title || `Session ${index + 1}`,
      heldOn: session.heldOn,
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      online: group.online,
      venueName: group.venueName,
      venuePostcode: group.venuePostcode,
    })),
  );
  await tx.db
    .update(workGroups)
    .set({ version: sql`${workGroups.version} + 1` })
    .where(eq(workGroups.id, group.id));
}
