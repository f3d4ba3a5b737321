import { ABSENT, WAITING } from "./placement";
import type { Problem } from "./problem";

/** The price of a closed group: nobody goes there. */
const CLOSED = Number.POSITIVE_INFINITY;

/**
 * Which groups run, who is where and at what price: the working state of a search over sets of running groups, made of
 * typed arrays so that keeping it and going back to it costs microseconds.
 */
export class SizedState {
  readonly problem: Problem;
  /** The arc each application is placed on, WAITING or ABSENT. */
  readonly arcOf: Int32Array;
  /** Schools in each group. */
  readonly size: Int32Array;
  /** Schools a running group is held to. */
  readonly least: Int32Array;
  /** Points: positive only in full groups, negative only in groups held to their size, Infinity in closed ones. */
  readonly price: Float64Array;
  readonly firstIn: Int32Array;
  readonly nextIn: Int32Array;
  private readonly previousIn: Int32Array;
  /** Waiting weights and costs of all who are present. */
  total = 0;

  constructor(problem: Problem) {
    this.problem = problem;
    this.arcOf = new Int32Array(problem.applications).fill(ABSENT);
    this.size = new Int32Array(problem.groups);
    this.least = new Int32Array(problem.groups);
    this.price = new Float64Array(problem.groups).fill(CLOSED);
    this.firstIn = new Int32Array(problem.groups).fill(-1);
    this.nextIn = new Int32Array(problem.applications).fill(-1);
    this.previousIn = new Int32Array(problem.applications).fill(-1);
  }

  isOpen(group: number): boolean {
    return this.price[group] !== CLOSED;
  }

  open(group: number, least: number, price: number): void {
    this.least[group] = least;
    this.price[group] = price;
  }

  /** The group has to be empty. */
  close(group: number): void {
    this.least[group] = 0;
    this.price[group] = CLOSED;
  }

  groupOf(application: number): number {
    const arc = this.arcOf[application] as number;
    return arc < 0 ? -1 : (this.problem.arcGroup[arc] as number);
  }

  /** What a present application pays at these prices: its dual value. */
  value(application: number): number {
    const { arcCost, arcGroup, waitingWeight } = this.problem;
    const arc = this.arcOf[application] as number;
    if (arc < 0) return waitingWeight[application] as number;
    return (arcCost[arc] as number) + (this.price[arcGroup[arc] as number] as number);
  }

  /** Takes the application from where it is and puts it on `arc`, or to WAITING or ABSENT. */
  move(application: number, arc: number): void {
    const from = this.arcOf[application] as number;
    this.total += this.costOf(application, arc) - this.costOf(application, from);
    if (from >= 0) this.unlink(application, this.problem.arcGroup[from] as number);
    this.arcOf[application] = arc;
    if (arc >= 0) this.link(application, this.problem.arcGroup[arc] as number);
  }

  /** Nobody present and every group closed. */
  clear(): void {
    this.arcOf.fill(ABSENT);
    this.size.fill(0);
    this.least.fill(0);
    this.price.fill(CLOSED);
    this.firstIn.fill(-1);
    this.nextIn.fill(-1);
    this.previousIn.fill(-1);
    this.total = 0;
  }

  /** Becomes what `other` is. */
  copyFrom(other: SizedState): void {
    this.arcOf.set(other.arcOf);
    this.size.set(other.size);
    this.least.set(other.least);
    this.price.set(other.price);
    this.firstIn.set(other.firstIn);
    this.nextIn.set(other.nextIn);
    this.previousIn.set(other.previousIn);
    this.total = other.total;
  }

  private costOf(application: number, arc: number): number {
    if (arc >= 0) return this.problem.arcCost[arc] as number;
    return arc === WAITING ? (this.problem.waitingWeight[application] as number) : 0;
  }

  private link(application: number, group: number): void {
    const head = this.firstIn[group] as number;
    this.nextIn[application] = head;
    this.previousIn[application] = -1;
    if (head >= 0) this.previousIn[head] = application;
    this.firstIn[group] = application;
    this.size[group] = (this.size[group] as number) + 1;
  }

  private unlink(application: number, group: number): void {
    const next = this.nextIn[application] as number;
    const previous = this.previousIn[application] as number;
    if (previous >= 0) this.nextIn[previous] = next;
    else this.firstIn[group] = next;
    if (next >= 0) this.previousIn[next] = previous;
    this.size[group] = (this.size[group] as number) - 1;
  }
}
