import { and, eq, inArray } from "drizzle-orm";
import { applications } from "@/db/schema/applications";
import type { TxCtx } from "@/lib/access/context";

export interface StartedPlace {
  readonly applicationId: string;
  readonly organisationId: string;
}

/** Moves accepted places to started: part of saving a register, which has asked its policy and records the event. */
export async function startPlaces(tx: TxCtx, applicationIds: readonly string[]): Promise<StartedPlace[]> {
  if (applicationIds.length === 0) return [];
  return tx.db
    .update(applications)
    .set({ placement: "started", placementChangedAt: tx.now })
    .where(
      and(inArray(applications.id, [...new Set(applicationIds)]), eq(applications.placement, "accepted")),
    )
    .returning({ applicationId: applications.id, organisationId: applications.organisationId });
}
