import { and, asc, eq, ilike, isNotNull, ne, or, type SQL, sql } from "drizzle-orm";
import { hubs } from "@/db/schema/hubs";
import { organisations } from "@/db/schema/schools";
import type { Ctx } from "@/lib/access/context";
import { PAGE_SIZE } from "@/lib/kernel/paging";

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

const joinable = and(
  ne(organisations.kind, "trust"),
  eq(organisations.open, true),
  isNotNull(organisations.hubId),
);

/** Open schools and colleges whose name holds all the words, or whose postcode or URN is the text. */
export async function listSchoolsToJoin(ctx: Ctx, text: string): Promise<readonly SchoolToJoin[]> {
  const words = text.trim().slice(0, 100).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return ctx.db
    .select(view)
    .from(organisations)
    .innerJoin(hubs, eq(hubs.id, organisations.hubId))
    .where(and(joinable, or(hasAll(words), hasPostcode(text), hasUrn(text))))
    .orderBy(asc(organisations.name), asc(organisations.id))
    .limit(PAGE_SIZE);
}

export async function findSchoolToJoin(ctx: Ctx, organisationId: string): Promise<SchoolToJoin | undefined> {
  const [school] = await ctx.db
    .select(view)
    .from(organisations)
    .innerJoin(hubs, eq(hubs.id, organisations.hubId))
    .where(and(joinable, eq(organisations.id, organisationId)));
  return school;
}

function hasAll(words: readonly string[]): SQL | undefined {
  return and(
    ...words.map((word) => {
      const like = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
      return or(ilike(organisations.name, like), ilike(organisations.town, like));
    }),
  );
}

function hasPostcode(text: string): SQL {
  return sql`replace(${organisations.postcode}, ' ', '') = ${text.replace(/\s/g, "").toUpperCase()}`;
}

function hasUrn(text: string): SQL | undefined {
  return /^\d{5,7}$/.test(text.trim()) ? eq(organisations.urn, Number(text)) : undefined;
}
