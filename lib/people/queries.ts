import { asc, eq, inArray } from "drizzle-orm";
import { demonstrationPersonas, people } from "@/db/schema/people";
import { organisations } from "@/db/schema/schools";
import type { Ctx } from "@/lib/access/context";
import { organisationIdsOf, schoolRoles } from "@/lib/access/scope";
import { isDemonstration } from "@/lib/kernel/env";
import { offsetOf, PAGE_SIZE, type Page } from "@/lib/kernel/paging";

export interface Persona {
  readonly personId: string;
  readonly name: string;
  readonly situation: string;
}

/** Whom a visitor of the demonstration may sign in as. Nobody in production. */
export async function listPersonas(ctx: Ctx): Promise<readonly Persona[]> {
  if (!isDemonstration()) return [];
  return ctx.db
    .select({ personId: people.id, name: people.name, situation: demonstrationPersonas.situation })
    .from(demonstrationPersonas)
    .innerJoin(people, eq(people.id, demonstrationPersonas.personId))
    .orderBy(asc(demonstrationPersonas.position));
}

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
