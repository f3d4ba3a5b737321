import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { createDatabase } from "@/db/client";
import { TEST_NOW } from "@/db/testing/factories";
import { testContext } from "@/db/testing/test-context";
import { databaseIsSilent, readHealth } from "./health";

const t = testContext();
const health = () => readHealth(t.db, TEST_NOW);

/** A worker that gave its sign just now, and a register that is a month old. */
async function allIsWell(): Promise<void> {
  await t.db.execute(sql`update pgboss.version set cron_on = now()`);
  await t.db.execute(sql`delete from register_version`);
  await t.db.execute(
    sql`insert into register_version (version, imported_at) values (1, '2026-04-13T09:00:00Z')`,
  );
}

async function aJob(values: { state: string; minutesAgo: number }): Promise<void> {
  const at = sql`now() - make_interval(mins => ${values.minutesAgo})`;
  await t.db.execute(sql`
    insert into pgboss.job (name, state, start_after, created_on, completed_on)
    select name, ${values.state}::pgboss.job_state, ${at}, ${at}, case when ${values.state} = 'failed' then ${at} end
    from pgboss.queue order by name limit 1`);
}

describe("the health of the service", () => {
  test("is well with its tables, a worker at work and a register of this term", async () => {
    await allIsWell();
    await aJob({ state: "created", minutesAgo: 1 });
    expect(await health()).toMatchObject({
      ok: true,
      wrong: [],
      watch: [],
      figures: { jobs: { waiting: 1, failed: 0 }, registerAgeDays: 30 },
    });
  });

  test("is not well when migrations are missing", async () => {
    await allIsWell();
    await t.db.execute(sql`
      delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations)`);
    expect(await health()).toMatchObject({
      ok: false,
      wrong: ["1 migration not applied: migrate the database"],
    });
  });

  test("is not well without tables", async () => {
    await t.db.execute(sql`alter schema drizzle rename to gone`);
    expect(await health()).toMatchObject({
      ok: false,
      wrong: [expect.stringContaining("tables are not there")],
    });
  });

  test("is not well when a job waits for too long", async () => {
    await allIsWell();
    await aJob({ state: "created", minutesAgo: 40 });
    await aJob({ state: "retry", minutesAgo: 2 });
    expect((await health()).wrong).toEqual([
      "2 jobs waiting, the oldest for 40 minutes: see the worker's log",
    ]);
  });

  test.each([
    ["never came", sql`null`],
    ["has been silent for five minutes", sql`now() - interval '5 minutes'`],
  ])("is not well when the worker %s", async (_, sign) => {
    await allIsWell();
    await t.db.execute(sql`update pgboss.version set cron_on = ${sign}`);
    expect(await health()).toMatchObject({
      ok: false,
      wrong: [expect.stringContaining("worker gives no sign")],
    });
  });

  test("works, and asks to be looked after, when jobs were given up or the register is old", async () => {
    await allIsWell();
    await aJob({ state: "failed", minutesAgo: 60 });
    await aJob({ state: "failed", minutesAgo: 60 * 30 });
    await t.db.execute(sql`update register_version set imported_at = '2025-09-01'`);
    expect(await health()).toMatchObject({
      ok: true,
      watch: [
        "1 job given up in 24 hours: see the worker's log",
        "The national register is 254 days old: import a new one",
      ],
    });
    await t.db.execute(sql`delete from register_version`);
    expect((await health()).watch).toContainEqual(expect.stringContaining("has not been imported"));
  });

  test("is an answer when the database is not there", async () => {
    const nowhere = createDatabase("postgres://nobody@127.0.0.1:1/nothing");
    expect(await readHealth(nowhere.db, TEST_NOW)).toEqual(databaseIsSilent);
    await nowhere.close();
  });
});
