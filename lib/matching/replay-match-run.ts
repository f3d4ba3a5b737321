import { eq } from "drizzle-orm";
import { matchRuns } from "@/db/schema/matching";
import type { Ctx } from "@/lib/access/context";
import { hashOutcome } from "./hash-outcome";
import { hashMatchInput } from "./input-hash";
import { match } from "./match";
import type { MatchInput } from "./match-input";
import { matchSized } from "./match-sized";

export interface Replay {
  /** The stored input is the one the run was computed from. */
  readonly sameInput: boolean;
  /** Matched again, it gives the same outcome, byte for byte. */
  readonly sameOutcome: boolean;
}

/** Computes a stored run again from its stored input; undefined for a run that has no result. */
export async function replayMatchRun({ db }: Ctx, runId: string): Promise<Replay | undefined> {
  const [run] = await db
    .select({
      input: matchRuns.input,
      inputHash: matchRuns.inputHash,
      outcomeHash: matchRuns.outcomeHash,
      work: matchRuns.exactWork,
    })
    .from(matchRuns)
    .where(eq(matchRuns.id, runId));
  if (!run?.input) return undefined;
  const input = run.input as MatchInput;
  const outcome = run.work === null ? match(input) : await matchSized(input, { work: run.work });
  return {
    sameInput: hashMatchInput(input) === run.inputHash,
    sameOutcome: hashOutcome(outcome) === run.outcomeHash,
  };
}
