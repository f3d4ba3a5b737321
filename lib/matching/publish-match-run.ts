import { and, eq, gt, inArray, not, notInArray, or, type SQL, sql } from "drizzle-orm";
import { matchResults, matchRuns } from "@/db/schema/matching";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/access/context";
import { personIdOf } from "@/lib/access/scope";
import { freePlacesAgain } from "@/lib/applications/free-place";
import { recordEvent } from "@/lib/events/record-event";
import { londonDate } from "@/lib/kernel/dates";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { matchRunPublished } from "./events";
import { type PublishMatchRunInput, WAITING_PART } from "./input";
import { changeRun, type LockedRun, lockRun, subjectsOf } from "./locks";
import { canRunMatch } from "./policy";
import { type Published, publishResults } from "./publish-results";
import { isTouching } from "./queries/runs-touching";
import type { MatchingRefusal } from "./refusals";
import { openRunStatuses, whyNotAnswerBy, whyNotPublish } from "./rules";

type Refused = Extract<
  MatchingRefusal,
  | "not_found"
  | "not_computed"
  | "not_reviewed"
  | "wrong_status"
  | "newer_run"
  | "choose_first"
  | "answer_by_past"
  | "answer_by_far"
  | "nothing_chosen"
  | "nothing_to_publish"
  | "groups_planned"
>;
interface Counts {
  readonly runId: string;
  readonly offered: number;
  readonly moved: number;
  readonly waiting: number;
  readonly leftOut: number;
}
type Answer = Result<Counts, Refused>;

/**
 * Offers the places of a run and tells the schools that wait why, all of it or by group, in one transaction under the
 * locks of every group and application it touches. What has changed since the run is left out and named, not guessed at.
 */
export async function publishMatchRun(ctx: Ctx, input: PublishMatchRunInput): Promise<Answer> {
  return withTransaction(ctx, async (tx): Promise<Answer> => {
    const run = await lockRun(tx, input.runId);
    if (!run || !canRunMatch(tx.actor, run)) return refuse("not_found");
    const why =
      whyNotPublish(run, await hasNewerRun(tx, run)) ?? whyNotAnswerBy(input.answerBy, londonDate(tx.now));
    if (why) return refuse(why);
    if (await hasOpenTwin(tx, run)) return refuse("choose_first");
    if (input.parts?.length === 0) return refuse("nothing_chosen");
    const results = await readUnpublished(tx, run.id, input.parts);
    if (results.length === 0 && (await hasPlannedGroups(tx, run.id, input.parts)))
      return refuse("groups_planned");
    const published = await publishResults(tx, { run, results, answerBy: input.answerBy });
    const { offered, moved, waiting, leftOut } = published;
    if (offered.length + moved.length + waiting.length === 0) return refuse("nothing_to_publish");
    await keep(tx, run, published);
    const counts = {
      offered: offered.length,
      moved: moved.length,
      waiting: waiting.length,
      leftOut: leftOut.size,
    };
    const payload = { ...counts, leads: published.leads, answerBy: input.answerBy };
    await recordEvent(tx, matchRunPublished, { ...subjectsOf(run), payload });
    await freePlacesAgain(tx, run);
    return ok({ runId: run.id, ...counts });
  });
}

async function hasNewerRun(tx: TxCtx, run: LockedRun): Promise<boolean> {
  const newer = await tx.db.$count(
    matchRuns,
    and(
      isTouching(run.hubId),
      eq(matchRuns.offerId, run.offerId),
      gt(matchRuns.queuedAt, run.queuedAt),
      notInArray(matchRuns.status, ["discarded", "failed"]),
    ),
  );
  return newer > 0;
}

/** The run beside it, of a repair that nobody has decided on. */
async function hasOpenTwin(tx: TxCtx, { id, besideRunId }: LockedRun): Promise<boolean> {
  const beside = or(eq(matchRuns.besideRunId, id), besideRunId ? eq(matchRuns.id, besideRunId) : undefined);
  const open = await tx.db.$count(matchRuns, and(beside, inArray(matchRuns.status, openRunStatuses)));
  return open > 0;
}

function readUnpublished(tx: TxCtx, runId: string, parts: readonly string[] | null) {
  return tx.db
    .select()
    .from(matchResults)
    .where(and(...unpublished(runId, parts), not(isInPlannedGroup)));
}

/** Schools are offered a place with its dates: a group that is only planned has none yet. */
const isInPlannedGroup = sql`exists (
  select from work_groups g where g.id = ${matchResults.workGroupId} and g.status = 'planned')`;

async function hasPlannedGroups(tx: TxCtx, runId: string, parts: readonly string[] | null): Promise<boolean> {
  return (await tx.db.$count(matchResults, and(...unpublished(runId, parts), isInPlannedGroup))) > 0;
}

function unpublished(runId: string, parts: readonly string[] | null) {
  return [eq(matchResults.runId, runId), eq(matchResults.published, false), ofParts(parts)];
}

function ofParts(parts: readonly string[] | null): SQL | undefined {
  if (parts === null) return undefined;
  const groups = parts.filter((part) => part !== WAITING_PART);
  return or(
    groups.length > 0 ? inArray(sql`${matchResults.workGroupId}::text`, groups) : sql`false`,
    parts.includes(WAITING_PART) ? sql`${matchResults.workGroupId} is null` : undefined,
  );
}

async function keep(
  tx: TxCtx,
  run: LockedRun,
  { offered, moved, waiting, leftOut }: Published,
): Promise<void> {
  const of = (ids: readonly string[]) =>
    and(eq(matchResults.runId, run.id), inArray(matchResults.applicationId, [...ids]));
  await tx.db
    .update(matchResults)
    .set({ published: true, leftOut: null })
    .where(of([...offered, ...moved, ...waiting]));
  for (const reason of new Set(leftOut.values())) {
    const ids = [...leftOut].filter(([, why]) => why === reason).map(([id]) => id);
    await tx.db.update(matchResults).set({ leftOut: reason }).where(of(ids));
  }
  const publishedBy = personIdOf(tx.actor) ?? null;
  await changeRun(tx, run.id, { status: "published", publishedAt: run.publishedAt ?? tx.now, publishedBy });
}
