import { createHash } from "node:crypto";
import type { OutcomeByHand } from "./match-by-hand";
import type { MatchOutcome, SizedOutcome } from "./match-outcome";

/** The sha-256 of an outcome's bytes: a replay has to give the same. */
export function hashOutcome(outcome: MatchOutcome | SizedOutcome | OutcomeByHand): string {
  return createHash("sha256").update(JSON.stringify(outcome)).digest("hex");
}
