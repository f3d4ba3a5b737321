import { describe, expect, test } from "vitest";
import { judgeMove, type Move, movesFrom, phases, stages, standings, usualNext } from "./move-rules";

const u: Move = "usual";
const o: Move = "override";
const x: Move = "never";

/** Readiness, Development, Embedding, Sustaining: for a school that was never in Development, then for one that was. */
const expected = {
  primary: {
    none: [
      [u, u, o, o],
      [u, x, o, o],
    ],
    readiness: [
      [u, u, o, o],
      [u, x, o, o],
    ],
    development: [
      [o, x, u, u],
      [o, x, u, u],
    ],
    embedding: [
      [o, o, o, u],
      [o, x, o, u],
    ],
    sustaining: [
      [o, o, o, u],
      [o, x, o, u],
    ],
    break: [
      [u, u, o, o],
      [o, x, o, u],
    ],
  },
  secondary: {
    none: [
      [x, u, o, o],
      [x, x, o, o],
    ],
    readiness: [
      [x, x, x, x],
      [x, x, x, x],
    ],
    development: [
      [x, x, u, u],
      [x, x, u, u],
    ],
    embedding: [
      [x, o, o, u],
      [x, x, o, u],
    ],
    sustaining: [
      [x, o, o, u],
      [x, x, o, u],
    ],
    break: [
      [x, u, o, o],
      [x, x, o, u],
    ],
  },
} as const;

const pairs = phases.flatMap((phase) =>
  standings.flatMap((from) =>
    [false, true].flatMap((everDevelopment, row) =>
      stages.map((to, column) => ({
        phase,
        from,
        to,
        everDevelopment,
        move: expected[phase][from][row]?.[column],
      })),
    ),
  ),
);

describe("moving from stage to stage", () => {
  test.each(pairs)("$phase: $from to $to, Development before: $everDevelopment, is $move", (pair) => {
    expect(judgeMove(pair)).toBe(pair.move);
  });

  test("walks every pair", () => {
    expect(pairs).toHaveLength(2 * 6 * 2 * 4);
  });

  test("never offers Development twice, however long ago the first time was", () => {
    for (const phase of phases)
      for (const from of standings)
        expect(movesFrom({ phase, from, everDevelopment: true }).map(({ to }) => to)).not.toContain(
          "development",
        );
  });

  test("names the usual way on", () => {
    const next = (phase: "primary" | "secondary", from: (typeof standings)[number], everDevelopment = true) =>
      usualNext({ phase, from, everDevelopment });
    expect(next("primary", "none", false)).toBe("development");
    expect(next("primary", "readiness", false)).toBe("development");
    expect(next("primary", "development")).toBe("embedding");
    expect(next("primary", "embedding")).toBe("sustaining");
    expect(next("primary", "sustaining")).toBe("sustaining");
    expect(next("primary", "break")).toBe("sustaining");
    expect(next("secondary", "development")).toBe("embedding");
    expect(next("secondary", "readiness")).toBeUndefined();
  });
});
