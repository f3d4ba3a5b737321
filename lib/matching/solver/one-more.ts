import { arcTo, type Problem } from "./problem";
import { SizedFlow } from "./sized-flow";
import { SizedState } from "./sized-state";

/** A problem of which some groups run, and further groups that could. */
export interface MoreInput {
  readonly problem: Problem;
  /** 1 for each group that runs. */
  readonly runs: ArrayLike<number>;
  /** Schools each running group is held to. */
  readonly minimum: ArrayLike<number>;
  /** A best placement that is known already: the group of every application, and prices that prove it. */
  readonly known?: { readonly groupOf: ArrayLike<number>; readonly price: ArrayLike<number> };
  /** Whether a placement breaks no rule that the problem does not know; any will do when not given. */
  readonly isAllowed?: (state: SizedState) => boolean;
}

/** Who would come in if there were one place, or one group, more than there is. */
export interface Entry {
  /** Of those asked for, all who would be placed whichever of the best placements is taken. */
  readonly applications: readonly number[];
  /** Schools that the group would have. */
  readonly schools: number;
}

/**
 * Asks a problem with a given set of running groups what one more of something would change: places everybody from
 * nothing, then with the change, and goes back. Nothing is claimed where the best placements differ in it.
 */
export class OneMore {
  private readonly flow: SizedFlow;
  private readonly input: MoreInput;
  private readonly capacity: Int32Array;
  private readonly before: SizedState;
  private readonly after: SizedState;
  /** False where the groups cannot all be held to their least sizes. */
  private readonly isSolved: boolean;

  constructor(input: MoreInput) {
    this.capacity = input.problem.capacity.slice();
    const problem = { ...input.problem, capacity: this.capacity };
    this.input = input;
    this.flow = new SizedFlow(problem);
    this.before = new SizedState(problem);
    this.after = new SizedState(problem);
    this.isSolved = this.solve();
    this.before.copyFrom(this.flow.state);
  }

  /** Running groups in which one more place is worth something. */
  dearGroups(): number[] {
    return Array.from(this.before.price.keys()).filter((group) => {
      const price = this.before.price[group] as number;
      return this.input.runs[group] === 1 && price > 0;
    });
  }

  /** The best placement before any change, for `known`; undefined where there is none. */
  get best(): MoreInput["known"] {
    if (!this.isSolved) return undefined;
    const { arcOf, price } = this.before;
    return { groupOf: arcOf.map((_, a) => this.before.groupOf(a)), price };
  }

  /** What becomes of these applications with one more place in a running group. */
  withPlace(group: number, applications: readonly number[]): Entry | undefined {
    this.capacity[group] = (this.capacity[group] as number) + 1;
    const change = () => this.flow.require(group, this.before.least[group] as number);
    const entry = this.tryOut(group, applications, change);
    this.capacity[group] = (this.capacity[group] as number) - 1;
    return entry;
  }

  /** The same with one of the other groups, held to at least so many schools; undefined where it is no better for all together. */
  withGroup(group: number, least: number, applications: readonly number[]): Entry | undefined {
    return this.tryOut(group, applications, () => this.flow.open(group, least));
  }

  private solve(): boolean {
    const { runs, problem, known } = this.input;
    const running = Array.from({ length: problem.groups }, (_, group) => group).filter((g) => runs[g] === 1);
    if (known) return this.begin(running, known);
    for (const group of running) this.flow.open(group, 0);
    for (let a = 0; a < problem.applications; a++) if (!this.flow.insert(a)) return false;
    return running.every((group) => this.flow.require(group, this.input.minimum[group] ?? 0));
  }

  private begin(running: readonly number[], known: NonNullable<MoreInput["known"]>): boolean {
    const { state } = this.flow;
    for (const group of running) state.open(group, this.input.minimum[group] ?? 0, known.price[group] ?? 0);
    for (let a = 0; a < this.input.problem.applications; a++)
      state.move(a, arcTo(this.input.problem, a, known.groupOf[a] ?? -1));
    return true;
  }

  private tryOut(group: number, applications: readonly number[], change: () => boolean): Entry | undefined {
    if (!this.isSolved) return undefined;
    const { state } = this.flow;
    const isBetter = change() && state.total < this.before.total;
    const entry =
      isBetter && (this.input.isAllowed?.(state) ?? true) ? this.entryInto(group, applications) : undefined;
    state.copyFrom(this.before);
    return entry;
  }

  private entryInto(group: number, asked: readonly number[]): Entry {
    this.after.copyFrom(this.flow.state);
    const placed = asked.filter((a) => (this.after.arcOf[a] as number) >= 0);
    return { applications: placed.filter((a) => this.isSure(a)), schools: this.after.size[group] as number };
  }

  /** Whether every best placement places it: without it all others together would be worse off than it is worth. */
  private isSure(application: number): boolean {
    const { state, problem } = this.flow;
    const weight = problem.waitingWeight[application] as number;
    const canDoWithout = this.flow.withdraw(application);
    const isSure = !canDoWithout || this.after.total < state.total + weight;
    state.copyFrom(this.after);
    return isSure;
  }
}
