import { and, eq, inArray, isNull, min, or, sql } from "drizzle-orm";
import { matchRuns } from "@/db/schema/matching";
import { workGroupSessions, workGroups } from "@/db/schema/workgroups";
import type { Ctx, TxCtx } from "@/lib/access/context";
import type { IsoDate } from "@/lib/kernel/dates";
import { openRunStatuses } from "../rules";
import { isTouching } from "./runs-touching";

export interface Matching {
  /** A run of the group's offer, of its hub or over all, is not published yet. */
  readonly isOpen: boolean;
  /** One has been published. */
  readonly isMatched: boolean;
  /** The group's first session that was not cancelled. */
  readonly firstOn: IsoDate | null;
}

/**
 * How far the matching of a group's hub and offer is. An open run is held until this transaction ends, so that whoever is
 * publishing it is waited for.
 */
export async function findMatching(tx: TxCtx, workGroupId: string): Promise<Matching> {
  const ofGroup = and(
    or(eq(matchRuns.hubId, workGroups.hubId), isNull(matchRuns.hubId)),
    eq(matchRuns.offerId, workGroups.offerId),
    eq(workGroups.id, workGroupId),
  );
  const open = await tx.db
    .select({ id: matchRuns.id })
    .from(matchRuns)
    .innerJoin(workGroups, ofGroup)
    .where(inArray(matchRuns.status, openRunStatuses))
    .for("share", { of: matchRuns });
  const published = tx.db
    .select({ one: sql`1` })
    .from(matchRuns)
    .where(and(ofGroup, eq(matchRuns.status, "published")));
  const [row] = await tx.db
    .select({ isMatched: sql<boolean>`exists ${published}`, firstOn: min(workGroupSessions.heldOn) })
    .from(workGroups)
    .leftJoin(
      workGroupSessions,
      and(eq(workGroupSessions.workGroupId, workGroups.id), isNull(workGroupSessions.cancelledAt)),
    )
    .where(eq(workGroups.id, workGroupId))
    .groupBy(workGroups.id);
  return { isOpen: open.length > 0, isMatched: row?.isMatched ?? false, firstOn: row?.firstOn ?? null };
}

/** Whether a run in which schools of the hub took part has been published for the offer; without a hub, any. */
export async function hasPublishedRun(
  { db }: Ctx,
  { hubId, offerId }: { readonly hubId: string | null; readonly offerId: string },
): Promise<boolean> {
  const published = await db.$count(
    matchRuns,
    and(isTouching(hubId), eq(matchRuns.offerId, offerId), eq(matchRuns.status, "published")),
  );
  return published > 0;
}
