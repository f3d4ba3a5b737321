import { explainApplications, explainerOf } from "./explain-applications";
import { hashMatchInput } from "./input-hash";
import { buildInstance, type Instance } from "./instance";
import type { MatchInput } from "./match-input";
import type { GroupResult, MatchOutcome } from "./match-outcome";
import { canonicalise } from "./solver/canonical";
import { type Certificate, certify } from "./solver/certificate";
import { type Flow, solveFlow } from "./solver/flow";
import type { Placement } from "./solver/placement";
import { whyNotSolve } from "./solver/problem";
import { whyNotMatch } from "./why-not-match";

/**
 * Places applications in groups: fewest waiting in tier 0, then tier 1 and so on, then least cost, then the canonical
 * one of all that are equally good. Pure: the same input gives the same bytes on any machine.
 * Throws a sentence for an input that contradicts itself, and when the result does not prove itself.
 */
export function match(input: MatchInput): MatchOutcome {
  const wrong = whyNotMatch(input);
  if (wrong) throw new Error(wrong);
  const instance = buildInstance(input);
  const { placement } = solve(instance);
  const certificate = prove(instance, placement);
  return {
    inputHash: hashMatchInput(input),
    objective: objectiveOf(instance, placement.toGroups()),
    certificate,
    results: explainApplications(instance, explainerOf(placement)),
    groups: instance.groups.map((_, index) => groupResult(instance, placement, index)),
  };
}

/** The canonical optimum of an instance, ready for single changes. */
export function solve({ problem }: Pick<Instance, "problem">): Flow {
  const wrong = whyNotSolve(problem);
  if (wrong) throw new Error(wrong);
  const flow = solveFlow(problem);
  canonicalise(flow.placement);
  return flow;
}

/** Has the independent checker hold the result against the pairs; a result that does not pass is a fault. */
export function prove(
  { problem, pairs }: Pick<Instance, "problem" | "pairs">,
  placement: Placement,
): Certificate {
  const terms = { capacity: problem.capacity, waitingWeight: problem.waitingWeight, pairs };
  const certificate = certify(terms, { groupOf: placement.toGroups(), price: placement.price });
  if (!certificate.proved) throw new Error(`The result is not proved: ${JSON.stringify(certificate)}`);
  return certificate;
}

/** What a placement, given as the group of every application, comes to. */
export function objectiveOf(
  { tier, tiers, problem }: Instance,
  groupOf: ArrayLike<number>,
): MatchOutcome["objective"] {
  const waiting = new Array<number>(tiers).fill(0);
  let cost = 0;
  for (let index = 0; index < problem.applications; index++) {
    const t = tier[index] ?? 0;
    const group = groupOf[index] ?? -1;
    if (group < 0) waiting[t] = (waiting[t] ?? 0) + 1;
    for (let arc = problem.firstArc[index] ?? 0; arc < (problem.firstArc[index + 1] ?? 0); arc++)
      if (problem.arcGroup[arc] === group) cost += problem.arcCost[arc] ?? 0;
  }
  return { waiting, cost };
}

function groupResult({ groups }: Instance, placement: Placement, index: number): GroupResult {
  const capacity = placement.capacity[index] ?? 0;
  const placed = capacity - (placement.room[index] ?? 0);
  return { group: groups[index]?.id ?? "", placed, capacity, price: placement.price[index] ?? 0 };
}
