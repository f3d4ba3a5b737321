import { and, asc, eq, exists, inArray, isNull, notExists, or, sql } from "drizzle-orm";
import { applications } from "@/db/schema/applications";
import { hubNeighbours, hubs } from "@/db/schema/hubs";
import { matchRuns } from "@/db/schema/matching";
import type { Ctx } from "@/lib/access/context";
import { openRunStatuses } from "../rules";

/**
 * Hubs whose schools may be offered a place of this group by the waiting list: neighbours, where the group's hub takes
 * guests, that have published a match of the offer, are not matching it now, and have schools that wait and would come.
 */
export async function listGuestHubs(
  { db }: Ctx,
  { hubId, offerId }: { readonly hubId: string; readonly offerId: string },
): Promise<string[]> {
  const guest = hubNeighbours.hubId;
  const ofGuest = and(
    or(eq(matchRuns.hubId, guest), isNull(matchRuns.hubId)),
    eq(matchRuns.offerId, offerId),
  );
  const one = { one: sql`1` };
  const published = db
    .select(one)
    .from(matchRuns)
    .where(and(ofGuest, eq(matchRuns.status, "published")));
  const open = db
    .select(one)
    .from(matchRuns)
    .where(and(ofGuest, inArray(matchRuns.status, openRunStatuses)));
  const waits = db
    .select(one)
    .from(applications)
    .where(
      and(
        eq(applications.hubId, guest),
        eq(applications.offerId, offerId),
        eq(applications.decision, "approved"),
        eq(applications.placement, "waiting"),
        eq(applications.neighbourHubs, true),
      ),
    );
  const rows = await db
    .select({ id: guest })
    .from(hubNeighbours)
    .innerJoin(hubs, and(eq(hubs.id, hubNeighbours.neighbourId), eq(hubs.acceptsGuests, true)))
    .where(and(eq(hubNeighbours.neighbourId, hubId), exists(published), notExists(open), exists(waits)))
    .orderBy(asc(guest));
  return rows.map(({ id }) => id);
}
