import { and, eq, exists, inArray, or, sql } from "drizzle-orm";
import { applications } from "@/db/schema/applications";
import { hubNeighbours } from "@/db/schema/hubs";
import { workGroups } from "@/db/schema/workgroups";
import type { Ctx } from "@/lib/access/context";
import { placeable } from "../rules";
import { isMatchable } from "./matchable-groups";

/** What a run of the hub for the offer would begin with: its applications, and the open groups of the hub and its neighbours. */
export async function countToMatch(
  { db }: Ctx,
  { hubId, offerId }: { readonly hubId: string; readonly offerId: string },
): Promise<{ applications: number; groups: number }> {
  const next = db
    .select({ one: sql`1` })
    .from(hubNeighbours)
    .where(and(eq(hubNeighbours.hubId, hubId), eq(hubNeighbours.neighbourId, workGroups.hubId)));
  const [approved, groups] = [
    await db.$count(
      applications,
      and(
        eq(applications.hubId, hubId),
        eq(applications.offerId, offerId),
        eq(applications.decision, "approved"),
        inArray(applications.placement, placeable),
      ),
    ),
    await db.$count(
      workGroups,
      and(eq(workGroups.offerId, offerId), isMatchable(hubId), or(eq(workGroups.hubId, hubId), exists(next))),
    ),
  ];
  return { applications: approved, groups };
}
