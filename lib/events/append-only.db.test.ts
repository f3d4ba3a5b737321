import { type SQL, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { testContext } from "@/db/testing/test-context";
import { systemActor } from "@/lib/access/actor";
import { withTransaction } from "@/lib/access/context";
import { clockMoved } from "@/lib/people/events";
import { recordEvent } from "./record-event";

const t = testContext();

async function outcomeOf(statement: SQL): Promise<unknown> {
  return withTransaction(t.as(systemActor("test")), (tx) => tx.db.execute(statement)).catch((fault) => fault);
}

test.each([
  ["changed", sql`update events set payload = '{}'`],
  ["removed", sql`delete from events`],
  ["emptied out", sql`truncate events`],
  [
    "changed by an upsert",
    sql`insert into events select * from events on conflict (id) do update set type = 'x'`,
  ],
])("what happened cannot be %s, whoever asks the database", async (_, statement) => {
  await withTransaction(t.as(systemActor("test")), (tx) =>
    recordEvent(tx, clockMoved, { payload: { aheadSeconds: 60 } }),
  );
  const before = await t.db.execute(sql`select * from events order by id`);
  expect(await outcomeOf(statement)).toMatchObject({ name: "QueryFault" });
  expect((await t.db.execute(sql`select * from events order by id`)).rows).toEqual(before.rows);
});

test("a reading of case notes cannot be removed or changed either", async () => {
  const { rows } = await t.db.execute(sql`
    select event_manipulation as of_what from information_schema.triggers
    where trigger_name = 'case_note_reads_append_only' order by 1`);
  expect(rows).toEqual([{ of_what: "DELETE" }, { of_what: "UPDATE" }]);
});
