import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDatabase } from "@/db/client";
import { establishments, organisations } from "@/db/schema/schools";
import { type FreshDatabase, freshDatabase } from "@/db/testing/fresh-database";
import { systemActor, visitor } from "@/lib/access/actor";
import { importRegister } from "@/lib/schools/import-register";
import { judgeSearch, score } from "./search/judge-search";

/** vitest.config.ts leaves this file out where the national files are not beside the repository. */
const folder = process.env.REGISTER_FOLDER ?? "";
const of2024 = ["edubasealldata20240708_assembled.csv.gz", "links_edubasealldata20240717.csv.gz"] as const;
const of2025 = ["edubasealldata20250711_assembled.csv.gz", "links_edubasealldata20250422.csv.gz"] as const;

// One after the other on one database: each test goes on from what the one before has imported.
describe("the national register", () => {
  let database: FreshDatabase;

  beforeAll(async () => {
    database = await freshDatabase({ connections: 1 });
  });
  afterAll(() => database.drop());

  async function take([file, links]: readonly [string, string]) {
    const input = { file: join(folder, file), links: join(folder, links), confirmed: false };
    const answer = await importRegister(database.as(systemActor("test")), input);
    if (!answer.ok) throw new Error(answer.refusal.code);
    return answer.value.counts;
  }

  test("of 2024 is taken, with 140 columns and its links", async () => {
    expect(await take(of2024)).toMatchObject({ new: 42_583, unknown_la: 3, organisations_opened: 22_009 });
    const [school] = await database.db.select().from(establishments).where(eq(establishments.urn, 138_950));
    expect(school).toMatchObject({ name: expect.stringContaining("à Becket") });
  }, 240_000);

  test("is searched: of at least 300 questions of 14 kinds, 98 in 100 have their school in the first three, and 95 in 100 have it first where no other is meant as well", async () => {
    await vacuum(database.url);
    const judged = await judgeSearch(database.as(visitor), { seed: "test", each: 24, rounds: 1 });
    expect(judged.length).toBeGreaterThanOrEqual(300);
    expect(new Set(judged.map(({ question }) => question.category)).size).toBe(14);
    const { inFirstThree, first } = score(judged);
    expect(inFirstThree).toBeGreaterThanOrEqual(0.98);
    expect(first).toBeGreaterThanOrEqual(0.95);
  }, 240_000);

  test("of 2024 changes nothing when it comes again", async () => {
    expect(Object.values(await take(of2024)).every((number) => number === 0)).toBe(true);
  }, 240_000);

  test("of 2025 brings the year's changes, with 135 columns and its links", async () => {
    expect(await take(of2025)).toMatchObject({
      new: 690,
      changed: 1009,
      renamed: 223,
      closed: 689,
      missing: 0,
    });
    expect(await database.db.$count(organisations, eq(organisations.open, true))).toBeGreaterThan(22_000);
  }, 240_000);
});

async function vacuum(url: string): Promise<void> {
  const database = createDatabase(url, { max: 1, statementTimeout: 120_000 });
  await database.pool.query("vacuum analyze");
  await database.close();
}
