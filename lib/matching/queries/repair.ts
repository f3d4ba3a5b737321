import { and, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { applications } from "@/db/schema/applications";
import { hubs } from "@/db/schema/hubs";
import { matchResults, matchRuns } from "@/db/schema/matching";
import { offers, programmes } from "@/db/schema/programmes";
import { organisations } from "@/db/schema/schools";
import { workGroups } from "@/db/schema/workgroups";
import type { Ctx } from "@/lib/access/context";
import { offsetOf, PAGE_SIZE, type Page } from "@/lib/kernel/paging";
import { heldPlacements } from "@/lib/workgroups/rules";
import { canRunMatch, visibleMatchRuns } from "../policy";
import type { MatchRunStatus } from "../rules";

/** One of the two ways to bring in those who came late. */
export interface RepairColumn {
  readonly runId: string;
  readonly status: MatchRunStatus;
  readonly progress: number;
  readonly failure: string | null;
  /** Schools without a place that get one, and that go on waiting. */
  readonly placed: number;
  readonly waiting: number;
  /** Schools that would move to another group; never in the run that moves nobody. */
  readonly moved: number;
  /** What the groups of those who get a place cost them, in points. */
  readonly cost: number;
  /** Groups that would have fewer schools than now, and fewer than they need to run. */
  readonly tooSmall: readonly SmallerGroup[];
}

export interface SmallerGroup {
  readonly name: string;
  /** Schools that it would have, and that it needs. */
  readonly schools: number;
  readonly minimum: number;
}

export interface Repair {
  /** null: over all hubs. */
  readonly hub: string | null;
  readonly hubCode: string | null;
  readonly name: string;
  readonly academicYear: number;
  /** What a move has to be worth, in points. */
  readonly priceOfMove: number;
  readonly frozen: RepairColumn;
  readonly repair: RepairColumn;
  readonly mayRun: boolean;
}

const beside = alias(matchRuns, "beside");

/** The two runs of a repair with their figures, in one statement; undefined when the run is not one that the actor may read. */
export async function findRepair(ctx: Ctx, repairRunId: string): Promise<Repair | undefined> {
  const [row] = await ctx.db
    .select({
      hubId: matchRuns.hubId,
      hub: hubs.name,
      hubCode: hubs.code,
      name: sql<string>`${programmes.name} || coalesce(': ' || ${offers.theme}, '')`,
      academicYear: offers.academicYear,
      phase: programmes.phase,
      priceOfMove: sql<number>`(${matchRuns.policy} ->> 'move')::int`,
      frozen: columnOf(beside),
      repair: columnOf(matchRuns),
    })
    .from(matchRuns)
    .innerJoin(beside, eq(beside.id, matchRuns.besideRunId))
    .leftJoin(hubs, eq(hubs.id, matchRuns.hubId))
    .innerJoin(offers, eq(offers.id, matchRuns.offerId))
    .innerJoin(programmes, eq(programmes.id, offers.programmeId))
    .where(and(eq(matchRuns.id, repairRunId), visibleMatchRuns(ctx.actor)));
  if (!row) return undefined;
  const { hubId, phase, ...repair } = row;
  return { ...repair, mayRun: canRunMatch(ctx.actor, { hubId, phase }) };
}

function columnOf(run: typeof matchRuns | typeof beside) {
  return sql<RepairColumn>`(
    select json_build_object('runId', ${run.id}, 'status', ${run.status}, 'progress', ${run.progress}, 'failure', ${run.failure},
      'placed', count(*) filter (where r.work_group_id is not null and ${isLate}),
      'waiting', count(*) filter (where r.work_group_id is null),
      'moved', count(*) filter (where not ${isLate}),
      'cost', coalesce(sum(r.cost) filter (where ${isLate}), 0), 'tooSmall', ${tooSmallIn(run)})
    from ${matchResults} r where r.run_id = ${run.id})`;
}

/** Of the groups that somebody would leave, those that fall under their least size. What is published has happened already. */
function tooSmallIn(run: typeof matchRuns | typeof beside) {
  return sql`(
    select coalesce(json_agg(json_build_object('name', g.name, 'schools', held.now + moves.come - moves.go, 'minimum', g.minimum_schools)
      order by g.name, g.id), '[]')
    from ${workGroups} g
      cross join lateral (
        select count(*) filter (where (m.outcome ->> 'movedFrom')::uuid = g.id) as go, count(*) filter (where m.work_group_id = g.id) as come
        from ${matchResults} m where m.run_id = ${run.id} and not m.published and m.left_out is null) moves
      cross join lateral (
        select count(*) as now from ${applications} a where a.work_group_id = g.id and a.placement in ${heldPlacements}) held
    where g.id in (select (m.outcome ->> 'movedFrom')::uuid from ${matchResults} m where m.run_id = ${run.id})
      and moves.go > moves.come and held.now + moves.come - moves.go < g.minimum_schools)`;
}

/** A result of somebody who has no place yet, and not of a school that moves. */
const isLate = sql`(r.outcome ->> 'movedFrom') is null`;

export interface RepairRow {
  readonly applicationId: string;
  readonly school: string;
  readonly tier: number;
  /** The group it has now; null for a school without a place. */
  readonly now: string | null;
  /** The group in each of the two runs; null where it waits. */
  readonly frozen: string | null;
  readonly repair: string | null;
  /** How far away, in kilometres; null for a group online. */
  readonly nowKm: number | null;
  readonly repairKm: number | null;
}

const then = alias(workGroups, "then");
const inFrozen = alias(matchResults, "in_frozen");
const frozenGroup = alias(workGroups, "frozen_group");

/** Each school of the repair, those who move first, then by priority: what it has now and what each run gives it. */
export async function listRepairRows(
  { db }: Ctx,
  { frozen, repair }: Repair,
  page: number,
): Promise<Page<RepairRow>> {
  const rows = await db
    .select({
      applicationId: matchResults.applicationId,
      school: organisations.name,
      tier: matchResults.tier,
      now: sql<
        string | null
      >`(select g.name from ${workGroups} g where g.id = (${matchResults.outcome} ->> 'movedFrom')::uuid)`,
      frozen: frozenGroup.name,
      repair: then.name,
      nowKm: sql<number | null>`(${matchResults.explanation} -> 'moved' ->> 'fromKm')::float8`,
      repairKm: sql<number | null>`(${matchResults.explanation} ->> 'km')::float8`,
      total: sql<number>`(count(*) over ())::int`,
    })
    .from(matchResults)
    .innerJoin(applications, eq(applications.id, matchResults.applicationId))
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .leftJoin(then, eq(then.id, matchResults.workGroupId))
    .leftJoin(
      inFrozen,
      and(eq(inFrozen.runId, frozen.runId), eq(inFrozen.applicationId, matchResults.applicationId)),
    )
    .leftJoin(frozenGroup, eq(frozenGroup.id, inFrozen.workGroupId))
    .where(eq(matchResults.runId, repair.runId))
    .orderBy(
      sql`(${matchResults.outcome} ->> 'movedFrom') is null`,
      sql`${then.name} is null`,
      matchResults.tier,
      organisations.name,
      matchResults.applicationId,
    )
    .limit(PAGE_SIZE)
    .offset(offsetOf(page));
  return { rows, page, total: rows[0]?.total ?? 0 };
}
