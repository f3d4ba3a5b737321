import { explainRun } from "./explain-run";
import type { HandChange } from "./hand-change";
import { hashMatchInput } from "./input-hash";
import { leadGroups } from "./lead-groups";
import { objectiveOf } from "./match";
import type { MatchInput } from "./match-input";
import type { SizedOutcome } from "./match-outcome";
import { groupResults, proveSized } from "./match-sized";
import { type FoundByRun, type PlacedByHand, placeByHand } from "./place-by-hand";

/** An outcome with the groups, and the proof of their choice, of the run it was changed from. */
export type OutcomeByHand = Omit<SizedOutcome, "components" | "proposals">;

/** What a run comes to with the changes made by hand, proved and explained as the run itself; undefined when it cannot be. */
export function matchByHand(
  input: MatchInput,
  changes: readonly HandChange[],
  found: FoundByRun,
): OutcomeByHand | undefined {
  const placed = placeByHand(input, changes, found);
  return placed && outcomeByHand(placed);
}

/** The same of a placement. */
export function outcomeByHand({ instance, placement }: PlacedByHand): OutcomeByHand {
  return {
    inputHash: hashMatchInput(instance.input),
    objective: objectiveOf(instance, placement.groupOf),
    certificate: proveSized(instance, placement),
    results: explainRun(instance, placement),
    groups: groupResults(instance, placement),
    leads: instance.input.leads && leadGroups(instance, placement.groupOf),
  };
}
