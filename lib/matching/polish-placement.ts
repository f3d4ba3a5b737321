import type { Instance } from "./instance";
import { WAITING } from "./solver/placement";
import { buildProblem } from "./solver/problem";
import { SizedFlow } from "./solver/sized-flow";

/** A placement with the prices that prove it. */
export interface PricedPlacement {
  readonly groupOf: ArrayLike<number>;
  readonly price: ArrayLike<number>;
  readonly waitingWeight: ArrayLike<number>;
  /** Schools each group needs to run; 0: any number. */
  readonly minimum: ArrayLike<number>;
  /** 1 for each group that runs. */
  readonly runs: ArrayLike<number>;
}

/** What is preferred among equally good placements, in points of its own. */
export interface Preference {
  /** Whether a pair is out of the question. */
  isOut(application: number, group: number): boolean;
  costOf(application: number, group: number): number;
  waitingCost(application: number): number;
}

/**
 * Of all placements that are as good as this one, with the same groups, the one that is preferred: a second flow over
 * what the prices leave open (the optimal face, invariant I9 of model.md). Answers the group of every application, or
 * undefined when none can be made of it.
 */
export function polishPlacement(
  instance: Instance,
  placement: PricedPlacement,
  preference: Preference,
): Int32Array | undefined {
  const pairs = tightPairs(instance, placement, preference);
  const { problem } = instance;
  const { capacity, least } = boundsOf(instance, placement);
  const mayWait = problem.waitingWeight.map((_, a) =>
    worthOf(instance, placement, a) === placement.waitingWeight[a]
      ? preference.waitingCost(a)
      : Number.POSITIVE_INFINITY,
  );
  const face = buildProblem({ applications: problem.applications, capacity, pairs, waitingWeight: mayWait });
  const flow = new SizedFlow(face);
  for (let group = 0; group < problem.groups; group++) if ((capacity[group] ?? 0) > 0) flow.open(group, 0);
  for (let a = 0; a < problem.applications; a++) if (!flow.insert(a)) return undefined;
  for (let group = 0; group < problem.groups; group++)
    if ((capacity[group] ?? 0) > 0 && !flow.require(group, least[group] ?? 0)) return undefined;
  return flow.state.arcOf.map((arc) => (arc === WAITING ? -1 : (face.arcGroup[arc] ?? -1)));
}

/** A group with a price stays full, one with a discount stays at its least size. */
function boundsOf({ problem }: Instance, { price, minimum, runs }: PricedPlacement) {
  const capacity = Array.from(problem.capacity, (places, group) => {
    if (runs[group] !== 1) return 0;
    return (price[group] ?? 0) < 0 ? (minimum[group] ?? 0) : places;
  });
  const least = capacity.map((places, group) => ((price[group] ?? 0) > 0 ? places : (minimum[group] ?? 0)));
  return { capacity, least };
}

function tightPairs(instance: Instance, placement: PricedPlacement, preference: Preference) {
  const pairs = { application: [] as number[], group: [] as number[], cost: [] as number[] };
  const { application, group, cost } = instance.pairs;
  application.forEach((a, pair) => {
    const g = group[pair] ?? -1;
    const pays = (cost[pair] ?? 0) + (placement.price[g] ?? 0);
    if (placement.runs[g] !== 1 || pays !== worthOf(instance, placement, a) || preference.isOut(a, g)) return;
    pairs.application.push(a);
    pairs.group.push(g);
    pairs.cost.push(preference.costOf(a, g));
  });
  return pairs;
}

/** What an application pays in this placement: its dual value. */
function worthOf({ problem }: Instance, placement: PricedPlacement, application: number): number {
  const group = placement.groupOf[application] ?? -1;
  if (group < 0) return placement.waitingWeight[application] ?? 0;
  for (let arc = problem.firstArc[application] ?? 0; arc < (problem.firstArc[application + 1] ?? 0); arc++)
    if (problem.arcGroup[arc] === group) return (problem.arcCost[arc] ?? 0) + (placement.price[group] ?? 0);
  throw new Error(`Application ${application} is in a group that is not open to it.`);
}
