import { and, eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { hubs } from "@/db/schema/hubs";
import { matchResults, matchRuns } from "@/db/schema/matching";
import { people } from "@/db/schema/people";
import { offers, programmes } from "@/db/schema/programmes";
import type { Ctx } from "@/lib/access/context";
import type { ComponentStatus } from "../exact/place-with-minimum-sizes";
import { canRunMatch, visibleMatchRuns } from "../policy";
import type { PolicyNumbers } from "../policy-numbers";
import { type MatchRunStatus, openRunStatuses } from "../rules";
import type { Certificate } from "../solver/certificate";

export interface MatchRunView {
  readonly id: string;
  /** null: over all hubs, as the code and the name are then. */
  readonly hubId: string | null;
  readonly hubCode: string | null;
  readonly hub: string | null;
  readonly offerId: string;
  readonly name: string;
  readonly academicYear: number;
  /** The designation that the programme asks of its leads. */
  readonly leadRole: string | null;
  readonly status: MatchRunStatus;
  readonly progress: number;
  readonly failure: string | null;
  readonly queuedAt: Date;
  readonly startedBy: string;
  readonly computedAt: Date | null;
  readonly reviewedAt: Date | null;
  readonly reviewedBy: string | null;
  readonly publishedAt: Date | null;
  readonly policy: PolicyNumbers;
  readonly inputHash: string | null;
  readonly certificate: Certificate | null;
  readonly choice: GroupChoice | null;
  readonly figures: MatchFigures;
  /** The run beside it that moves nobody: set where schools that have a place may move. */
  readonly besideRunId: string | null;
  /** The repair to which it belongs, while nobody has chosen between its two runs. */
  readonly undecidedRepair: string | null;
  readonly mayRun: boolean;
}

/** How sure it is that these groups are the best to run; null for a run that looked at no sizes. */
export interface GroupChoice {
  /** Sets of schools and groups that have to do with each other, and those in which no better choice exists. */
  readonly parts: number;
  readonly proved: number;
  /** Of the others: schools that wait and may not have to, and points that might be saved, by a bound. */
  readonly mayNotWait: number;
  readonly mayBeSaved: number;
  /** Whether something was decided by hand since, and whether it was looked at what another choice could do around it. */
  readonly byHand: "nothing" | "looked_at" | "unproved";
}

/** What a run found, in numbers. */
export interface MatchFigures {
  readonly placed: number;
  readonly waiting: number;
  /** Of the first priority, the second and the third. */
  readonly placedByTier: readonly number[];
  readonly waitingByTier: readonly number[];
  /** Placed on a day that does not go against the school's best days. */
  readonly onBestDay: number;
  /** Groups with somebody placed. */
  readonly groups: number;
  /** Kilometres to groups that meet face to face; null when nobody travels. */
  readonly averageKm: number | null;
  readonly farthestKm: number | null;
  readonly published: number;
  readonly leftOut: number;
  readonly unpublished: number;
  /** Schools that have a place and move to another group, and those of them that are not published. */
  readonly moved: number;
  readonly toMove: number;
}

const starter = alias(people, "starter");
const reviewer = alias(people, "reviewer");

/** The run with its figures in one statement; undefined when there is none that the actor may read. */
export async function findMatchRun(ctx: Ctx, runId: string): Promise<MatchRunView | undefined> {
  const [row] = await ctx.db
    .select({
      run: {
        id: matchRuns.id,
        hubId: matchRuns.hubId,
        offerId: matchRuns.offerId,
        status: matchRuns.status,
        progress: matchRuns.progress,
        failure: matchRuns.failure,
        queuedAt: matchRuns.queuedAt,
        computedAt: matchRuns.computedAt,
        reviewedAt: matchRuns.reviewedAt,
        publishedAt: matchRuns.publishedAt,
        policy: sql<PolicyNumbers>`${matchRuns.policy}`,
        besideRunId: matchRuns.besideRunId,
        inputHash: matchRuns.inputHash,
        certificate: sql<Certificate | null>`${matchRuns.certificate}`,
        components: sql<
          readonly ComponentStatus[] | null
        >`coalesce(${matchRuns.changedComponents}, ${matchRuns.components})`,
        byHand: sql<GroupChoice["byHand"]>`case
          when ${matchRuns.changedHash} is null then 'nothing'
          when ${matchRuns.changedComponents} is null then 'unproved' else 'looked_at' end`,
      },
      hub: hubs.name,
      hubCode: hubs.code,
      name: sql<string>`${programmes.name} || coalesce(': ' || ${offers.theme}, '')`,
      academicYear: offers.academicYear,
      leadRole: programmes.leadRole,
      phase: programmes.phase,
      startedBy: starter.name,
      reviewedBy: reviewer.name,
      figures: figuresOfRun,
      undecidedRepair,
    })
    .from(matchRuns)
    .leftJoin(hubs, eq(hubs.id, matchRuns.hubId))
    .innerJoin(offers, eq(offers.id, matchRuns.offerId))
    .innerJoin(programmes, eq(programmes.id, offers.programmeId))
    .innerJoin(starter, eq(starter.id, matchRuns.startedBy))
    .leftJoin(reviewer, eq(reviewer.id, matchRuns.reviewedBy))
    .where(and(eq(matchRuns.id, runId), visibleMatchRuns(ctx.actor)));
  if (!row) return undefined;
  const { run: stored, phase, ...rest } = row;
  const { components, byHand, ...run } = stored;
  return {
    ...run,
    ...rest,
    choice: components && { ...choiceOf(components), byHand },
    mayRun: canRunMatch(ctx.actor, { hubId: run.hubId, phase }),
  };
}

function choiceOf(components: readonly ComponentStatus[]): Omit<GroupChoice, "byHand"> {
  const open = components.filter(({ proved }) => !proved);
  const mayNotWait = open.flatMap(({ gap }) => gap?.waiting ?? []).reduce((sum, one) => sum + one, 0);
  const mayBeSaved = open.reduce((sum, { gap }) => sum + (gap?.points ?? 0), 0);
  return { parts: components.length, proved: components.length - open.length, mayNotWait, mayBeSaved };
}

const byTier = (which: SQL) =>
  sql`json_build_array(${sql.join(
    [0, 1, 2].map((tier) => sql`count(*) filter (where tier = ${sql.raw(String(tier))} and ${which})`),
    sql`, `,
  )})`;

/** Distances stand in the outcome in tenths of a kilometre. */
const figuresOfRun = sql<MatchFigures>`(
  select json_build_object(
    'placed', count(work_group_id), 'waiting', count(*) filter (where work_group_id is null),
    'placedByTier', ${byTier(sql`work_group_id is not null`)}, 'waitingByTier', ${byTier(sql`work_group_id is null`)},
    'onBestDay', count(*) filter (where work_group_id is not null and (outcome -> 'terms' ->> 'notPreferredDay')::int = 0),
    'groups', count(distinct work_group_id),
    'averageKm', round(avg((explanation ->> 'km')::numeric), 1), 'farthestKm', max((explanation ->> 'km')::numeric),
    'published', count(*) filter (where published), 'leftOut', count(left_out),
    'unpublished', count(*) filter (where not published and left_out is null),
    'moved', count(*) filter (where outcome ->> 'movedFrom' is not null),
    'toMove', count(*) filter (where not published and left_out is null and outcome ->> 'movedFrom' is not null))
  from ${matchResults} where ${matchResults.runId} = ${matchRuns.id})`;

const undecidedRepair = sql<string | null>`(
  select repair.id from ${matchRuns} repair join ${matchRuns} frozen on frozen.id = repair.beside_run_id
  where ${matchRuns.id} in (repair.id, frozen.id) and repair.status in ${openRunStatuses} and frozen.status in ${openRunStatuses})`;

/** How far a run is, for the page that waits. */
export async function findRunProgress(
  ctx: Ctx,
  runId: string,
): Promise<{ status: MatchRunStatus; progress: number } | undefined> {
  const [row] = await ctx.db
    .select({ status: matchRuns.status, progress: matchRuns.progress })
    .from(matchRuns)
    .innerJoin(offers, eq(offers.id, matchRuns.offerId))
    .innerJoin(programmes, eq(programmes.id, offers.programmeId))
    .where(and(eq(matchRuns.id, runId), visibleMatchRuns(ctx.actor)));
  return row;
}
