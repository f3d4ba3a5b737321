import { compareText } from "../compare-text";
import { buildInstance, type Instance } from "../instance";
import { solve } from "../match";
import type { MatchInput } from "../match-input";
import { canonicalise } from "../solver/canonical";
import { Flow } from "../solver/flow";
import { Placement } from "../solver/placement";
import { afterConfirmation, type LateMode } from "./late-ids";
import { quantile, roundedMilliseconds } from "./stop-laps";

export interface LatePlacement {
  readonly input: MatchInput;
  readonly instance: Instance;
  readonly placement: Placement;
  readonly figures: LateFigures;
}

export interface LateFigures {
  readonly mode: LateMode;
  readonly arrived: number;
  readonly confirmed: number;
  /** Confirmed schools that changed their group, and that lost their place. */
  readonly moved: number;
  readonly bumped: number;
  /** Of the insertion of one late application into the solved problem. */
  readonly milliseconds: { readonly median: number; readonly p99: number; readonly longest: number };
}

/** Places everybody else to the optimum, confirms them, then brings in the late ones by tier and id. */
export function placeLate(whole: MatchInput, late: ReadonlySet<string>, mode: LateMode): LatePlacement {
  const early = buildInstance({
    ...whole,
    applications: whole.applications.filter(({ id }) => !late.has(id)),
  });
  const confirmed = groupsById(early, solve(early).placement);
  const input = afterConfirmation(whole, confirmed, mode);
  const instance = buildInstance(input);
  const flow = new Flow(new Placement(instance.problem));
  instance.applications.forEach(({ id }, index) => {
    if (!late.has(id)) flow.insert(index);
  });
  const taken = lateInOrder(instance, late).map((index) => millisecondsOf(() => flow.insert(index)));
  canonicalise(flow.placement);
  const after = groupsById(instance, flow.placement);
  const others = [...confirmed].filter(([id, group]) => after.get(id) !== group);
  const bumped = others.filter(([id]) => !after.has(id)).length;
  const milliseconds = {
    median: quantile(taken, 0.5),
    p99: quantile(taken, 0.99),
    longest: quantile(taken, 1),
  };
  const counts = { arrived: late.size, confirmed: confirmed.size, moved: others.length - bumped, bumped };
  return { input, instance, placement: flow.placement, figures: { mode, ...counts, milliseconds } };
}

function lateInOrder({ applications }: Instance, late: ReadonlySet<string>): number[] {
  return applications
    .map(({ id, tier }, index) => ({ id, tier, index }))
    .filter(({ id }) => late.has(id))
    .sort((x, y) => x.tier - y.tier || Number(x.id) - Number(y.id) || compareText(x.id, y.id))
    .map(({ index }) => index);
}

/** The group of everybody who is placed. */
function groupsById({ applications, groups }: Instance, placement: Placement): Map<string, string> {
  const groupOf = new Map<string, string>();
  applications.forEach(({ id }, index) => {
    const group = groups[placement.groupOf(index)];
    if (group) groupOf.set(id, group.id);
  });
  return groupOf;
}

function millisecondsOf(work: () => void): number {
  const start = performance.now();
  work();
  return roundedMilliseconds(performance.now() - start);
}
