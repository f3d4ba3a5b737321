import { eq, sql } from "drizzle-orm";
import { workGroups } from "@/db/schema/workgroups";
import { type Ctx, withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { workGroupOpened } from "./events";
import type { OpenWorkGroupInput } from "./input";
import { canFormGroups } from "./policy";
import { countSessions, lockGroup } from "./queries/lock-group";
import type { WorkGroupRefusal } from "./refusals";
import { whyNotOpen } from "./rules";

type Refused = Extract<WorkGroupRefusal, "not_found" | "wrong_status" | "no_sessions">;

/** Opens a planned group: from now on the match may place schools in it. */
export async function openWorkGroup(
  ctx: Ctx,
  input: OpenWorkGroupInput,
): Promise<Result<{ workGroupId: string }, Refused>> {
  return withTransaction(ctx, async (tx): Promise<Result<{ workGroupId: string }, Refused>> => {
    const group = await lockGroup(tx, input.workGroupId);
    if (!group || !canFormGroups(tx.actor, group)) return refuse("not_found");
    const why = whyNotOpen(group, await countSessions(tx, group.id));
    if (why) return refuse(why);
    await tx.db
      .update(workGroups)
      .set({ status: "recruiting", version: sql`${workGroups.version} + 1` })
      .where(eq(workGroups.id, group.id));
    await recordEvent(tx, workGroupOpened, {
      workGroupId: group.id,
      hubId: group.hubId,
      offerId: group.offerId,
      payload: {},
    });
    return ok({ workGroupId: group.id });
  });
}
