import type { IndexedPairs, Instance } from "./instance";
import type { PricedPlacement } from "./polish-placement";
import { Placement } from "./solver/placement";
import { arcTo, buildProblem } from "./solver/problem";

/** The instance without the pairs of groups that do not run, weighed as the placement was. */
export function runningInstance(instance: Instance, { runs, waitingWeight }: PricedPlacement): Instance {
  const { application, group, cost } = instance.pairs;
  const pairs: IndexedPairs = { application: [], group: [], cost: [] };
  for (let pair = 0; pair < group.length; pair++) {
    const g = group[pair] as number;
    if (runs[g] !== 1) continue;
    pairs.group.push(g);
    pairs.application.push(application[pair] as number);
    pairs.cost.push(cost[pair] as number);
  }
  const { applications, capacity } = instance.problem;
  const weights = Float64Array.from(waitingWeight);
  const problem = buildProblem({ applications, capacity, pairs, waitingWeight: weights });
  return { ...instance, pairs, problem };
}

/** A priced placement as the solver's own, over the groups that run; `running` where it is built already. */
export function runningPlacement(
  instance: Instance,
  placement: PricedPlacement,
  running = runningInstance(instance, placement),
): Placement {
  const { problem } = running;
  const built = new Placement(problem);
  for (let group = 0; group < problem.groups; group++) {
    built.price[group] = placement.price[group] ?? 0;
    if (placement.runs[group] !== 1) built.resize(group, -(problem.capacity[group] ?? 0));
  }
  for (let a = 0; a < problem.applications; a++) built.move(a, arcTo(problem, a, placement.groupOf[a] ?? -1));
  return built;
}
