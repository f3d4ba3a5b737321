import type { PlacementExplanationInput } from "@/lib/applications/placement-explanation";
import { explainPlacement } from "./explain-placement";
import type { MatchApplication } from "./match-input";
import type { OneResult } from "./match-one";
import { sayResult } from "./say-result";

export interface SaidResult {
  readonly application: MatchApplication;
  /** The sentence that the school would read, and the same in parts. */
  readonly reason: string;
  readonly explanation: PlacementExplanationInput;
}

/** A result that was found outside a run. */
export function sayOneResult({ input, result, notRunning }: OneResult): SaidResult {
  const { applications, schools, groups } = input;
  const application = found(applications.find(({ id }) => id === result.application));
  const facts = {
    runId: null,
    application,
    school: found(schools.find(({ id }) => id === application.school)),
    groupOf: (wanted: string) => found(groups.find(({ id }) => id === wanted)),
    notRunning,
  };
  return {
    application,
    reason: sayResult(result, facts),
    explanation: explainPlacement(result, facts),
  };
}

function found<Row>(row: Row | undefined): Row {
  if (!row) throw new Error("The match names what is not in its input");
  return row;
}
