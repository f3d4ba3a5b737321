import fc from "fast-check";
import { expect, test } from "vitest";
import { GroupHeap } from "./heap";

test("settles groups by their lowest offered key", () => {
  const heap = new GroupHeap(12);
  const offers = fc.array(fc.tuple(fc.nat(11), fc.nat(30)), { maxLength: 60 });
  fc.assert(
    fc.property(offers, (list) => {
      heap.start();
      const lowest = new Map<number, number>();
      for (const [group, key] of list) {
        const better = key < (lowest.get(group) ?? Number.POSITIVE_INFINITY);
        expect(heap.offer(group, key)).toBe(better);
        if (better) lowest.set(group, key);
      }
      const keys: number[] = [];
      while (heap.lowestKey() !== Number.POSITIVE_INFINITY) {
        const key = heap.lowestKey();
        expect(lowest.get(heap.settleLowest())).toBe(key);
        keys.push(key);
      }
      expect(keys).toEqual([...lowest.values()].sort((x, y) => x - y));
      expect(heap.settledCount).toBe(lowest.size);
    }),
  );
});
