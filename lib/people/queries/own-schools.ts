import { asc, inArray } from "drizzle-orm";
import { organisations } from "@/db/schema/schools";
import type { Ctx } from "@/lib/access/context";
import { organisationIdsOf, schoolRoles } from "@/lib/access/scope";
import { offsetOf, PAGE_SIZE, type Page } from "@/lib/kernel/paging";

export interface OwnSchool {
  readonly id: string;
  readonly name: string;
  readonly town: string | null;
  readonly urn: number | null;
}

/** The schools that the actor acts for, those of a trust lead's trust included, by name. */
export async function listOwnSchools(ctx: Ctx, page: number): Promise<Page<OwnSchool>> {
  const ids = organisationIdsOf(ctx.actor, schoolRoles);
  if (ids.length === 0) return { rows: [], page, total: 0 };
  const rows = await ctx.db
    .select({
      id: organisations.id,
      name: organisations.name,
      town: organisations.town,
      urn: organisations.urn,
    })
    .from(organisations)
    .where(inArray(organisations.id, ids))
    .orderBy(asc(organisations.name), asc(organisations.id))
    .limit(PAGE_SIZE)
    .offset(offsetOf(page));
  return { rows, page, total: ids.length };
}
