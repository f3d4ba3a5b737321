import { and, eq, inArray, isNull, max, min, sql } from "drizzle-orm";
import { workGroupSessions, workGroups } from "@/db/schema/workgroups";
import { type Ctx, withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { londonDate } from "@/lib/kernel/dates";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { workGroupFinished, workGroupStarted } from "./events";
import { canFollowGroupDates } from "./policy";
import { statusByDates } from "./rules";

/** Moves on the groups whose first session has come or whose last one is over. Nobody but the calendar decides this. */
export async function followGroupDates(ctx: Ctx): Promise<Result<{ moved: number }, "not_found">> {
  if (!canFollowGroupDates(ctx.actor)) return refuse("not_found");
  let moved = 0;
  for (const group of await findDue(ctx)) moved += (await moveOn(ctx, group)) ? 1 : 0;
  return ok({ moved });
}

interface Due {
  readonly id: string;
  readonly hubId: string;
  readonly offerId: string;
  readonly from: "confirmed" | "running";
  readonly to: "running" | "finished";
}

async function findDue(ctx: Ctx): Promise<Due[]> {
  const rows = await ctx.db
    .select({
      id: workGroups.id,
      hubId: workGroups.hubId,
      offerId: workGroups.offerId,
      status: workGroups.status,
      first: min(workGroupSessions.heldOn),
      last: max(workGroupSessions.heldOn),
    })
    .from(workGroups)
    .innerJoin(workGroupSessions, eq(workGroupSessions.workGroupId, workGroups.id))
    .where(and(inArray(workGroups.status, ["confirmed", "running"]), isNull(workGroupSessions.cancelledAt)))
    .groupBy(workGroups.id);
  return rows.flatMap(({ id, hubId, offerId, status, first, last }) => {
    if (first === null || last === null) return [];
    const to = statusByDates(status, { first, last }, londonDate(ctx.now));
    if (to === status || (status !== "confirmed" && status !== "running")) return [];
    return to === "running" || to === "finished" ? [{ id, hubId, offerId, from: status, to }] : [];
  });
}

/** Each group in a transaction of its own, and only if nobody has moved it on since it was found. */
async function moveOn(ctx: Ctx, group: Due): Promise<boolean> {
  return withTransaction(ctx, async (tx) => {
    const moved = await tx.db
      .update(workGroups)
      .set({ status: group.to, version: sql`${workGroups.version} + 1` })
      .where(and(eq(workGroups.id, group.id), eq(workGroups.status, group.from)))
      .returning({ id: workGroups.id });
    if (moved.length === 0) return false;
    const about = { workGroupId: group.id, hubId: group.hubId, offerId: group.offerId, payload: {} };
    if (group.from === "confirmed") await recordEvent(tx, workGroupStarted, about);
    if (group.to === "finished") await recordEvent(tx, workGroupFinished, about);
    return true;
  });
}
