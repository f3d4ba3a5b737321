import { and, eq, sql } from "drizzle-orm";
import { applications } from "@/db/schema/applications";
import { matchResults, matchRuns } from "@/db/schema/matching";
import { offers, programmes } from "@/db/schema/programmes";
import { organisations } from "@/db/schema/schools";
import { workGroups } from "@/db/schema/workgroups";
import type { Ctx } from "@/lib/access/context";
import { type ChangeChoices, changeChoices } from "../change-choices";
import { handChangesOfRun } from "../hand-changes-of-run";
import type { MatchInput } from "../match-input";
import type { FoundByRun } from "../place-by-hand";
import { visibleMatchRuns } from "../policy";

export interface SchoolOfRun extends ChangeChoices {
  readonly school: string;
  /** The group in which the run has it now, by id. */
  readonly now: string | null;
}

/**
 * All that can be decided by hand about one school of a run, each placed anew with what it would cost; undefined when
 * there is no such run or school that the actor may read, or the run keeps too little to be changed. Two statements.
 */
export async function findChangeChoices(
  ctx: Ctx,
  of: { readonly runId: string; readonly applicationId: string },
): Promise<SchoolOfRun | undefined> {
  const row = await readRun(ctx, of);
  if (!row) return undefined;
  const { input, found, names, ...rest } = row;
  const changes = await handChangesOfRun(ctx, of.runId);
  return { ...rest, ...changeChoices(of.applicationId, { input, found, changes, names, now: rest.now }) };
}

async function readRun(ctx: Ctx, { runId, applicationId }: { runId: string; applicationId: string }) {
  const [row] = await ctx.db
    .select({
      input: sql<MatchInput>`${matchRuns.input}`,
      found: sql<FoundByRun | null>`${matchRuns.outcome}`,
      school: organisations.name,
      now: matchResults.workGroupId,
      names: sql<Record<string, string>>`(
        select json_object_agg(g.id, g.name) from ${workGroups} g
        where g.id in (select (one ->> 'group')::uuid from jsonb_array_elements(${matchRuns.groups}) one))`,
    })
    .from(matchRuns)
    .innerJoin(offers, eq(offers.id, matchRuns.offerId))
    .innerJoin(programmes, eq(programmes.id, offers.programmeId))
    .innerJoin(matchResults, eq(matchResults.runId, matchRuns.id))
    .innerJoin(applications, eq(applications.id, matchResults.applicationId))
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .where(
      and(
        eq(matchRuns.id, runId),
        eq(matchResults.applicationId, applicationId),
        visibleMatchRuns(ctx.actor),
      ),
    );
  return row?.found ? { ...row, found: row.found } : undefined;
}
