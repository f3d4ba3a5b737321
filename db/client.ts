import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import { keepValuesOutOfFaults } from "./query-fault";
import * as schema from "./schema/all";

keepValuesOutOfFaults();

export type Database = NodePgDatabase<typeof schema>;
/** A database or a transaction of it: whatever can run a query. */
export type Queryable = Pick<
  Database,
  | "select"
  | "selectDistinct"
  | "selectDistinctOn"
  | "insert"
  | "update"
  | "delete"
  | "execute"
  | "with"
  | "$with"
  | "$count"
>;

export interface OpenDatabase {
  readonly db: Database;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly max?: number;
  /** Milliseconds after which Postgres gives up a statement. */
  readonly statementTimeout?: number;
  /** Shown in pg_stat_activity. */
  readonly name?: string;
}

/** Opens a pool. A session that idles inside a transaction is ended, so that a lost client cannot hold a lock for long. */
export function createDatabase(url: string, options: DatabaseOptions = {}): OpenDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    application_name: options.name ?? "maths-hubs",
    statement_timeout: options.statementTimeout ?? 15_000,
    idle_in_transaction_session_timeout: 30_000,
    connectionTimeoutMillis: 10_000,
  });
  // A connection that the server ends while it idles must not end the process; the next query opens another.
  pool.on("error", () => undefined);
  // Nor one that it ends in the middle of a transaction: the query that was running says so to its caller.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return { db: drizzle(pool, { schema, casing: "snake_case" }), pool, close: () => pool.end() };
}
