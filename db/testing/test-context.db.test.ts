import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hubs } from "@/db/schema/hubs";
import { visitor } from "@/lib/access/actor";
import { withTransaction } from "@/lib/access/context";
import { refuse } from "@/lib/kernel/result";
import { aHub } from "./factories";
import { type FreshDatabase, freshDatabase } from "./fresh-database";
import { testContext } from "./test-context";

describe("a test's transaction", () => {
  const t = testContext();
  const named = (slug: string) => t.db.$count(hubs, eq(hubs.slug, slug));

  test.each(["first", "second"])("is undone: the %s test finds no hub of the other", async () => {
    expect(await named("left-behind")).toBe(0);
    await aHub(t.db, { slug: "left-behind" });
    expect(await named("left-behind")).toBe(1);
  });

  test("holds the reference data", async () => {
    expect(await t.db.$count(hubs)).toBeGreaterThan(30);
  });

  test("lets a deed that refuses undo its own writes only", async () => {
    await aHub(t.db, { slug: "before" });
    const answer = await withTransaction(t.as(visitor), async (tx) => {
      await aHub(tx.db, { slug: "inside" });
      return refuse("no");
    });
    expect(answer.ok).toBe(false);
    expect([await named("before"), await named("inside")]).toEqual([1, 0]);
  });
});

describe("a fresh database", () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  afterAll(() => fresh.drop());

  test("really commits, so that another connection sees it", async () => {
    await withTransaction(fresh.as(visitor), (tx) => aHub(tx.db, { slug: "committed" }));
    expect(await fresh.db.$count(hubs, eq(hubs.slug, "committed"))).toBe(1);
  });
});
