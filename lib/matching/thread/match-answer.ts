import type { MatchInput } from "../match-input";
import type { SizedOutcome } from "../match-outcome";
import { matchSized, type SizeSettings } from "../match-sized";

/** What came of a match, or why it has no result: what a further try would find again. */
export type MatchAnswer = { readonly outcome: SizedOutcome } | { readonly fault: string };

/** `matchSized`, with what it throws as a value. */
export async function answerMatch(input: MatchInput, settings: SizeSettings): Promise<MatchAnswer> {
  try {
    return { outcome: await matchSized(input, settings) };
  } catch (fault) {
    return { fault: fault instanceof Error ? fault.message : "unknown" };
  }
}
