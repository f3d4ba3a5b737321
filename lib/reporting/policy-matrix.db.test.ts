import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildWorld, type World } from "@/db/testing/cast";
import { type FreshDatabase, freshDatabase } from "@/db/testing/fresh-database";
import type { MatrixRow } from "@/db/testing/policy-matrix";
import type { Actor } from "@/lib/access/actor";
import { withTransaction } from "@/lib/access/context";

const lib = fileURLToPath(new URL("..", import.meta.url));
const adapters = ["access", "auth", "events", "forms", "jobs", "kernel"];
const domains = readdirSync(lib, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !adapters.includes(entry.name))
  .map((entry) => entry.name);

const deeds = domains.flatMap(deedsOf);
const rows: readonly MatrixRow[] = (await Promise.all(domains.map(rowsOf))).flat();

describe("the policy matrix", () => {
  test("has one row for each deed, and none for a deed that is gone", () => {
    expect(rows.map((row) => row.deed).sort()).toEqual([...deeds].sort());
  });

  let fresh: FreshDatabase;
  let world: World;
  beforeAll(async () => {
    fresh = await freshDatabase({ connections: 1 });
    world = await buildWorld(fresh.db);
  });
  afterAll(() => fresh.drop());

  test.each(rows.map((row) => [row.deed, row] as const))("%s", async (_, row) => {
    const actors: [string, Actor][] = Object.entries(world.cast);
    for (const [name, extra] of Object.entries(row.extras ?? {}))
      actors.push([name, await extra.actor(world)]);
    const past: string[] = [];
    for (const [name, actor] of actors) if (await getsPast(row, actor)) past.push(name);
    expect(past.sort()).toEqual(expected(row, actors));
  });

  /** Tries the deed in a transaction that is undone, so that no try sees what another did. */
  async function getsPast(row: MatrixRow, actor: Actor): Promise<boolean> {
    const undone = await withTransaction(fresh.as(actor), async (tx) => {
      const answer = await row.attempt({ ...world, db: tx.db }, tx);
      return { ok: false, past: !isNotFound(answer) };
    });
    return undone.past;
  }
});

function expected(row: MatrixRow, actors: readonly (readonly [string, Actor])[]): string[] {
  const extras = Object.entries(row.extras ?? {}).filter(([, extra]) => extra.opens);
  return [...castOf(row, actors), ...extras.map(([name]) => name)].sort();
}

const among = {
  everyone: () => true,
  "every browser": ({ kind }: Actor) => kind !== "system",
  "everyone signed in": ({ kind }: Actor) => kind === "user",
};

function castOf(
  { opens, extras }: MatrixRow,
  actors: readonly (readonly [string, Actor])[],
): readonly string[] {
  if (typeof opens !== "string") return opens;
  return actors.filter(([name, actor]) => !extras?.[name] && among[opens](actor)).map(([name]) => name);
}

function isNotFound(answer: unknown): boolean {
  const refusal: unknown = Reflect.get(Object(answer), "refusal");
  return Reflect.get(Object(answer), "ok") === false && Reflect.get(Object(refusal), "code") === "not_found";
}

/** A deed is a file that opens a transaction. */
function deedsOf(domain: string): string[] {
  return readdirSync(join(lib, domain))
    .filter((name) => name.endsWith(".ts") && !name.includes(".test."))
    .filter((name) => /\bwithTransaction\(/.test(readFileSync(join(lib, domain, name), "utf8")))
    .map((name) => `${domain}/${name.slice(0, -3)}`);
}

async function rowsOf(domain: string): Promise<readonly MatrixRow[]> {
  const path = join(lib, domain, "policy-matrix.ts");
  const module: { policyMatrix?: readonly MatrixRow[] } = await import(path).catch((fault: unknown) => {
    if (readdirSync(join(lib, domain)).includes("policy-matrix.ts")) throw fault;
    return {};
  });
  return module.policyMatrix ?? [];
}
