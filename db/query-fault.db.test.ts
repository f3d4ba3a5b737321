import { inspect } from "node:util";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { people } from "@/db/schema/people";
import { systemActor } from "@/lib/access/actor";
import { withTransaction } from "@/lib/access/context";
import { QueryFault } from "./query-fault";
import { testContext } from "./testing/test-context";

const t = testContext();

/** What a statement fails with, tried in a savepoint so that the test can go on. */
async function faultOf(statement: (db: typeof t.db) => Promise<unknown>): Promise<unknown> {
  return withTransaction(t.as(systemActor("test")), (tx) => statement(tx.db)).catch((fault) => fault);
}

test("a broken constraint is named without the row that broke it", async () => {
  const ada = { name: "Ada Okonjo", email: "ada.okonjo@school.example" };
  await t.db.insert(people).values(ada);
  const fault = await faultOf((db) => db.insert(people).values(ada));
  expect(fault).toBeInstanceOf(QueryFault);
  expect(fault).toMatchObject({ code: "23505", constraint: "people_email_key" });
  expect(inspect(fault, { depth: 9 })).toContain('insert into "people"');
  expect(inspect(fault, { depth: 9 })).not.toMatch(/okonjo/i);
});

test("neither is a value that the database could not read", async () => {
  const fault = await faultOf((db) => db.execute(sql`select ${"Ada Okonjo"}::uuid`));
  expect(fault).toMatchObject({ code: "22P02" });
  expect(inspect(fault, { depth: 9 })).not.toMatch(/okonjo/i);
});
