import { eq } from "drizzle-orm";
import { organisations } from "@/db/schema/schools";
import { type Ctx, withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { getHub } from "@/lib/hubs/queries";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { hubOverrideEnded } from "./events";
import type { EndOverrideInput } from "./input";
import { lockSchool } from "./locks";
import { finishOverride } from "./override-hub";
import { canEndOverride } from "./policy";
import type { OverrideRefusal } from "./refusals";

/** A moved school is back with the hub of its local authority from today. */
export async function endOverride(
  ctx: Ctx,
  input: EndOverrideInput,
): Promise<Result<{ organisationId: string }, OverrideRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const school = await lockSchool(tx, input.organisationId);
    if (!school || !canEndOverride(ctx.actor, school)) return refuse("not_found");
    if (!school.authorityHubId) return refuse("no_authority");
    const leftId = await finishOverride(tx, school.id);
    if (!leftId) return refuse("already_ended");
    const [left, back] = [await getHub(tx, leftId), await getHub(tx, school.authorityHubId)];
    await tx.db
      .update(organisations)
      .set({ hubId: school.authorityHubId })
      .where(eq(organisations.id, school.id));
    await recordEvent(tx, hubOverrideEnded, {
      organisationId: school.id,
      hubId: school.authorityHubId,
      payload: { hub: left?.name ?? "another hub", backTo: back?.name ?? null },
    });
    return ok({ organisationId: school.id });
  });
}
