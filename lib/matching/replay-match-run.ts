import { eq } from "drizzle-orm";
import { matchRuns } from "@/db/schema/matching";
import type { Ctx } from "@/lib/access/context";
import type { HandChange } from "./hand-change";
import { handChangesOfRun } from "./hand-changes-of-run";
import { hashOutcome } from "./hash-outcome";
import { hashMatchInput } from "./input-hash";
import { match } from "./match";
import { matchByHand } from "./match-by-hand";
import type { MatchInput } from "./match-input";
import type { MatchOutcome, SizedOutcome } from "./match-outcome";
import { matchSized } from "./match-sized";

export interface Replay {
  /** The stored input is the one the run was computed from. */
  readonly sameInput: boolean;
  /** Matched again, it gives the same outcome, byte for byte, with the changes that were made by hand. */
  readonly sameOutcome: boolean;
}

/** Computes a stored run again from its stored input; undefined for a run that has no result. */
export async function replayMatchRun(ctx: Ctx, runId: string): Promise<Replay | undefined> {
  const [run] = await ctx.db
    .select({
      input: matchRuns.input,
      inputHash: matchRuns.inputHash,
      outcomeHash: matchRuns.outcomeHash,
      work: matchRuns.exactWork,
      changedHash: matchRuns.changedHash,
    })
    .from(matchRuns)
    .where(eq(matchRuns.id, runId));
  if (!run?.input) return undefined;
  const input = run.input as MatchInput;
  const outcome = run.work === null ? match(input) : await matchSized(input, { work: run.work });
  return {
    sameInput: hashMatchInput(input) === run.inputHash,
    sameOutcome:
      hashOutcome(outcome) === run.outcomeHash &&
      run.changedHash === hashWithChanges(input, await handChangesOfRun(ctx, runId), outcome),
  };
}

/** Null while nothing is decided by hand. */
function hashWithChanges(
  input: MatchInput,
  changes: readonly HandChange[],
  found: MatchOutcome | SizedOutcome,
): string | null {
  if (changes.length === 0 || !("components" in found)) return null;
  const outcome = matchByHand(input, changes, found);
  return outcome ? hashOutcome(outcome) : null;
}
