import { eq } from "drizzle-orm";
import { applications } from "@/db/schema/applications";
import { freedPlaces } from "@/db/schema/freed-places";
import { organisations } from "@/db/schema/schools";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { lockGroup } from "@/lib/workgroups/queries/lock-group";
import { freedPlaceSettled } from "./events";
import { lockFreedPlace } from "./locks";
import { canFollowDates } from "./policy";
import type { FreedPlaceOutcome } from "./reasons";

export interface SettleFreedPlaceInput {
  readonly freedPlaceId: string;
  readonly outcome: FreedPlaceOutcome;
  /** The application that was offered the place; null for every other outcome. */
  readonly offeredTo: string | null;
}

type Settled = Result<{ freedPlaceId: string }, "not_found" | "settled">;

/** Keeps what became of a place that came free: once, and it stays so. */
export async function settleFreedPlace(ctx: Ctx, input: SettleFreedPlaceInput): Promise<Settled> {
  return withTransaction(ctx, async (tx): Promise<Settled> => {
    const freed = canFollowDates(tx.actor) ? await lockFreedPlace(tx, input.freedPlaceId) : undefined;
    const group = freed && (await lockGroup(tx, freed.workGroupId));
    if (!freed || !group) return refuse("not_found");
    if (freed.outcome) return refuse("settled");
    const { outcome, offeredTo } = input;
    await tx.db
      .update(freedPlaces)
      .set({ outcome, offeredTo, settledAt: tx.now })
      .where(eq(freedPlaces.id, freed.id));
    await recordEvent(tx, freedPlaceSettled, {
      workGroupId: group.id,
      hubId: group.hubId,
      offerId: group.offerId,
      applicationId: offeredTo,
      payload: { outcome, ...(offeredTo ? { school: await nameOf(tx, offeredTo) } : {}) },
    });
    return ok({ freedPlaceId: freed.id });
  });
}

async function nameOf(tx: TxCtx, applicationId: string): Promise<string> {
  const [row] = await tx.db
    .select({ name: organisations.name })
    .from(applications)
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .where(eq(applications.id, applicationId));
  return row?.name ?? "";
}
