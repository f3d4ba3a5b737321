import type { Problem } from "./problem";

/** In `arcOf`: the application waits. */
export const WAITING = -1;
/** In `arcOf`: the application has not come, or has withdrawn. */
export const ABSENT = -2;

/**
 * Who is where, and the price of a place in each group: the working state of the flow.
 * The occupants of a group are a doubly linked list through `firstIn`, `nextIn`, `previousIn` (-1 ends it).
 */
export class Placement {
  readonly problem: Problem;
  /** The arc each application is placed on, WAITING or ABSENT. */
  readonly arcOf: Int32Array;
  /** Places; begins as the problem's and follows `addPlace` and `removePlace`. */
  readonly capacity: Int32Array;
  /** Free places. */
  readonly room: Int32Array;
  /** Dual prices in points, never negative; positive only where no place is free. */
  readonly price: Float64Array;
  readonly firstIn: Int32Array;
  readonly nextIn: Int32Array;
  private readonly previousIn: Int32Array;

  constructor(problem: Problem) {
    this.problem = problem;
    this.arcOf = new Int32Array(problem.applications).fill(ABSENT);
    this.capacity = problem.capacity.slice();
    this.room = problem.capacity.slice();
    this.price = new Float64Array(problem.groups);
    this.firstIn = new Int32Array(problem.groups).fill(-1);
    this.nextIn = new Int32Array(problem.applications).fill(-1);
    this.previousIn = new Int32Array(problem.applications).fill(-1);
  }

  /** The group an application is in, or -1. */
  groupOf(application: number): number {
    const arc = this.arcOf[application] as number;
    return arc < 0 ? -1 : (this.problem.arcGroup[arc] as number);
  }

  /** What a present application pays at these prices: its dual value. */
  value(application: number): number {
    const arc = this.arcOf[application] as number;
    if (arc < 0) return this.problem.waitingWeight[application] as number;
    return (
      (this.problem.arcCost[arc] as number) + (this.price[this.problem.arcGroup[arc] as number] as number)
    );
  }

  /** Takes the application from where it is and puts it on `arc`, or to WAITING or ABSENT. Prices are left alone. */
  move(application: number, arc: number): void {
    const from = this.groupOf(application);
    if (from >= 0) this.unlink(application, from);
    this.arcOf[application] = arc;
    if (arc >= 0) this.link(application, this.problem.arcGroup[arc] as number);
  }

  /** Changes the number of places of a group; free places may go below 0 until somebody has been moved. */
  resize(group: number, places: number): void {
    this.capacity[group] = (this.capacity[group] as number) + places;
    this.room[group] = (this.room[group] as number) + places;
  }

  /** A copy that can be changed without changing this one. */
  copy(): Placement {
    const twin = new Placement(this.problem);
    twin.arcOf.set(this.arcOf);
    twin.capacity.set(this.capacity);
    twin.room.set(this.room);
    twin.price.set(this.price);
    twin.firstIn.set(this.firstIn);
    twin.nextIn.set(this.nextIn);
    twin.previousIn.set(this.previousIn);
    return twin;
  }

  /** The group of every application, -1 for waiting or absent. */
  toGroups(): Int32Array {
    return this.arcOf.map((_, application) => this.groupOf(application));
  }

  private link(application: number, group: number): void {
    const head = this.firstIn[group] as number;
    this.nextIn[application] = head;
    this.previousIn[application] = -1;
    if (head >= 0) this.previousIn[head] = application;
    this.firstIn[group] = application;
    this.room[group] = (this.room[group] as number) - 1;
  }

  private unlink(application: number, group: number): void {
    const next = this.nextIn[application] as number;
    const previous = this.previousIn[application] as number;
    if (previous >= 0) this.nextIn[previous] = next;
    else this.firstIn[group] = next;
    if (next >= 0) this.previousIn[next] = previous;
    this.room[group] = (this.room[group] as number) + 1;
  }
}
