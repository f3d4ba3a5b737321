import type { MatchInput } from "./match-input";

/** What a person has decided in the review of a run: an application belongs in a group, or not in that one. */
export interface HandChange {
  readonly application: string;
  readonly kind: "put" | "keep_out";
  readonly group: string;
}

/** The input of a run with the changes that were made by hand. */
export function withHandChanges(input: MatchInput, changes: readonly HandChange[]): MatchInput {
  const put = new Map(
    changes.filter(({ kind }) => kind === "put").map((one) => [one.application, one.group]),
  );
  const out = new Map<string, string[]>();
  for (const { application, kind, group } of changes)
    if (kind === "keep_out") out.set(application, [...(out.get(application) ?? []), group]);
  return {
    ...input,
    applications: input.applications.map((one) => {
      const keptOutOf = out.get(one.id)?.toSorted();
      return {
        ...one,
        pinnedGroup: put.get(one.id) ?? one.pinnedGroup,
        ...(keptOutOf ? { keptOutOf } : {}),
      };
    }),
  };
}

/** Of one school: where it belongs is said once, and being kept out of a group ends with being put there, and the other way round. */
export function givesWay(made: HandChange, change: HandChange): boolean {
  if (made.application !== change.application) return false;
  return made.group === change.group || (made.kind === "put" && change.kind === "put");
}
