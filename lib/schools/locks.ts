import { and, eq, ne } from "drizzle-orm";
import { localAuthorities } from "@/db/schema/hubs";
import { organisationReviews, organisations } from "@/db/schema/schools";
import type { TxCtx } from "@/lib/access/context";

/** A school or college, with the hub it belongs to and its authority's; nobody else moves it until the transaction ends. */
export async function lockSchool({ db }: TxCtx, organisationId: string) {
  const [row] = await db
    .select({
      id: organisations.id,
      hubId: organisations.hubId,
      authorityHubId: localAuthorities.hubId,
    })
    .from(organisations)
    .leftJoin(localAuthorities, eq(localAuthorities.code, organisations.laCode))
    .where(and(eq(organisations.id, organisationId), ne(organisations.kind, "trust")))
    .for("update", { of: organisations });
  return row;
}

export async function lockReview({ db }: TxCtx, reviewId: string) {
  const [row] = await db
    .select()
    .from(organisationReviews)
    .where(eq(organisationReviews.id, reviewId))
    .for("update");
  return row;
}
