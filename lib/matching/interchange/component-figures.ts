import type { ComponentStatus, SizedPlacement } from "../exact/place-with-minimum-sizes";

/** How the components of a placement came out. */
export interface ComponentFigures {
  readonly count: number;
  readonly proved: number;
  /** How many were proved in each way. */
  readonly proofs: Readonly<Record<string, number>>;
  /** Those that are not, with what might still be gained there. */
  readonly open: readonly ComponentStatus[];
  readonly groupsRunning: number;
  readonly faults: readonly string[];
}

export function componentFigures({
  components,
  runs,
  faults,
}: Pick<SizedPlacement, "components" | "faults"> & { readonly runs: ArrayLike<number> }): ComponentFigures {
  const proofs: Record<string, number> = {};
  for (const { proof } of components) if (proof) proofs[proof] = (proofs[proof] ?? 0) + 1;
  const open = components.filter(({ proved }) => !proved);
  return {
    count: components.length,
    proved: components.length - open.length,
    proofs,
    open,
    groupsRunning: Array.from(runs).reduce((sum, one) => sum + one, 0),
    faults,
  };
}
