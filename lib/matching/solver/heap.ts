/**
 * A 4-ary min-heap over group indexes 0 … groups-1, each with a key that may only fall while it is inside.
 * `start()` empties it in constant time, so one heap serves any number of searches.
 */
export class GroupHeap {
  /** The key each group was last offered with; the final distance once it has been settled. */
  readonly key: Float64Array;
  /** The groups taken out since `start()`, in order of their keys; the first `settledCount` are valid. */
  readonly settled: Int32Array;
  settledCount = 0;
  private readonly items: Int32Array;
  private readonly place: Int32Array;
  private readonly seenInRound: Int32Array;
  private round = 0;
  private size = 0;

  constructor(groups: number) {
    this.key = new Float64Array(groups);
    this.settled = new Int32Array(groups);
    this.items = new Int32Array(groups);
    this.place = new Int32Array(groups);
    this.seenInRound = new Int32Array(groups);
  }

  start(): void {
    this.round++;
    this.size = 0;
    this.settledCount = 0;
  }

  /** Adds the group or lowers its key. False when it already had this key or a lower one. */
  offer(group: number, key: number): boolean {
    if (this.seenInRound[group] !== this.round) {
      this.seenInRound[group] = this.round;
      this.key[group] = key;
      this.siftUp(group, key, this.size++);
      return true;
    }
    if (key >= (this.key[group] as number)) return false;
    this.key[group] = key;
    this.siftUp(group, key, this.place[group] as number);
    return true;
  }

  /** The lowest key inside, Infinity when empty. */
  lowestKey(): number {
    return this.size === 0 ? Number.POSITIVE_INFINITY : (this.key[this.items[0] as number] as number);
  }

  /** Takes out the group with the lowest key and records it as settled. Only call while `lowestKey()` is finite. */
  settleLowest(): number {
    const lowest = this.items[0] as number;
    this.settled[this.settledCount++] = lowest;
    this.size--;
    if (this.size > 0) this.siftDown(this.items[this.size] as number);
    return lowest;
  }

  private siftUp(group: number, key: number, from: number): void {
    const { items, place, key: keys } = this;
    let at = from;
    while (at > 0) {
      const parentAt = (at - 1) >> 2;
      const parent = items[parentAt] as number;
      if ((keys[parent] as number) <= key) break;
      items[at] = parent;
      place[parent] = at;
      at = parentAt;
    }
    items[at] = group;
    place[group] = at;
  }

  private siftDown(group: number): void {
    const { items, place, key: keys, size } = this;
    const key = keys[group] as number;
    let at = 0;
    for (;;) {
      const first = 4 * at + 1;
      if (first >= size) break;
      const end = Math.min(first + 4, size);
      let childAt = first;
      let childKey = keys[items[first] as number] as number;
      for (let i = first + 1; i < end; i++) {
        const k = keys[items[i] as number] as number;
        if (k < childKey) {
          childKey = k;
          childAt = i;
        }
      }
      if (childKey >= key) break;
      const child = items[childAt] as number;
      items[at] = child;
      place[child] = at;
      at = childAt;
    }
    items[at] = group;
    place[group] = at;
  }
}
