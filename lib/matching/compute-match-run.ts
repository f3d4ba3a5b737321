import { bulkInsert } from "@/db/bulk-insert";
import { matchLeads, matchProposals, matchResults } from "@/db/schema/matching";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/access/context";
import { freePlacesAgain } from "@/lib/applications/free-place";
import { recordEvent } from "@/lib/events/record-event";
import { log } from "@/lib/kernel/log";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { carryOverChanges } from "./carry-over-changes";
import { matchRunComputed, matchRunFailed } from "./events";
import { freezeInput } from "./freeze-input";
import { hashOutcome } from "./hash-outcome";
import type { MatchRunInput } from "./input";
import { changeRun, type LockedRun, lockRun, subjectsOf } from "./locks";
import type { MatchInput } from "./match-input";
import type { SizedOutcome } from "./match-outcome";
import { canComputeMatch } from "./policy";
import { asPolicyNumbers } from "./policy-numbers";
import { proposalRows } from "./proposal-rows";
import { leadRows, resultRows } from "./result-rows";
import { type MatchRunStatus, matchNumbers } from "./rules";
import { answerMatch, type MatchAnswer } from "./thread/match-answer";
import { matchInThread } from "./thread/match-in-thread";
import { whyNotMatch } from "./why-not-match";

type Computed = Result<{ status: MatchRunStatus }, "not_found">;

/**
 * Works a run out: freezes the input, matches, and stores input, outcome and proof in one transaction. Throws what a
 * further try may mend; says on the run what no try will mend. A run that was discarded meanwhile stays discarded.
 */
export async function computeMatchRun(ctx: Ctx, input: MatchRunInput): Promise<Computed> {
  if (!canComputeMatch(ctx.actor)) return refuse("not_found");
  const run = await begin(ctx, input);
  if (!run) return refuse("not_found");
  if (run.status !== "computing") return ok({ status: run.status });
  const policy = asPolicyNumbers(run.policy);
  const frozen = await freezeInput(ctx, {
    ...run,
    policy,
    mayMove: run.besideRunId !== null,
  });
  await report(ctx, input, 30);
  const found = await tryMatch(frozen);
  if ("fault" in found) return fail(ctx, run, found.fault);
  await report(ctx, input, 80);
  return store(ctx, run, { frozen, outcome: found.outcome });
}

/** Takes the run up, or says what became of it. A process that died leaves `computing` behind: the next try goes on. */
async function begin(ctx: Ctx, { runId }: MatchRunInput): Promise<LockedRun | undefined> {
  const run = await withTransaction(ctx, async (tx) => {
    const locked = await lockRun(tx, runId);
    if (!locked || (locked.status !== "queued" && locked.status !== "computing")) return locked;
    const tries = locked.tries + 1;
    if (tries <= matchNumbers.tries) await changeRun(tx, runId, { status: "computing", progress: 5, tries });
    return { ...locked, status: "computing" as const, tries };
  });
  if (!run || run.tries <= matchNumbers.tries || run.status !== "computing") return run;
  await fail(
    ctx,
    run,
    `It broke off ${matchNumbers.tries} times. Start it again, and ring the service if it happens twice.`,
  );
  return { ...run, status: "failed" };
}

async function tryMatch(input: MatchInput): Promise<MatchAnswer> {
  const wrong = whyNotMatch(input);
  if (wrong) return { fault: `What the run was to be worked out from contradicts itself. ${wrong}` };
  const answer = await matchAside(input);
  if ("outcome" in answer) return answer;
  log.error({ err: answer.fault }, "match not proved");
  return {
    fault:
      "Its result did not prove itself, so it is not shown. Start it again, and ring the service if it happens twice.",
  };
}

/** A small input takes less time than starting a thread. */
function matchAside(input: MatchInput): Promise<MatchAnswer> {
  const settings = { work: matchNumbers.exactWork };
  return input.applications.length < matchNumbers.inThread
    ? answerMatch(input, settings)
    : matchInThread(input, settings, matchNumbers.seconds);
}

async function report(ctx: Ctx, { runId }: MatchRunInput, progress: number): Promise<void> {
  await withTransaction(ctx, (tx) => changeRun(tx, runId, { progress }));
}

async function fail(ctx: Ctx, run: LockedRun, because: string): Promise<Computed> {
  return withTransaction(ctx, async (tx): Promise<Computed> => {
    const status = await statusOfTry(tx, run);
    if (status !== "computing" && status !== "queued") return ok({ status });
    await changeRun(tx, run.id, { status: "failed", failure: because });
    await recordEvent(tx, matchRunFailed, { ...subjectsOf(run), payload: { because, tries: run.tries } });
    await freePlacesAgain(tx, run);
    return ok({ status: "failed" });
  });
}

async function store(
  ctx: Ctx,
  run: LockedRun,
  { frozen, outcome }: { frozen: MatchInput; outcome: SizedOutcome },
): Promise<Computed> {
  return withTransaction(ctx, async (tx): Promise<Computed> => {
    const status = await statusOfTry(tx, run);
    if (status !== "computing") return ok({ status });
    const { inputHash, objective, certificate, groups, components } = outcome;
    await changeRun(tx, run.id, {
      status: "computed",
      progress: 100,
      computedAt: tx.now,
      input: frozen,
      inputHash,
      objective: { waiting: [...objective.waiting], cost: objective.cost },
      certificate,
      outcomeHash: hashOutcome(outcome),
      groups: groups.map((group) => ({ ...group })),
      exactWork: matchNumbers.exactWork,
      components: [...components],
      outcome,
    });
    const rows = resultRows(run.id, frozen, outcome);
    await bulkInsert(tx.db, matchResults, rows);
    await bulkInsert(tx.db, matchLeads, leadRows(run.id, frozen, outcome));
    await bulkInsert(tx.db, matchProposals, proposalRows(run.id, frozen, outcome));
    await carryOverChanges(tx, run, { input: frozen, found: outcome });
    const waiting = objective.waiting.reduce((sum, schools) => sum + schools, 0);
    const placed = rows.length - waiting;
    await recordEvent(tx, matchRunComputed, {
      ...subjectsOf(run),
      payload: { inputHash, placed, waiting, cost: objective.cost },
    });
    return ok({ status: "computed" });
  });
}

/** What the run is under its lock; another try that took it up since has the word. */
async function statusOfTry(tx: TxCtx, run: LockedRun): Promise<MatchRunStatus> {
  const now = await lockRun(tx, run.id);
  if (!now) throw new Error(`Run ${run.id} vanished`);
  if (now.status === "computing" && now.tries > run.tries)
    throw new Error(`Run ${run.id} was taken up by another try`);
  return now.status;
}
