import { buildSizedProblem } from "../build-sized-problem";
import { explainRun } from "../explain-run";
import { buildInstance, type Instance } from "../instance";
import type { MatchInput } from "../match-input";
import type { SizedApplicationResult } from "../match-outcome";
import { placeSized } from "../place-sized";
import type { PricedPlacement } from "../polish-placement";
import { buildProblem } from "../solver/problem";
import { SizedFlow } from "../solver/sized-flow";
import { strictWeights } from "../solver/strict-weights";

/** An input as a run places and explains it. */
export interface Explained {
  readonly instance: Instance;
  readonly placement: PricedPlacement;
  readonly results: readonly SizedApplicationResult[];
}

export async function explain(input: MatchInput): Promise<Explained> {
  const instance = buildInstance(input);
  const sized = (await placeSized(instance, { timeLimit: 20 })).placement;
  const placement = { ...sized, minimum: buildSizedProblem(instance).minimum };
  return { instance, placement, results: explainRun(instance, placement) };
}

/**
 * The input with some rows changed, placed from the start in the groups that run here, each held to its size. A group
 * that is not there yet runs with at least as many schools as it says it needs. Weighed as the placement was, or with
 * weights over all: those of a placement cannot be compared between parts that have nothing to do with each other.
 */
export function placeAnew(
  { instance, placement }: Explained,
  changed: Partial<MatchInput>,
  weights: ArrayLike<number> = placement.waitingWeight,
) {
  const { problem, pairs, groups } = buildInstance({ ...instance.input, ...changed });
  const known = groups.map(({ id }) => instance.indexOfGroup(id));
  const runs = known.map((index) => index < 0 || placement.runs[index] === 1);
  const least = groups.map(({ minimum = 0 }, g) =>
    (known[g] ?? -1) < 0 ? minimum : (placement.minimum[known[g] ?? -1] ?? 0),
  );
  const capacity = Array.from(problem.capacity, (places, group) => (runs[group] ? places : 0));
  const waitingWeight = problem.waitingWeight.map((weight, a) =>
    Number.isFinite(weight) ? (weights[a] ?? 0) : weight,
  );
  const flow = new SizedFlow(
    buildProblem({ applications: problem.applications, capacity, pairs, waitingWeight }),
  );
  for (const group of capacity.keys()) if (runs[group]) flow.open(group, 0);
  for (let a = 0; a < problem.applications; a++)
    if (!flow.insert(a)) return { isHeld: false, state: flow.state };
  const isHeld = capacity.every((_, g) => !runs[g] || flow.require(g, least[g] ?? 0));
  return { isHeld, state: flow.state };
}

/** Weights with which one school of a tier outweighs all of the later tiers, wherever they are. */
export function weightsOverAll({ instance }: Explained): Float64Array {
  const { tier, problem, smallestStep } = instance;
  const largestCost = 10_000;
  return strictWeights({ tier, given: [...problem.waitingWeight], largestCost, smallestStep });
}
