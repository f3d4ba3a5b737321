import { nodeOfArc, type OptimalFace, optimalFace } from "./optimal-face";
import { type Placement, WAITING } from "./placement";
import { lowerToMinimalPrices } from "./prices";

/**
 * Turns an optimal placement into the canonical one (invariant I9 of model.md section 2.8): first the prices are
 * lowered to their minimum, then, among all optimal placements, the one is taken in which application 0 has the
 * option it prefers most, then application 1, and so on. Preferred is the smaller cost, then the smaller group index,
 * and any group before waiting. The outcome depends on the problem alone, not on how its optimum was found; a caller
 * that numbers applications and groups by a stable rule gets the same bytes for any order of its rows.
 */
export function canonicalise(placement: Placement): void {
  lowerToMinimalPrices(placement);
  const face = optimalFace(placement);
  const rotation = new Rotation(placement, face);
  for (let a = 0; a < placement.problem.applications; a++) {
    for (let i = face.first[a] as number; i < (face.first[a + 1] as number); i++) {
      const option = face.arc[i] as number;
      if (option === placement.arcOf[a] || rotation.bring(a, option)) break;
    }
    rotation.settle(a);
  }
}

/** Moves applications round closed chains of tight options; every placement it makes is optimal. */
class Rotation {
  private readonly placement: Placement;
  private readonly face: OptimalFace;
  private readonly elsewhere: number;
  private readonly settled: Uint8Array;
  /** Those who may wait or be placed, whichever they do now. */
  private readonly waiters: number[] = [];
  /** Groups of price 0 that free places may come to. */
  private readonly zeroPriced: number[] = [];
  private readonly queue: Int32Array;
  private queued = 0;
  private readonly seenInRound: Int32Array;
  private round = 0;
  private readonly cameFrom: Int32Array;
  /** Who moved to come to a node, -1 when a free place did; and on which option. */
  private readonly cameWith: Int32Array;
  private readonly cameOn: Int32Array;

  constructor(placement: Placement, face: OptimalFace) {
    const { applications, groups } = placement.problem;
    this.placement = placement;
    this.face = face;
    this.elsewhere = groups;
    this.settled = new Uint8Array(applications);
    this.queue = new Int32Array(groups + 1);
    this.seenInRound = new Int32Array(groups + 1);
    this.cameFrom = new Int32Array(groups + 1);
    this.cameWith = new Int32Array(groups + 1);
    this.cameOn = new Int32Array(groups + 1);
    const home = face.component[groups];
    for (let g = 0; g < groups; g++) {
      if (placement.price[g] === 0 && face.component[g] === home) this.zeroPriced.push(g);
    }
    for (let a = 0; a < applications; a++) {
      const last = (face.first[a + 1] as number) - 1;
      if (last > (face.first[a] as number) && face.arc[last] === WAITING) this.waiters.push(a);
    }
  }

  /** Whoever is settled does not move again. */
  settle(application: number): void {
    this.settled[application] = 1;
  }

  /** Puts the application on `option` if those not yet settled can make way within the optimum. */
  bring(application: number, option: number): boolean {
    const { placement } = this;
    const from = nodeOfArc(placement, placement.arcOf[application] as number);
    const to = nodeOfArc(placement, option);
    if (this.face.component[from] !== this.face.component[to] || !this.reaches(to, from, application))
      return false;
    for (let node = from; node !== to; node = this.cameFrom[node] as number) {
      const mover = this.cameWith[node] as number;
      if (mover >= 0) this.placement.move(mover, this.cameOn[node] as number);
    }
    this.placement.move(application, option);
    return true;
  }

  /** Breadth first: can one unit too many at `start` be passed on to `goal` without moving `except`? */
  private reaches(start: number, goal: number, except: number): boolean {
    this.round++;
    this.queued = 0;
    this.visit(start, -1, -1, WAITING);
    for (let i = 0; i < this.queued; i++) {
      const node = this.queue[i] as number;
      if (node === goal) return true;
      if (node === this.elsewhere) this.passOnFromElsewhere(goal, except);
      else this.passOnFromGroup(node, except);
    }
    return false;
  }

  private passOnFromElsewhere(goal: number, except: number): void {
    if (this.placement.price[goal] === 0) {
      this.visit(goal, this.elsewhere, -1, WAITING);
      return;
    }
    for (const group of this.zeroPriced) this.visit(group, this.elsewhere, -1, WAITING);
    for (const a of this.waiters) {
      if (this.placement.arcOf[a] === WAITING) this.passOn(a, this.elsewhere, except);
    }
  }

  private passOnFromGroup(group: number, except: number): void {
    const { firstIn, nextIn, room } = this.placement;
    if ((room[group] as number) > 0) this.visit(this.elsewhere, group, -1, WAITING);
    for (let a = firstIn[group] as number; a >= 0; a = nextIn[a] as number) this.passOn(a, group, except);
  }

  private passOn(application: number, node: number, except: number): void {
    if (this.settled[application] === 1 || application === except) return;
    const { first, arc } = this.face;
    for (let i = first[application] as number; i < (first[application + 1] as number); i++) {
      const option = arc[i] as number;
      this.visit(nodeOfArc(this.placement, option), node, application, option);
    }
  }

  private visit(node: number, from: number, mover: number, option: number): void {
    if (this.seenInRound[node] === this.round) return;
    if (from >= 0 && this.face.component[node] !== this.face.component[from]) return;
    this.seenInRound[node] = this.round;
    this.cameFrom[node] = from;
    this.cameWith[node] = mover;
    this.cameOn[node] = option;
    this.queue[this.queued++] = node;
  }
}
