import { and, asc, eq, ilike, or, sql } from "drizzle-orm";
import { organisations } from "@/db/schema/schools";
import type { Ctx } from "@/lib/access/context";
import { canRaiseReferral } from "../policy";

export interface ReferableSchool {
  readonly id: string;
  readonly name: string;
  readonly town: string | null;
  readonly urn: number | null;
  readonly phases: readonly string[];
}

const columns = {
  id: organisations.id,
  name: organisations.name,
  town: organisations.town,
  urn: organisations.urn,
  phases: organisations.phases,
  hubId: organisations.hubId,
};

/** Up to ten schools of a name, town or URN for which the actor may ask for support. */
export async function findReferableSchools(ctx: Ctx, q: string): Promise<ReferableSchool[]> {
  const text = `%${q.trim().replaceAll(/[%_\\]/g, "")}%`;
  if (q.trim().length < 2) return [];
  const rows = await ctx.db
    .select(columns)
    .from(organisations)
    .where(
      and(
        eq(organisations.open, true),
        sql`${organisations.kind} <> 'trust'`,
        or(
          ilike(organisations.name, text),
          ilike(organisations.town, text),
          sql`${organisations.urn}::text = ${q.trim()}`,
        ),
      ),
    )
    .orderBy(asc(organisations.name), asc(organisations.id))
    .limit(200);
  return rows.filter((row) => canRaiseReferral(ctx.actor, row)).slice(0, 10);
}

/** The school a referral is about to be raised for; undefined when the actor may not. */
export async function getReferableSchool(
  ctx: Ctx,
  organisationId: string,
): Promise<ReferableSchool | undefined> {
  const [row] = await ctx.db.select(columns).from(organisations).where(eq(organisations.id, organisationId));
  return row && canRaiseReferral(ctx.actor, row) ? row : undefined;
}
