import type { PgTable } from "drizzle-orm/pg-core";
import type { Queryable } from "@/db/client";

/** Postgres takes 65,535 parameters in a statement; this stays well below, and keeps each statement short. */
const PARAMETERS = 30_000;

/** Inserts any number of rows in as few statements as the protocol allows. */
export async function insertRows<Table extends PgTable>(
  db: Queryable,
  table: Table,
  rows: readonly Table["$inferInsert"][],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const size = Math.max(1, Math.floor(PARAMETERS / Math.max(1, Object.keys(first).length)));
  for (let from = 0; from < rows.length; from += size)
    await db.insert(table).values(rows.slice(from, from + size));
}
