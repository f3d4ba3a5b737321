import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDatabase } from "@/db/client";
import { type FreshDatabase, freshDatabase } from "@/db/testing/fresh-database";
import { systemActor, visitor } from "@/lib/access/actor";
import { importRegister } from "@/lib/schools/import-register";
import { type Judged, judgeSearch, score } from "./judge-search";

/** vitest.config.ts leaves this file out where the national files are not beside the repository. */
const folder = process.env.REGISTER_FOLDER ?? "";
const file = join(folder, "edubasealldata20240708_assembled.csv.gz");
const links = join(folder, "links_edubasealldata20240717.csv.gz");

describe("on the national register of 2024", () => {
  let database: FreshDatabase;
  let judged: Judged[] = [];

  beforeAll(async () => {
    database = await freshDatabase({ connections: 1 });
    const input = { file, links, confirmed: true };
    const answer = await importRegister(database.as(systemActor("test")), input);
    expect(answer).toMatchObject({ ok: true, value: { rows: 42_583 } });
    await vacuum(database.url);
    judged = await judgeSearch(database.as(visitor), { seed: "test", each: 24, rounds: 1 });
  }, 240_000);
  afterAll(() => database.drop());

  test("at least 300 questions of 14 kinds are asked", () => {
    expect(judged.length).toBeGreaterThanOrEqual(300);
    expect(new Set(judged.map(({ question }) => question.category)).size).toBe(14);
  });

  test("98 in 100 have their school in the first three, 95 in 100 first where no other is meant as well", () => {
    const { inFirstThree, first } = score(judged);
    expect(inFirstThree).toBeGreaterThanOrEqual(0.98);
    expect(first).toBeGreaterThanOrEqual(0.95);
  });
});

async function vacuum(url: string): Promise<void> {
  const database = createDatabase(url, { max: 1, statementTimeout: 120_000 });
  await database.pool.query("vacuum analyze");
  await database.close();
}
