import { compareText } from "./compare-text";
import { costTerms, isEligible, totalOf } from "./cost";
import { type Explainer, explainApplications } from "./explain-applications";
import type { Instance } from "./instance";
import type { MatchApplication } from "./match-input";
import type { GroupNotViableResult, SizedApplicationResult, UnviableGroup } from "./match-outcome";
import type { PricedPlacement } from "./polish-placement";
import { runningInstance, runningPlacement } from "./running-instance";
import { WhatIf } from "./what-if";

const GROUPS_TOLD = 3;

/**
 * What is said of every application, or of `whom`, when groups run with enough schools or not at all; in order of id. As
 * `explainApplications`, over the groups that run; whoever has only groups that do not run is told what letting them run
 * would do, found by letting them run.
 */
export function explainSized(
  instance: Instance,
  placement: PricedPlacement,
  whom?: Iterable<number>,
): SizedApplicationResult[] {
  const whatIf = new WhatIf(instance, placement);
  const running = runningInstance(instance, placement);
  const explainer: Explainer = {
    placement: runningPlacement(instance, placement, running),
    probe: (options) => whatIf.probe(options),
    passedOver: (index) => whatIf.passedOver(index),
  };
  const unviable = new Unviable(instance, placement, whatIf);
  const indexOf = new Map(instance.applications.map(({ id }, index) => [id, index]));
  return explainApplications(running, explainer, whom)
    .map((result): SizedApplicationResult => {
      const index = indexOf.get(result.application) ?? -1;
      if (result.reason !== "nothing_eligible" || !unviable.concerns(index)) return result;
      const { application, tier, wouldBePlaced } = result;
      return { application, tier, wouldBePlaced, ...unviable.explain(index) };
    })
    .sort((x, y) => compareText(x.application, y.application));
}

/** Applications that are open to groups which do not run. */
class Unviable {
  private readonly instance: Instance;
  private readonly runs: ArrayLike<number>;
  private readonly whatIf: WhatIf;
  /** Schools to which each group is open. */
  private readonly couldCome: Int32Array;
  private readonly known = new Map<number, UnviableGroup>();

  constructor(instance: Instance, { runs }: PricedPlacement, whatIf: WhatIf) {
    this.instance = instance;
    this.runs = runs;
    this.whatIf = whatIf;
    this.couldCome = new Int32Array(instance.groups.length);
    for (const group of instance.pairs.group) this.couldCome[group] = (this.couldCome[group] as number) + 1;
  }

  concerns(index: number): boolean {
    return this.optionsOf(index).length > 0;
  }

  explain(index: number): Pick<GroupNotViableResult, "reason" | "options" | "groups" | "smallerGroup"> {
    const options = this.optionsOf(index);
    const groups = options.slice(0, GROUPS_TOLD).map((group) => this.describe(group));
    const smallerGroup = this.findSmallerGroup(index, options);
    return { reason: "group_not_viable", options: options.length, groups, smallerGroup };
  }

  private findSmallerGroup(index: number, options: readonly number[]): GroupNotViableResult["smallerGroup"] {
    for (const option of options) {
      const members = this.whatIf.openAnySize(option);
      if (members.has(index)) return { group: this.instance.groups[option]?.id ?? "", schools: members.size };
    }
    return null;
  }

  /** Groups that do not run and would be open, the one that suits best first. */
  private optionsOf(index: number): number[] {
    const { applications, candidates, indexOfGroup, input } = this.instance;
    return candidates
      .of(applications[index] as MatchApplication)
      .filter((pair) => isEligible(pair) && this.runs[indexOfGroup(pair.group.id)] !== 1)
      .map((pair) => ({ group: indexOfGroup(pair.group.id), cost: totalOf(costTerms(pair, input.policy)) }))
      .sort((x, y) => x.cost - y.cost || x.group - y.group)
      .map(({ group }) => group);
  }

  private describe(group: number): UnviableGroup {
    const known = this.known.get(group) ?? this.find(group);
    this.known.set(group, known);
    return known;
  }

  private find(index: number): UnviableGroup {
    const { id = "", minimum = 0 } = this.instance.groups[index] ?? {};
    const couldCome = this.couldCome[index] ?? 0;
    return { group: id, minimum, couldCome, ifItRan: this.whatIf.open(index) };
  }
}
