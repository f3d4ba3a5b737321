import { eq, sql } from "drizzle-orm";
import { workGroups } from "@/db/schema/workgroups";
import { type Ctx, withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { workGroupConfirmed } from "./events";
import type { ConfirmWorkGroupInput } from "./input";
import { canFormGroups } from "./policy";
import { countPlaces, countSessions, findOpenLead, lockGroup } from "./queries/lock-group";
import type { WorkGroupRefusal } from "./refusals";
import { whyNotConfirm } from "./rules";

type Refused = Extract<
  WorkGroupRefusal,
  "not_found" | "wrong_status" | "no_sessions" | "no_lead" | "below_minimum"
>;

/** Says that a group will run. Below its minimum only with a reason, which stays on its timeline. */
export async function confirmWorkGroup(
  ctx: Ctx,
  input: ConfirmWorkGroupInput,
): Promise<Result<{ workGroupId: string }, Refused>> {
  return withTransaction(ctx, async (tx): Promise<Result<{ workGroupId: string }, Refused>> => {
    const group = await lockGroup(tx, input.workGroupId);
    if (!group || !canFormGroups(tx.actor, group)) return refuse("not_found");
    const { taken } = await countPlaces(tx, group.id);
    const why = whyNotConfirm(group, {
      sessions: await countSessions(tx, group.id),
      hasLead: (await findOpenLead(tx, group.id)) !== undefined,
      taken,
      reason: input.reason,
    });
    if (why) return refuse(why, { taken, minimum: group.minimumSchools });
    await tx.db
      .update(workGroups)
      .set({ status: "confirmed", version: sql`${workGroups.version} + 1` })
      .where(eq(workGroups.id, group.id));
    await recordEvent(tx, workGroupConfirmed, {
      workGroupId: group.id,
      hubId: group.hubId,
      offerId: group.offerId,
      payload: {
        schools: taken,
        belowMinimumBecause: taken < group.minimumSchools ? input.reason : "",
      },
    });
    return ok({ workGroupId: group.id });
  });
}
