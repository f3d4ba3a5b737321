import { afterAll, afterEach, beforeAll, beforeEach, inject } from "vitest";
import { createDatabase, type Database, type OpenDatabase, type Queryable } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { type Ctx, createContext } from "@/lib/access/context";
import { TEST_NOW } from "./factories";
import { databaseUrl, onServer } from "./test-server";

export interface TestContext {
  /** The test's own transaction. */
  readonly db: Queryable;
  /** A context for a deed or a query, in the same transaction. */
  as(actor: Actor, now?: Date): Ctx;
}

type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

/**
 * Gives every test of a file a transaction that is undone at its end: what one test writes, no other sees.
 * A deed's own transaction becomes a savepoint in it. For two connections at once take `freshDatabase`.
 *
 *     const t = testContext();
 *     test("…", async () => { await approveApplication(t.as(assistantLead), { … }) });
 */
export function testContext(): TestContext {
  let database: OpenDatabase | undefined;
  let held: HeldTransaction | undefined;
  beforeAll(async () => {
    database = createDatabase(await workerDatabase(), { max: 1, statementTimeout: 20_000 });
  });
  beforeEach(async () => {
    if (database) held = await holdTransaction(database.db);
  });
  afterEach(async () => {
    await held?.undo();
    held = undefined;
  });
  afterAll(() => database?.close());

  const transaction = () => {
    if (!held) throw new Error("The database is there inside a test only");
    return held.transaction;
  };
  return {
    get db() {
      return transaction();
    },
    as: (actor, now = TEST_NOW) => createContext(transaction() as unknown as Database, actor, now),
  };
}

/** The database of this worker of vitest: made once, always left as it was found. */
async function workerDatabase(): Promise<string> {
  const { url, prefix } = inject("testServer");
  const name = `${prefix}_worker_${process.env.VITEST_POOL_ID}`;
  await onServer(url, async (client) => {
    // A worker that has just ended may have made it in the meantime.
    await client.query("select pg_advisory_lock(hashtext($1))", [name]);
    const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
    if (rowCount === 0)
      await client.query(`create database "${name}" template "${prefix}_template"`).catch(unlessThereNow);
  });
  return databaseUrl(url, name);
}

/** A worker that takes the number of one that is just ending may find that both make its database. */
function unlessThereNow(fault: unknown): void {
  const { code } = Object(fault);
  if (code !== "23505" && code !== "42P04") throw fault;
}

interface HeldTransaction {
  readonly transaction: Transaction;
  undo(): Promise<void>;
}

class Undone extends Error {}

/** Drizzle gives a transaction to a function only; this keeps that function waiting until the test is over. */
async function holdTransaction(db: Database): Promise<HeldTransaction> {
  let end: () => void = () => undefined;
  const testIsOver = new Promise<void>((resolve) => {
    end = resolve;
  });
  return new Promise((resolve, reject) => {
    const finished = db.transaction(async (transaction) => {
      const undo = async () => {
        end();
        await finished.catch((fault) => {
          if (!(fault instanceof Undone)) throw fault;
        });
      };
      resolve({ transaction, undo });
      await testIsOver;
      throw new Undone();
    });
    finished.catch(reject);
  });
}
