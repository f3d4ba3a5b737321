import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { eventKinds } from "./event-kinds";

const root = fileURLToPath(new URL("../..", import.meta.url));

function sourcesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.includes(".test."))
    .map((path) => readFileSync(join(root, folder, path), "utf8"));
}

describe("the kinds of event", () => {
  const known = eventKinds.map(({ type }) => type);

  test("are all that any domain defines, each once", () => {
    const defined = sourcesUnder("lib").flatMap((text) =>
      [...text.matchAll(/\bdefineEvent\(\s*"([a-z_-]+\.[a-z_-]+)"/g)].map(([, type]) => type),
    );
    expect(defined.length).toBeGreaterThan(30);
    expect([...known].sort()).toEqual(defined.sort());
  });

  test("tell a sentence, and nothing for a payload that does not fit", () => {
    const given = eventKinds.find(({ type }) => type === "access.given");
    expect(given?.tell({ role: "headteacher", way: "vouching" })).toBe(
      "Access as headteacher was given because the hub vouched for them",
    );
    expect(given?.tell({ role: "king", way: "vouching" })).toBeUndefined();
  });
});
