import fc from "fast-check";
import { expect, test } from "vitest";
import { rowsByKey } from "./rows";
import { strongComponents } from "./strong-components";

const NODES = 7;

test("two nodes share a component exactly when each reaches the other", () => {
  const edges = fc.array(fc.tuple(fc.nat(NODES - 1), fc.nat(NODES - 1)), { maxLength: 16 });
  fc.assert(
    fc.property(edges, (list) => {
      const rows = rowsByKey(
        NODES,
        list.map(([from]) => from),
      );
      const target = rows.item.map((edge) => list[edge]?.[1] ?? -1);
      const component = strongComponents({ first: rows.first, target });
      for (let x = 0; x < NODES; x++) {
        for (let y = 0; y < NODES; y++) {
          const both = reached(list, x).has(y) && reached(list, y).has(x);
          expect(component[x] === component[y]).toBe(both);
        }
      }
    }),
  );
});

test("a path of a hundred thousand nodes does not exhaust the stack", () => {
  const nodes = 100_000;
  const first = Int32Array.from({ length: nodes + 1 }, (_, n) => n);
  const target = Int32Array.from({ length: nodes }, (_, n) => (n + 1) % nodes);
  expect(new Set(strongComponents({ first, target })).size).toBe(1);
});

function reached(edges: readonly (readonly [number, number])[], start: number): Set<number> {
  const seen = new Set([start]);
  for (const node of seen) for (const [from, to] of edges) if (from === node) seen.add(to);
  return seen;
}
