import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { stageRecommendations } from "@/db/schema/progression";
import { organisations } from "@/db/schema/schools";
import type { Ctx } from "@/lib/access/context";
import { offsetOf, PAGE_SIZE, type Page } from "@/lib/kernel/paging";
import type { Phase, Stage } from "../move-rules";
import { visibleRecommendations } from "../policy";
import type { ProgressionFilters, ProgressionView } from "../read-filters";
import type { RecommendationStatus } from "../rules";

export interface HubRecommendation {
  readonly id: string;
  readonly school: string;
  readonly urn: number | null;
  readonly phase: Phase;
  readonly fromStage: Stage;
  readonly toStage: Stage;
  readonly decidedStage: Stage | null;
  readonly academicYear: number;
  readonly status: RecommendationStatus;
  readonly schoolContinues: boolean | null;
  readonly lead: string;
  readonly recommendedOn: string;
  readonly confirmedOn: string | null;
}

const r = stageRecommendations;
const dateOf = (column: typeof r.recommendedAt | typeof r.confirmedAt) =>
  sql`(${column} at time zone 'Europe/London')::date::text`;

const conditions: Readonly<Record<ProgressionView, SQL>> = {
  decide: sql`${r.status} = 'confirmed' and ${r.schoolContinues}`,
  school: sql`${r.status} = 'recommended'`,
  break: sql`${r.status} = 'confirmed' and not ${r.schoolContinues}`,
  decided: sql`${r.status} = 'decided'`,
  all: sql`${r.status} <> 'withdrawn'`,
};

/** A page of a hub's recommendations that the actor may see; those to decide with the oldest promise first. One statement. */
export async function listHubRecommendations(
  ctx: Ctx,
  hubId: string,
  filters: ProgressionFilters,
): Promise<Page<HubRecommendation>> {
  const rows = await ctx.db
    .select({
      id: r.id,
      school: organisations.name,
      urn: organisations.urn,
      phase: r.phase,
      fromStage: r.fromStage,
      toStage: r.toStage,
      decidedStage: r.decidedStage,
      academicYear: r.academicYear,
      status: r.status,
      schoolContinues: r.schoolContinues,
      lead: people.name,
      recommendedOn: sql<string>`${dateOf(r.recommendedAt)}`,
      confirmedOn: sql<string | null>`${dateOf(r.confirmedAt)}`,
      total: sql<number>`(count(*) over ())::int`,
    })
    .from(r)
    .innerJoin(organisations, eq(organisations.id, r.organisationId))
    .innerJoin(people, eq(people.id, r.recommendedBy))
    .where(
      and(
        eq(r.hubId, hubId),
        visibleRecommendations(ctx.actor),
        conditions[filters.view],
        ...narrowed(filters),
      ),
    )
    .orderBy(
      filters.view === "decided"
        ? sql`${r.decidedAt} desc`
        : sql`coalesce(${r.confirmedAt}, ${r.recommendedAt})`,
      asc(r.id),
    )
    .limit(PAGE_SIZE)
    .offset(offsetOf(filters.page));
  return { rows: rows.map(({ total: _, ...row }) => row), page: filters.page, total: rows[0]?.total ?? 0 };
}

function narrowed({ phase, q }: ProgressionFilters): (SQL | undefined)[] {
  const like = `%${q.replaceAll(/[%_\\]/g, "")}%`;
  return [
    phase ? eq(r.phase, phase) : undefined,
    q ? sql`(${organisations.name} ilike ${like} or ${organisations.urn}::text = ${q})` : undefined,
  ];
}

/** How many recommendations stand where, for the chips above the list. */
export async function countHubRecommendations(
  ctx: Ctx,
  hubId: string,
): Promise<Record<ProgressionView, number>> {
  const count = (view: ProgressionView) => sql<number>`(count(*) filter (where ${conditions[view]}))::int`;
  const [counts] = await ctx.db
    .select({
      decide: count("decide"),
      school: count("school"),
      break: count("break"),
      decided: count("decided"),
      all: count("all"),
    })
    .from(r)
    .where(and(eq(r.hubId, hubId), visibleRecommendations(ctx.actor)));
  return counts ?? { decide: 0, school: 0, break: 0, decided: 0, all: 0 };
}
