import { and, asc, eq, exists, ilike, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import { localAuthorities } from "@/db/schema/hubs";
import { hubOverrides, organisations } from "@/db/schema/schools";
import type { Ctx } from "@/lib/access/context";
import { offsetOf, PAGE_SIZE, type Page } from "@/lib/kernel/paging";
import type { SchoolFilters } from "../input";
import { visibleSchools } from "../policy";

/** One row of the list, flat, with only what is shown. */
export interface HubSchool {
  readonly id: string;
  readonly name: string;
  readonly urn: number | null;
  readonly town: string | null;
  readonly postcode: string | null;
  readonly kind: "school" | "college" | "trust";
  readonly phases: readonly string[];
  readonly pupils: number | null;
  readonly disadvantaged: number | null;
  /** The stages it is at now. */
  readonly stages: readonly string[];
  /** Its hub is not its local authority's. */
  readonly moved: boolean;
}

export interface SchoolsAsked extends SchoolFilters {
  /** Null for the schools that no hub looks after. */
  readonly hubId: string | null;
  readonly page: number;
}

/** The hub's schools that the filters leave, by name, in one statement. */
export async function listHubSchools(ctx: Ctx, asked: SchoolsAsked): Promise<Page<HubSchool>> {
  const rows = await ctx.db
    .select({
      id: organisations.id,
      name: organisations.name,
      urn: organisations.urn,
      town: organisations.town,
      postcode: organisations.postcode,
      kind: organisations.kind,
      phases: organisations.phases,
      pupils: organisations.pupils,
      disadvantaged: organisations.disadvantaged,
      stages: sql<string[]>`array(select distinct s.stage::text from stage_periods s
        where s.organisation_id = ${organisations.id} and s.finished_on is null order by 1)`,
      moved: sql<boolean>`${exists(openOverride(ctx))}`,
      total: sql<number>`count(*) over ()`.mapWith(Number),
    })
    .from(organisations)
    .where(
      and(visibleSchools(ctx.actor), ne(organisations.kind, "trust"), inView(ctx, asked), ...narrowed(asked)),
    )
    .orderBy(asc(organisations.name), asc(organisations.id))
    .limit(PAGE_SIZE)
    .offset(offsetOf(asked.page));
  return {
    page: asked.page,
    total: rows[0]?.total ?? 0,
    rows: rows.map(({ total: _, ...row }) => row),
  };
}

function openOverride({ db }: Ctx, ...further: SQL[]) {
  return db
    .select({ id: hubOverrides.id })
    .from(hubOverrides)
    .where(
      and(eq(hubOverrides.organisationId, organisations.id), isNull(hubOverrides.finishedOn), ...further),
    );
}

function inView(ctx: Ctx, { hubId, view }: SchoolsAsked): SQL | undefined {
  const here = hubId === null ? isNull(organisations.hubId) : eq(organisations.hubId, hubId);
  if (view === "closed") return and(here, eq(organisations.open, false));
  if (view === "here") return and(here, exists(openOverride(ctx)));
  if (view === "open") return and(here, organisations.open);
  return and(
    sql`${organisations.hubId} is distinct from ${hubId}`,
    sql`${organisations.laCode} in (select ${localAuthorities.code} from ${localAuthorities} where ${localAuthorities.hubId} = ${hubId})`,
    exists(openOverride(ctx)),
  );
}

function narrowed({ q, phase }: SchoolsAsked): (SQL | undefined)[] {
  const text = `%${q.replaceAll(/[%_\\]/g, "")}%`;
  return [
    q === ""
      ? undefined
      : or(
          ilike(organisations.name, text),
          ilike(organisations.town, text),
          sql`replace(${organisations.postcode}, ' ', '') ilike replace(${text}, ' ', '')`,
          sql`${organisations.urn}::text = ${q}`,
        ),
    phase === "college" ? eq(organisations.kind, "college") : undefined,
    phase === "primary" || phase === "secondary" ? sql`${phase} = any (${organisations.phases})` : undefined,
  ];
}
