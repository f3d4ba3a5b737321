import { and, eq, inArray } from "drizzle-orm";
import { applications } from "@/db/schema/applications";
import type { Ctx } from "@/lib/access/context";
import { placeable } from "../rules";

/** How many applications a run of the hub, or without one over all hubs, would begin with for the offer. */
export async function countToMatch(
  { db }: Ctx,
  { hubId, offerId }: { readonly hubId: string | null; readonly offerId: string },
): Promise<number> {
  return db.$count(
    applications,
    and(
      hubId === null ? undefined : eq(applications.hubId, hubId),
      eq(applications.offerId, offerId),
      eq(applications.decision, "approved"),
      inArray(applications.placement, placeable),
    ),
  );
}
