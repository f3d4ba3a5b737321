import { and, eq, isNull } from "drizzle-orm";
import { hubOverrides, organisations } from "@/db/schema/schools";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/access/context";
import { personIdOf } from "@/lib/access/scope";
import { recordEvent } from "@/lib/events/record-event";
import { getHub } from "@/lib/hubs/queries";
import { londonDate } from "@/lib/kernel/dates";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { hubOverrideSet } from "./events";
import type { OverrideHubInput } from "./input";
import { lockSchool } from "./locks";
import { canMoveSchool } from "./policy";
import type { OverrideRefusal } from "./refusals";
import { whyNotMove } from "./rules";
import { settleFoundAuthorities } from "./settle-found-authorities";

/** A school belongs to another hub than its local authority's from today: who says so, why, since when. */
export async function overrideHub(
  ctx: Ctx,
  input: OverrideHubInput,
): Promise<Result<{ organisationId: string }, OverrideRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const setBy = personIdOf(ctx.actor);
    const school = await lockSchool(tx, input.organisationId);
    if (!setBy || !school || !canMoveSchool(ctx.actor, school)) return refuse("not_found");
    const hub = await getHub(tx, input.hubId);
    if (!hub) return refuse("not_found");
    const why = whyNotMove(school, input);
    if (why) return refuse(why);
    await finishOverride(tx, school.id);
    await tx.db.insert(hubOverrides).values({
      organisationId: school.id,
      hubId: hub.id,
      reason: input.reason,
      setBy,
      startedOn: londonDate(ctx.now),
    });
    await tx.db.update(organisations).set({ hubId: hub.id }).where(eq(organisations.id, school.id));
    await settleFoundAuthorities(tx);
    await recordEvent(tx, hubOverrideSet, {
      organisationId: school.id,
      hubId: hub.id,
      payload: { hub: hub.name, reason: input.reason },
    });
    return ok({ organisationId: school.id });
  });
}

/** Answers the hub of the override that was open, if one was. */
export async function finishOverride(
  { db, now }: TxCtx,
  organisationId: string,
): Promise<string | undefined> {
  const [finished] = await db
    .update(hubOverrides)
    .set({ finishedOn: londonDate(now) })
    .where(and(eq(hubOverrides.organisationId, organisationId), isNull(hubOverrides.finishedOn)))
    .returning({ hubId: hubOverrides.hubId });
  return finished?.hubId;
}
