import { and, eq, isNull, sql } from "drizzle-orm";
import { organisationReviews, organisations } from "@/db/schema/schools";
import type { TxCtx } from "@/lib/access/context";

/** Closes the reviews of schools without a hub that have one now. */
export async function settleFoundAuthorities({ db, now }: TxCtx): Promise<void> {
  await db
    .update(organisationReviews)
    .set({ resolvedAt: now, resolution: "The school has a hub now." })
    .where(
      and(
        eq(organisationReviews.kind, "unknown_la"),
        isNull(organisationReviews.resolvedAt),
        sql`exists (select from ${organisations} where ${organisations.urn} = ${organisationReviews.urns}[1] and ${organisations.hubId} is not null)`,
      ),
    );
}
