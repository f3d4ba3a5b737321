import { and, eq, sql } from "drizzle-orm";
import { hubs } from "@/db/schema/hubs";
import { organisations } from "@/db/schema/schools";
import type { Ctx } from "@/lib/access/context";

export interface SchoolToJoin {
  readonly id: string;
  readonly name: string;
  readonly town: string | null;
  readonly postcode: string | null;
  readonly urn: number | null;
  readonly hub: string;
}

const view = {
  id: organisations.id,
  name: organisations.name,
  town: organisations.town,
  postcode: organisations.postcode,
  urn: organisations.urn,
  hub: hubs.name,
};

/** Schools and colleges that somebody can ask to get into: open ones, with a hub that can vouch. */
export const joinableSchools = sql`(${organisations.open} and ${organisations.kind} <> 'trust' and ${organisations.hubId} is not null)`;

export async function findSchoolToJoin(ctx: Ctx, organisationId: string): Promise<SchoolToJoin | undefined> {
  const [school] = await ctx.db
    .select(view)
    .from(organisations)
    .innerJoin(hubs, eq(hubs.id, organisations.hubId))
    .where(and(joinableSchools, eq(organisations.id, organisationId)));
  return school;
}
