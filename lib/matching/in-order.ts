import type { Instance } from "./instance";
import type { Preference } from "./polish-placement";

/**
 * A preference that the order of applications stands above: it never decides who has a place and who waits, and of what
 * it likes equally, most schools stay where the order put them.
 */
export class InOrder implements Preference {
  private readonly wish: Preference;
  private readonly groupOf: ArrayLike<number>;
  private readonly step: number;

  constructor({ applications }: Instance, groupOf: ArrayLike<number>, wish: Preference) {
    this.wish = wish;
    this.groupOf = groupOf;
    this.step = applications.length + 1;
  }

  isOut(application: number, group: number): boolean {
    return this.waits(application) || this.wish.isOut(application, group);
  }

  costOf(application: number, group: number): number {
    const moves = this.groupOf[application] === group ? 0 : 1;
    return this.step * this.wish.costOf(application, group) + moves;
  }

  waitingCost(application: number): number {
    return this.waits(application) ? 0 : Number.POSITIVE_INFINITY;
  }

  private waits(application: number): boolean {
    return (this.groupOf[application] ?? -1) < 0;
  }
}
