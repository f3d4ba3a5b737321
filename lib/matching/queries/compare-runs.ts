import { and, desc, eq, isNotNull, ne, sql } from "drizzle-orm";
import { applications } from "@/db/schema/applications";
import { matchResults, matchRuns } from "@/db/schema/matching";
import { offers, programmes } from "@/db/schema/programmes";
import { organisations } from "@/db/schema/schools";
import { workGroups } from "@/db/schema/workgroups";
import type { Ctx } from "@/lib/access/context";
import { offsetOf, PAGE_SIZE, type Page } from "@/lib/kernel/paging";
import { visibleMatchRuns } from "../policy";
import type { MatchRunStatus } from "../rules";
import { isOfScope } from "./runs-touching";

export interface ComparableRun {
  readonly id: string;
  readonly queuedAt: Date;
  readonly status: MatchRunStatus;
}

const MOST_TO_CHOOSE = 50;

/** Other runs of the same offer, and of the same hub or over all, that have a result, the newest first. */
export async function listComparableRuns(
  ctx: Ctx,
  run: { readonly id: string; readonly hubId: string | null; readonly offerId: string },
): Promise<ComparableRun[]> {
  return ctx.db
    .select({ id: matchRuns.id, queuedAt: matchRuns.queuedAt, status: matchRuns.status })
    .from(matchRuns)
    .innerJoin(offers, eq(offers.id, matchRuns.offerId))
    .innerJoin(programmes, eq(programmes.id, offers.programmeId))
    .where(
      and(
        isOfScope(run.hubId),
        eq(matchRuns.offerId, run.offerId),
        ne(matchRuns.id, run.id),
        isNotNull(matchRuns.objective),
        visibleMatchRuns(ctx.actor),
      ),
    )
    .orderBy(desc(matchRuns.queuedAt), desc(matchRuns.id))
    .limit(MOST_TO_CHOOSE);
}

/** A school whose result differs between two runs. */
export interface ChangedResult {
  readonly applicationId: string;
  readonly school: string;
  readonly tier: number;
  readonly before: ResultThen | null;
  readonly after: ResultThen | null;
}

/** A group with the way there, or waiting: null stands for a run that did not have the school. */
export interface ResultThen {
  readonly group: string | null;
  /** Kilometres; null online, and when it waits. */
  readonly km: number | null;
}

/** Schools that have another group, wait in only one of two runs, or are in only one. The caller has found both runs for the actor. */
export async function listChangedResults(
  { db }: Ctx,
  { before, after }: { readonly before: string; readonly after: string },
  page: number,
): Promise<Page<ChangedResult>> {
  const of = (runId: string) =>
    sql`(select r.application_id, r.work_group_id, r.tier, json_build_object('group', g.name,
        'km', case when r.work_group_id is not null then (r.explanation ->> 'km')::float8 end) as told
      from ${matchResults} r left join ${workGroups} g on g.id = r.work_group_id where r.run_id = ${runId})`;
  const { rows } = await db.execute<ChangedResult & Record<string, unknown> & { total: number }>(sql`
    select application_id as "applicationId", o.name as school, coalesce(y.tier, x.tier) as tier,
      x.told as before, y.told as after, (count(*) over ())::int as total
    from ${of(before)} x full join ${of(after)} y using (application_id)
      join ${applications} a on a.id = application_id join ${organisations} o on o.id = a.organisation_id
    where x.work_group_id is distinct from y.work_group_id or x.tier is null or y.tier is null
    order by o.name, application_id
    limit ${PAGE_SIZE} offset ${offsetOf(page)}`);
  const total = rows[0]?.total ?? 0;
  return { rows: rows.map(({ total: _, ...row }) => row), page, total };
}
