import { type Ctx, type TxCtx, withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { enqueue } from "@/lib/jobs/enqueue";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { computeMatchRunJob } from "./compute-match-run-job";
import { matchRunStarted } from "./events";
import type { StartMatchRunInput } from "./input";
import { hasPublishedRun } from "./queries/find-matching";
import type { MatchingRefusal } from "./refusals";
import { openRun, prepareRun, type StartRefused } from "./start-match-run";

type Refused = StartRefused | Extract<MatchingRefusal, "not_matched">;

/**
 * After a publication: begins two runs for those who came late, one that moves nobody and one that may move schools
 * which have a place, so that a person can hold them beside each other and choose.
 */
export async function startRepair(
  ctx: Ctx,
  input: StartMatchRunInput,
): Promise<Result<{ runId: string }, Refused>> {
  return withTransaction(ctx, async (tx): Promise<Result<{ runId: string }, Refused>> => {
    const prepared = await prepareRun(tx, input);
    if (!prepared.ok) return prepared;
    if (!(await hasPublishedRun(tx, input))) return refuse("not_matched");
    const frozen = await openRun(tx, input, { ...prepared.value, besideRunId: null });
    const repair = frozen && (await openRun(tx, input, { ...prepared.value, besideRunId: frozen }));
    if (!frozen || !repair) return refuse("run_open");
    for (const runId of [frozen, repair]) await begin(tx, input, { runId, ...prepared.value });
    return ok({ runId: repair });
  });
}

async function begin(
  tx: TxCtx,
  { hubId, offerId }: StartMatchRunInput,
  { runId, applications }: { runId: string; applications: number },
): Promise<void> {
  await enqueue(tx, computeMatchRunJob, { runId }, { key: runId });
  await recordEvent(tx, matchRunStarted, { hubId, offerId, matchRunId: runId, payload: { applications } });
}
