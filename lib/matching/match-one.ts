import { explainSized } from "./explain-sized";
import type { MatchInput } from "./match-input";
import type { SizedApplicationResult } from "./match-outcome";
import { groupResults, type Matched, placeToMatch, proveSized, type SizeSettings } from "./match-sized";

/** What a match of a whole input says of one application. */
export interface OneResult {
  readonly input: MatchInput;
  readonly result: SizedApplicationResult;
  /** Groups that do not run, as the match chose others. */
  readonly notRunning: ReadonlySet<string>;
}

/** Undefined for an application that is not in the input. */
export async function matchOne(
  input: MatchInput,
  applicationId: string,
  settings: SizeSettings,
): Promise<OneResult | undefined> {
  const matched = await placeToMatch(input, settings);
  return explain(
    matched,
    matched.instance.applications.findIndex(({ id }) => id === applicationId),
  );
}

/** The first by priority, then by order, of those who are placed in a group; undefined when nobody is. */
export async function matchFirstInto(
  input: MatchInput,
  groupId: string,
  settings: SizeSettings,
): Promise<OneResult | undefined> {
  const matched = await placeToMatch(input, settings);
  const group = matched.instance.indexOfGroup(groupId);
  return explain(matched, Array.from(matched.placement.groupOf).indexOf(group));
}

/** The instance numbers applications in the order in which they have their turn. */
function explain({ instance, placement }: Matched, index: number): OneResult | undefined {
  if (index < 0) return undefined;
  proveSized(instance, placement);
  const [result] = explainSized(instance, placement, [index]);
  const idle = groupResults(instance, placement).filter(({ state }) => state === "does_not_run");
  return result && { input: instance.input, result, notRunning: new Set(idle.map(({ group }) => group)) };
}
