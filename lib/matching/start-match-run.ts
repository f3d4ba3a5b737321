import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { matchRuns } from "@/db/schema/matching";
import { offers, programmes } from "@/db/schema/programmes";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/access/context";
import { personIdOf } from "@/lib/access/scope";
import { recordEvent } from "@/lib/events/record-event";
import { enqueue } from "@/lib/jobs/enqueue";
import { londonDate } from "@/lib/kernel/dates";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { computeMatchRunJob } from "./compute-match-run-job";
import { matchRunStarted } from "./events";
import type { StartMatchRunInput } from "./input";
import { canRunMatch } from "./policy";
import { POLICY_NUMBERS } from "./policy-numbers";
import { countToMatch } from "./queries/count-to-match";
import type { MatchingRefusal } from "./refusals";
import { openRunStatuses } from "./rules";

export type StartRefused = Extract<
  MatchingRefusal,
  "not_found" | "offer_over" | "nothing_to_match" | "run_open"
>;

/** Begins a run for the approved applications to an offer, of a hub or over all hubs. It is worked out by a job; no school hears of it. Where no group is open yet it proposes some. */
export async function startMatchRun(
  ctx: Ctx,
  input: StartMatchRunInput,
): Promise<Result<{ runId: string }, StartRefused>> {
  return withTransaction(ctx, async (tx): Promise<Result<{ runId: string }, StartRefused>> => {
    const prepared = await prepareRun(tx, input);
    if (!prepared.ok) return prepared;
    const { startedBy, applications } = prepared.value;
    const runId = await openRun(tx, input, { startedBy, besideRunId: null });
    if (!runId) return refuse("run_open");
    await enqueue(tx, computeMatchRunJob, { runId }, { key: runId });
    await recordEvent(tx, matchRunStarted, { ...input, matchRunId: runId, payload: { applications } });
    return ok({ runId });
  });
}

/** Who starts a run, and how many applications there are to match; or why there is no run to start. */
export async function prepareRun(
  tx: TxCtx,
  input: StartMatchRunInput,
): Promise<Result<{ startedBy: string; applications: number }, StartRefused>> {
  const offer = await lockOffer(tx, input.offerId);
  const startedBy = personIdOf(tx.actor);
  if (!offer || !startedBy || !canRunMatch(tx.actor, { hubId: input.hubId, phase: offer.phase }))
    return refuse("not_found");
  if (offer.endsOn < londonDate(tx.now)) return refuse("offer_over");
  if (await isMatchedOtherwise(tx, input)) return refuse("run_open");
  const applications = await countToMatch(tx, input);
  return applications === 0 ? refuse("nothing_to_match") : ok({ startedBy, applications });
}

async function lockOffer(tx: TxCtx, offerId: string) {
  const [offer] = await tx.db
    .select({ endsOn: offers.endsOn, phase: programmes.phase })
    .from(offers)
    .innerJoin(programmes, eq(programmes.id, offers.programmeId))
    .where(eq(offers.id, offerId))
    .for("no key update", { of: offers });
  return offer;
}

/** Whether a hub has an open run while all are to be matched together, or the other way round. The offer's row is held, so of two who start at once the second one sees the first. */
async function isMatchedOtherwise(tx: TxCtx, { hubId, offerId }: StartMatchRunInput): Promise<boolean> {
  const ofTheOthers = hubId === null ? isNotNull(matchRuns.hubId) : isNull(matchRuns.hubId);
  const isOpen = inArray(matchRuns.status, openRunStatuses);
  return (await tx.db.$count(matchRuns, and(eq(matchRuns.offerId, offerId), ofTheOthers, isOpen))) > 0;
}

/**
 * The indexes `match_runs_one_open…` decide between two who start at once: the second one
 * waits for the first and gets nothing.
 */
export async function openRun(
  tx: TxCtx,
  { hubId, offerId }: StartMatchRunInput,
  { startedBy, besideRunId }: { startedBy: string; besideRunId: string | null },
): Promise<string | undefined> {
  const [run] = await tx.db
    .insert(matchRuns)
    .values({ hubId, offerId, startedBy, besideRunId, queuedAt: tx.now, policy: { ...POLICY_NUMBERS } })
    .onConflictDoNothing()
    .returning({ id: matchRuns.id });
  return run?.id;
}
