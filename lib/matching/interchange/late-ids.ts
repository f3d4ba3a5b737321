import type { MatchApplication, MatchInput } from "../match-input";
import type { InstanceFile } from "./instance-file";

/** What becomes of those who have a confirmed place when late applications come (model.md section 3.5). */
export type LateMode = "frozen" | "repair";

/**
 * The ids of the applications that count as late: the last share by day and id, rounded up. In the instance of kind
 * "chain" it is the last one by id, which is the one that moves all others.
 */
export function lateIds({ kind, applications }: InstanceFile, share: number): ReadonlySet<string> {
  const inOrder = applications.toSorted((x, y) => (kind === "chain" ? 0 : x.day - y.day) || x.id - y.id);
  const count = kind === "chain" ? 1 : Math.ceil(share * inOrder.length);
  return new Set(inOrder.slice(inOrder.length - count).map(({ id }) => String(id)));
}

/** The input after the early ones were placed and confirmed: frozen they stay where they are, in repair a move has its price. */
export function afterConfirmation(
  input: MatchInput,
  confirmed: ReadonlyMap<string, string>,
  mode: LateMode,
): MatchInput {
  const confirm = (application: MatchApplication): MatchApplication => {
    const group = confirmed.get(application.id) ?? null;
    return mode === "frozen"
      ? { ...application, pinnedGroup: group }
      : { ...application, confirmedGroup: group };
  };
  return { ...input, applications: input.applications.map(confirm) };
}
