import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const here = fileURLToPath(new URL(".", import.meta.url));
const migrations = fileURLToPath(new URL("../../drizzle", import.meta.url));
const model = readFileSync(fileURLToPath(new URL("../../docs/domain-model.md", import.meta.url)), "utf8");
const schema = [here, migrations]
  .flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`))
  .filter((path) => /\/(?!.*\.test\.).*\.(?:ts|sql)$/.test(path))
  .map((path) => readFileSync(path, "utf8"))
  .join("\n");

test("the domain model names tables and constraints that are there", () => {
  const inText = [...model.matchAll(/`([a-z]+(?:_[a-z]+)+)`/g)].map((match) => match[1] ?? "");
  const drawn = [...model.matchAll(/^ {2}([a-z_]+) [|}].*[|{] ([a-z_]+) : /gm)].flatMap((match) => [
    match[1] ?? "",
    match[2] ?? "",
  ]);
  const named = [...new Set([...inText, ...drawn])].filter((name) => !/^(?:started|finished)_on$/.test(name));
  expect(named.length).toBeGreaterThan(90);
  expect(named.filter((name) => !new RegExp(`\\b${name}\\b`).test(schema))).toEqual([]);
});
