import { and, asc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { applications } from "@/db/schema/applications";
import { hubs } from "@/db/schema/hubs";
import { matchResults } from "@/db/schema/matching";
import { organisations } from "@/db/schema/schools";
import { workGroups } from "@/db/schema/workgroups";
import type { Ctx } from "@/lib/access/context";
import { readWaiting } from "@/lib/applications/placement-explanation";
import { type SaidChange, sayChanges } from "@/lib/applications/say-changes";
import { offsetOf, PAGE_SIZE, type Page } from "@/lib/kernel/paging";
import type { CostTerms } from "../cost";
import type { SizedApplicationResult } from "../match-outcome";
import type { LeftOut } from "../reasons";

export const resultViews = ["all", "placed", "waiting", "left_out"] as const;
export type ResultView = (typeof resultViews)[number];

export interface ResultFilters {
  readonly view: ResultView;
  /** A group's id, or nothing. */
  readonly group: string;
  readonly page: number;
}

export interface MatchResultRow {
  readonly applicationId: string;
  readonly school: string;
  readonly urn: number | null;
  readonly hub: string;
  readonly tier: number;
  readonly group: string | null;
  /** Kilometres; null online, and when it waits. */
  readonly km: number | null;
  readonly options: number;
  readonly terms: CostTerms | null;
  /** Put there by a person. */
  readonly pinned: boolean;
  readonly position: number | null;
  readonly reason: string;
  /** What would have placed it, as its school reads it, and the full group in which one more place would; nothing of those placed. */
  readonly changes: readonly SaidChange[];
  readonly placeIn: string | null;
  readonly published: boolean;
  readonly leftOut: LeftOut | null;
}

/** What a run found of each school: those placed by group, then those who wait by their position. */
export async function listMatchResults(
  { db }: Ctx,
  runId: string,
  filters: ResultFilters,
): Promise<Page<MatchResultRow>> {
  const rows = await db
    .select({
      applicationId: matchResults.applicationId,
      school: organisations.name,
      urn: organisations.urn,
      hub: hubs.name,
      tier: matchResults.tier,
      group: workGroups.name,
      outcome: sql<SizedApplicationResult>`${matchResults.outcome}`,
      km: sql<number | null>`(${matchResults.explanation} ->> 'km')::float8`,
      options: matchResults.options,
      reason: matchResults.reason,
      explanation: matchResults.explanation,
      wishes: {
        impossibleDays: applications.impossibleDays,
        maximumKm: applications.maximumKm,
        neighbourHubs: applications.neighbourHubs,
      },
      placeIn: sql<string | null>`(
        select g.name from ${workGroups} g
        where g.id = (${matchResults.outcome} #>> '{onePlaceMore,group}')::uuid)`,
      published: matchResults.published,
      leftOut: sql<LeftOut | null>`${matchResults.leftOut}`,
      total: sql<number>`(count(*) over ())::int`,
    })
    .from(matchResults)
    .innerJoin(applications, eq(applications.id, matchResults.applicationId))
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .innerJoin(hubs, eq(hubs.id, applications.hubId))
    .leftJoin(workGroups, eq(workGroups.id, matchResults.workGroupId))
    .where(and(eq(matchResults.runId, runId), ofView(filters.view), ofGroup(filters.group)))
    .orderBy(
      sql`${workGroups.name} nulls last`,
      sql`(${matchResults.outcome} ->> 'position')::int nulls last`,
      asc(organisations.name),
      asc(matchResults.applicationId),
    )
    .limit(PAGE_SIZE)
    .offset(offsetOf(filters.page));
  return { rows: rows.map(asRow), page: filters.page, total: rows[0]?.total ?? 0 };
}

function asRow({
  outcome,
  explanation,
  wishes,
  total: _,
  ...row
}: Omit<MatchResultRow, "terms" | "pinned" | "position" | "changes"> & {
  outcome: SizedApplicationResult;
  explanation: Record<string, unknown>;
  wishes: Parameters<typeof sayChanges>[1];
  total: number;
}): MatchResultRow {
  const waiting = readWaiting(explanation);
  return {
    ...row,
    changes: waiting ? sayChanges(waiting, wishes) : [],
    terms: outcome.reason === "placed" ? outcome.terms : null,
    pinned: outcome.reason === "placed" && outcome.pinned,
    position: "position" in outcome ? outcome.position : null,
  };
}

function ofView(view: ResultView): SQL | undefined {
  if (view === "placed") return isNotNull(matchResults.workGroupId);
  if (view === "waiting") return isNull(matchResults.workGroupId);
  return view === "left_out" ? isNotNull(matchResults.leftOut) : undefined;
}

function ofGroup(group: string): SQL | undefined {
  return group === "" ? undefined : eq(matchResults.workGroupId, group);
}
