import type { Instance } from "./instance";
import type { PricedPlacement } from "./polish-placement";
import type { PassedOver } from "./solver/explain";
import type { ProbeOptions } from "./solver/forward-search";
import { Losses } from "./solver/losses";
import { arcTo } from "./solver/problem";
import { SizedFlow } from "./solver/sized-flow";
import { SizedState } from "./solver/sized-state";
import { waitingByTier } from "./solver/waiting-by-tier";

/** How the waiting by tier, and the cost in points, would differ. */
export interface Difference {
  readonly waiting: readonly number[];
  readonly cost: number;
}

/** Questions put to a placement whose groups run with enough schools, answered by placing anew and then going back. */
export class WhatIf {
  private readonly instance: Instance;
  private readonly flow: SizedFlow;
  private readonly minimum: ArrayLike<number>;
  private readonly before: SizedState;
  private readonly waitingBefore: readonly number[];
  private readonly ofAnySize = new Map<number, ReadonlySet<number>>();
  private losses: Losses | undefined;

  constructor(instance: Instance, placement: PricedPlacement) {
    const waitingWeight = Float64Array.from(placement.waitingWeight);
    this.instance = { ...instance, problem: { ...instance.problem, waitingWeight } };
    this.minimum = placement.minimum;
    this.flow = new SizedFlow(this.instance.problem);
    const { state } = this.flow;
    for (let group = 0; group < state.size.length; group++)
      if (placement.runs[group] === 1)
        state.open(group, placement.minimum[group] ?? 0, placement.price[group] ?? 0);
    for (let a = 0; a < state.arcOf.length; a++)
      state.move(a, arcTo(instance.problem, a, placement.groupOf[a] ?? -1));
    this.before = new SizedState(this.instance.problem);
    this.before.copyFrom(state);
    this.waitingBefore = this.waiting();
  }

  /** Where an application with these options would come now, -1 for waiting. Moves nobody. */
  probe(options: ProbeOptions): { readonly group: number } {
    return this.flow.probe(options);
  }

  /** The groups that are cheaper for a placed application, cheapest first, with what its having each would cost all together. */
  passedOver(index: number): PassedOver[] {
    const { firstArc, arcGroup, arcCost } = this.instance.problem;
    const own = this.before.arcOf[index] ?? -1;
    const cheaper: { arc: number; group: number; saving: number }[] = [];
    for (let arc = firstArc[index] ?? 0; own >= 0 && arc < (firstArc[index + 1] ?? 0); arc++) {
      const saving = (arcCost[own] ?? 0) - (arcCost[arc] ?? 0);
      if (saving > 0) cheaper.push({ arc, group: arcGroup[arc] ?? -1, saving });
    }
    cheaper.sort((x, y) => y.saving - x.saving || x.group - y.group);
    return cheaper
      .slice(0, TRIED)
      .map(({ arc, group, saving }) => ({ group, saving, loss: this.lossOf(index, arc) }));
  }

  /** What it would change if a group ran that does not; null when not enough schools can come. */
  open(group: number): Difference | null {
    return this.tryOut(() => {
      if (!this.flow.open(group, this.minimum[group] ?? 0)) return null;
      const waiting = this.waiting().map((after, tier) => after - (this.waitingBefore[tier] ?? 0));
      return { waiting, cost: this.cost() - costOf(this.before) };
    });
  }

  /** Who would be in a group that does not run if any number would do. */
  openAnySize(group: number): ReadonlySet<number> {
    const known = this.ofAnySize.get(group) ?? this.tryOut(() => this.membersOfAnySize(group));
    this.ofAnySize.set(group, known);
    return known;
  }

  private membersOfAnySize(group: number): ReadonlySet<number> {
    const { flow, before } = this;
    flow.open(group, 0);
    const { state } = flow;
    const members = new Set<number>();
    if (state.total >= before.total) return members;
    for (let a = state.firstIn[group] ?? -1; a >= 0; a = state.nextIn[a] ?? -1) members.add(a);
    return members;
  }

  private lossOf(index: number, arc: number): number {
    if (!this.before.isOpen(this.instance.problem.arcGroup[arc] ?? -1)) return Number.POSITIVE_INFINITY;
    this.losses ??= new Losses(this.before);
    return this.losses.of(index, arc);
  }

  private tryOut<Answer>(change: () => Answer): Answer {
    const answer = change();
    this.flow.state.copyFrom(this.before);
    return answer;
  }

  private waiting(): number[] {
    return waitingByTier(this.instance, this.flow.state.arcOf);
  }

  private cost(): number {
    return costOf(this.flow.state);
  }
}

/** More than are told, as some of them do not run. */
const TRIED = 3;

function costOf({ arcOf, problem }: SizedState): number {
  return arcOf.reduce((sum, arc) => sum + (arc < 0 ? 0 : (problem.arcCost[arc] ?? 0)), 0);
}
