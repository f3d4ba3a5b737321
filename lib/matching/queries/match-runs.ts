import { and, desc, eq, sql } from "drizzle-orm";
import { matchResults, matchRuns } from "@/db/schema/matching";
import { people } from "@/db/schema/people";
import { offers, programmes } from "@/db/schema/programmes";
import type { Ctx } from "@/lib/access/context";
import { offsetOf, PAGE_SIZE, type Page } from "@/lib/kernel/paging";
import { visibleMatchRuns } from "../policy";
import type { MatchRunStatus } from "../rules";
import { isOfScope } from "./runs-touching";

export interface MatchRunRow {
  readonly id: string;
  readonly name: string;
  readonly academicYear: number;
  readonly status: MatchRunStatus;
  readonly queuedAt: Date;
  readonly startedBy: string;
  readonly placed: number;
  readonly waiting: number;
}

/** A hub's runs, or without one those over all hubs, newest first. */
export async function listMatchRuns(
  ctx: Ctx,
  hubId: string | null,
  page: number,
): Promise<Page<MatchRunRow>> {
  const results = (which: ReturnType<typeof sql>) =>
    sql<number>`(select count(*)::int from ${matchResults} where ${matchResults.runId} = ${matchRuns.id} and ${which})`;
  const rows = await ctx.db
    .select({
      id: matchRuns.id,
      name: sql<string>`${programmes.name} || coalesce(': ' || ${offers.theme}, '')`,
      academicYear: offers.academicYear,
      status: matchRuns.status,
      queuedAt: matchRuns.queuedAt,
      startedBy: people.name,
      placed: results(sql`${matchResults.workGroupId} is not null`),
      waiting: results(sql`${matchResults.workGroupId} is null`),
      total: sql<number>`(count(*) over ())::int`,
    })
    .from(matchRuns)
    .innerJoin(offers, eq(offers.id, matchRuns.offerId))
    .innerJoin(programmes, eq(programmes.id, offers.programmeId))
    .innerJoin(people, eq(people.id, matchRuns.startedBy))
    .where(and(isOfScope(hubId), visibleMatchRuns(ctx.actor)))
    .orderBy(desc(matchRuns.queuedAt), desc(matchRuns.id))
    .limit(PAGE_SIZE)
    .offset(offsetOf(page));
  return { rows, page, total: rows[0]?.total ?? 0 };
}
