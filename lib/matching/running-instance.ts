import type { IndexedPairs, Instance } from "./instance";
import type { PricedPlacement } from "./polish-placement";
import { Placement } from "./solver/placement";
import { arcTo, buildProblem } from "./solver/problem";

/** The instance without the pairs of groups that do not run, weighed as the placement was. */
export function runningInstance(instance: Instance, { runs, waitingWeight }: PricedPlacement): Instance {
  const pairs: IndexedPairs = { application: [], group: [], cost: [] };
  instance.pairs.group.forEach((group, pair) => {
    if (runs[group] !== 1) return;
    pairs.group.push(group);
    pairs.application.push(instance.pairs.application[pair] ?? -1);
    pairs.cost.push(instance.pairs.cost[pair] ?? 0);
  });
  const { applications, capacity } = instance.problem;
  const weights = Float64Array.from(waitingWeight);
  const problem = buildProblem({ applications, capacity, pairs, waitingWeight: weights });
  return { ...instance, pairs, problem };
}

/** A priced placement as the solver's own, over the groups that run. */
export function runningPlacement(instance: Instance, placement: PricedPlacement): Placement {
  const { problem } = runningInstance(instance, placement);
  const built = new Placement(problem);
  for (let group = 0; group < problem.groups; group++) {
    built.price[group] = placement.price[group] ?? 0;
    if (placement.runs[group] !== 1) built.resize(group, -(problem.capacity[group] ?? 0));
  }
  for (let a = 0; a < problem.applications; a++) built.move(a, arcTo(problem, a, placement.groupOf[a] ?? -1));
  return built;
}
