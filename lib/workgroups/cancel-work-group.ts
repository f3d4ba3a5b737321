import { eq, sql } from "drizzle-orm";
import { workGroupSessions, workGroups } from "@/db/schema/workgroups";
import { type Ctx, withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { workGroupCancelled } from "./events";
import type { CancelWorkGroupInput } from "./input";
import { groupCancelledMail } from "./mails";
import { canFormGroups } from "./policy";
import { countPlaces, lockGroup } from "./queries/lock-group";
import type { WorkGroupRefusal } from "./refusals";
import { mayBecome } from "./rules";
import { tellGroup } from "./tell-group";

type Refused = Extract<WorkGroupRefusal, "not_found" | "wrong_status" | "places_held">;

/**
 * Cancels a group in which nobody holds a place. A group with places is cancelled by `closeWorkGroup` of the
 * applications, which tells its schools first and says here how many they were.
 */
export async function cancelWorkGroup(
  ctx: Ctx,
  input: CancelWorkGroupInput & { readonly schoolsTold?: number },
): Promise<Result<{ workGroupId: string }, Refused>> {
  return withTransaction(ctx, async (tx): Promise<Result<{ workGroupId: string }, Refused>> => {
    const group = await lockGroup(tx, input.workGroupId);
    if (!group || !canFormGroups(tx.actor, group)) return refuse("not_found");
    if (!mayBecome(group.status, "cancelled")) return refuse("wrong_status");
    if ((await countPlaces(tx, group.id)).held > 0) return refuse("places_held");
    await tx.db
      .update(workGroups)
      .set({ status: "cancelled", cancelledReason: input.reason, version: sql`${workGroups.version} + 1` })
      .where(eq(workGroups.id, group.id));
    await tx.db
      .update(workGroupSessions)
      .set({ cancelledAt: tx.now, sequence: sql`${workGroupSessions.sequence} + 1` })
      .where(
        sql`${workGroupSessions.workGroupId} = ${group.id} and ${workGroupSessions.cancelledAt} is null and ${workGroupSessions.registerSavedAt} is null`,
      );
    await recordEvent(tx, workGroupCancelled, {
      workGroupId: group.id,
      hubId: group.hubId,
      offerId: group.offerId,
      payload: { reason: input.reason, schools: input.schoolsTold ?? 0 },
    });
    // Nobody holds a place any more: its leads are told.
    await tellGroup(tx, group, groupCancelledMail(group, input.reason));
    return ok({ workGroupId: group.id });
  });
}
