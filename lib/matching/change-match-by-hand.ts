import { inArray } from "drizzle-orm";
import { matchChanges } from "@/db/schema/matching";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/access/context";
import { personIdOf } from "@/lib/access/scope";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { type Effect, effectOfChange } from "./effect-of-change";
import { matchChangedByHand } from "./events";
import { givesWay, type HandChange } from "./hand-change";
import { handChangesOfRun, type KeptChange } from "./hand-changes-of-run";
import { hashOutcome } from "./hash-outcome";
import type { ChangeMatchByHandInput } from "./input";
import { keepResults } from "./keep-results";
import { type LockedRun, lockRun, subjectsOf } from "./locks";
import { outcomeByHand } from "./match-by-hand";
import type { MatchInput } from "./match-input";
import { type FoundByRun, placeByHand } from "./place-by-hand";
import { canRunMatch } from "./policy";
import { findNamesOfChange } from "./queries/names-of-change";
import type { MatchingRefusal } from "./refusals";
import { whyNotChangeRun } from "./rules";
import { sayEffect } from "./say-effect";
import { sayObstacles } from "./say-obstacles";
import { type ChangeRefusal, type UnplacedRefusal, whyNotChange, whyNotPlaced } from "./why-not-change";

type Refused =
  | ChangeRefusal
  | UnplacedRefusal
  | Extract<
      MatchingRefusal,
      "not_computed" | "published" | "wrong_status" | "change_not_kept" | "change_of_repair"
    >;

/**
 * Puts a school in a group by hand, or keeps it out of one: the others are placed anew around it, best for all together,
 * with the groups that run, and what that costs is kept with who did it and why. An earlier decision of the same kind
 * about the school gives way. Nothing is sent.
 */
export async function changeMatchByHand(
  ctx: Ctx,
  input: ChangeMatchByHandInput,
): Promise<Result<{ runId: string }, Refused>> {
  return withTransaction(ctx, async (tx): Promise<Result<{ runId: string }, Refused>> => {
    const run = await lockRun(tx, input.runId);
    const personId = personIdOf(tx.actor);
    if (!run || !personId || !canRunMatch(tx.actor, run)) return refuse("not_found");
    const why = whyNotChangeRun(run);
    if (why) return refuse(why);
    if (!run.outcome) return refuse("change_not_kept");
    const change = { application: input.applicationId, kind: input.kind, group: input.workGroupId };
    const changed = await carryOut(tx, run, change);
    if (!changed.ok) return changed;
    const { effect, replaced } = changed.value;
    await undoReplaced(tx, replaced, personId);
    const { runId, applicationId, kind, workGroupId, reason } = input;
    await tx.db
      .insert(matchChanges)
      .values({ runId, applicationId, kind, workGroupId, reason, effect, madeBy: personId, madeAt: tx.now });
    const names = await findNamesOfChange(tx, input);
    const payload = { ...names, kind, reason, cost: sayEffect(effect) };
    await recordEvent(tx, matchChangedByHand, { ...subjectsOf(run), payload });
    return ok({ runId });
  });
}

interface CarriedOut {
  readonly effect: Effect;
  readonly replaced: readonly KeptChange[];
}

async function carryOut(tx: TxCtx, run: LockedRun, change: HandChange): Promise<Result<CarriedOut, Refused>> {
  const frozen = run.input as MatchInput;
  const found = run.outcome as FoundByRun;
  const made = await handChangesOfRun(tx, run.id);
  const replaced = made.filter((one) => givesWay(one, change));
  const others = made.filter((one) => !replaced.includes(one));
  const why = whyNotChange(frozen, change, others);
  if (why) return refuse(why.code, { why: sayObstacles(why.obstacles) });
  const before = placeByHand(frozen, made, found);
  const after = placeByHand(frozen, [...others, change], found);
  if (!before || !after) return refuse(whyNotPlaced(change, found));
  const outcome = outcomeByHand(after);
  await keepResults(
    tx,
    { id: run.id, input: frozen },
    {
      placed: after,
      outcome,
      changedHash: hashOutcome(outcome),
    },
  );
  return ok({ effect: effectOfChange(before, after, change.application), replaced });
}

async function undoReplaced(tx: TxCtx, replaced: readonly KeptChange[], personId: string): Promise<void> {
  if (replaced.length === 0) return;
  const ids = replaced.map(({ id }) => id);
  await tx.db
    .update(matchChanges)
    .set({ undoneAt: tx.now, undoneBy: personId })
    .where(inArray(matchChanges.id, ids));
}
