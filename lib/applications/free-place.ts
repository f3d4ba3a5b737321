import { and, eq, isNull } from "drizzle-orm";
import { freedPlaces } from "@/db/schema/freed-places";
import { workGroups } from "@/db/schema/workgroups";
import type { TxCtx } from "@/lib/access/context";
import { enqueue } from "@/lib/jobs/enqueue";
import { offerFreedPlaceJob } from "./offer-freed-place-job";

/** Keeps that a place came free, as part of the deed that freed it, and has the waiting list offer it to the next school. */
export async function freePlace(
  tx: TxCtx,
  place: { readonly workGroupId: string; readonly applicationId: string },
): Promise<void> {
  const { workGroupId, applicationId } = place;
  const [freed] = await tx.db
    .insert(freedPlaces)
    .values({ workGroupId, applicationId, freedAt: tx.now })
    .returning({ id: freedPlaces.id });
  if (freed) await enqueueFreedPlace(tx, freed.id);
}

/** Has the waiting list look once more at the places of a hub's groups, or without a hub of all hubs', that it has not dealt with: it waited for a match. */
export async function freePlacesAgain(
  tx: TxCtx,
  of: { readonly hubId: string | null; readonly offerId: string },
): Promise<void> {
  const open = await tx.db
    .select({ id: freedPlaces.id })
    .from(freedPlaces)
    .innerJoin(workGroups, eq(workGroups.id, freedPlaces.workGroupId))
    .where(
      and(
        of.hubId === null ? undefined : eq(workGroups.hubId, of.hubId),
        eq(workGroups.offerId, of.offerId),
        isNull(freedPlaces.settledAt),
      ),
    )
    .orderBy(freedPlaces.freedAt, freedPlaces.id);
  for (const { id } of open) await enqueueFreedPlace(tx, id);
}

function enqueueFreedPlace(tx: TxCtx, freedPlaceId: string): Promise<void> {
  return enqueue(tx, offerFreedPlaceJob, { freedPlaceId }, { key: freedPlaceId });
}
