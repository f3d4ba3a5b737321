import { and, eq, ne, or, sql } from "drizzle-orm";
import { establishments, organisations, organisationUrns } from "@/db/schema/schools";
import type { Ctx } from "@/lib/access/context";

/** What DfE Sign-in says of the organisation somebody chose there. */
export interface OrganisationClaim {
  readonly urn?: number | undefined;
  readonly ukprn?: string | undefined;
}

export interface ClaimedSchool {
  readonly id: string;
  readonly hubId: string | null;
}

/** The open school or college that a claim names, by any URN it has had, or by its UKPRN. A trust is nobody's to claim. */
export async function findClaimedSchool(
  ctx: Ctx,
  claim: OrganisationClaim,
): Promise<ClaimedSchool | undefined> {
  const { urn, ukprn } = claim;
  if (urn === undefined && ukprn === undefined) return undefined;
  const [school] = await ctx.db
    .select({ id: organisations.id, hubId: organisations.hubId })
    .from(organisations)
    .leftJoin(organisationUrns, eq(organisationUrns.organisationId, organisations.id))
    .leftJoin(establishments, eq(establishments.urn, organisations.urn))
    .where(
      and(
        ne(organisations.kind, "trust"),
        eq(organisations.open, true),
        or(
          urn === undefined ? undefined : or(eq(organisationUrns.urn, urn), eq(organisations.urn, urn)),
          urn === undefined && ukprn ? eq(establishments.ukprn, ukprn) : undefined,
        ),
      ),
    )
    .orderBy(sql`${organisations.urn} = ${urn ?? null} desc nulls last`, organisations.id)
    .limit(1);
  return school;
}
