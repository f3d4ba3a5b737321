import { eq, inArray } from "drizzle-orm";
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

type Refused = Extract<MatchingRefusal, "not_found" | "offer_over" | "nothing_to_match" | "run_open">;

/** Begins a run for a hub's approved applications to an offer. It is worked out by a job; no school hears of it. Where no group is open yet it proposes some. */
export async function startMatchRun(
  ctx: Ctx,
  input: StartMatchRunInput,
): Promise<Result<{ runId: string }, Refused>> {
  return withTransaction(ctx, async (tx): Promise<Result<{ runId: string }, Refused>> => {
    const offer = await findOffer(tx, input.offerId);
    const personId = personIdOf(tx.actor);
    if (!offer || !personId || !canRunMatch(tx.actor, { hubId: input.hubId, phase: offer.phase }))
      return refuse("not_found");
    if (offer.endsOn < londonDate(tx.now)) return refuse("offer_over");
    const applications = await countToMatch(tx, input);
    if (applications === 0) return refuse("nothing_to_match");
    const runId = await openRun(tx, input, personId);
    if (!runId) return refuse("run_open");
    await enqueue(tx, computeMatchRunJob, { runId }, { key: runId });
    await recordEvent(tx, matchRunStarted, { ...input, matchRunId: runId, payload: { applications } });
    return ok({ runId });
  });
}

async function findOffer(tx: TxCtx, offerId: string) {
  const [offer] = await tx.db
    .select({ endsOn: offers.endsOn, phase: programmes.phase })
    .from(offers)
    .innerJoin(programmes, eq(programmes.id, offers.programmeId))
    .where(eq(offers.id, offerId));
  return offer;
}

/** The index `match_runs_one_open` decides between two who start at once: the second one waits for the first and gets nothing. */
async function openRun(
  tx: TxCtx,
  { hubId, offerId }: StartMatchRunInput,
  startedBy: string,
): Promise<string | undefined> {
  const [run] = await tx.db
    .insert(matchRuns)
    .values({ hubId, offerId, startedBy, queuedAt: tx.now, policy: { ...POLICY_NUMBERS } })
    .onConflictDoNothing({
      target: [matchRuns.hubId, matchRuns.offerId],
      where: inArray(matchRuns.status, openRunStatuses),
    })
    .returning({ id: matchRuns.id });
  return run?.id;
}
