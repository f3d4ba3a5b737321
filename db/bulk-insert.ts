import { getTableColumns, type SQL, sql } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Queryable } from "./client";

const ROWS = 2000;

/**
 * Inserts any number of rows, one array a column, which is about as fast as COPY and needs no connection of its own.
 * All rows have the keys of the first. `tail` may say `on conflict … do …`.
 */
export async function bulkInsert<Table extends PgTable>(
  db: Queryable,
  table: Table,
  rows: readonly Table["$inferInsert"][],
  tail: SQL = sql``,
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => key in first);
  const names = sql.raw(columns.map(([key]) => `"${toSnakeCase(key)}"`).join(", "));
  const values = sql.raw(columns.map(([, column], at) => `r.c${at}::${column.getSQLType()}`).join(", "));
  const letters = sql.raw(columns.map((_, at) => `c${at}`).join(", "));
  for (let from = 0; from < rows.length; from += ROWS) {
    const batch: readonly object[] = rows.slice(from, from + ROWS);
    const arrays = columns.map(
      ([key]) => sql`${sql.param(asArray(batch.map((row) => asText(Reflect.get(row, key)))))}::text[]`,
    );
    await db.execute(
      sql`insert into ${table} (${names}) select ${values} from unnest(${sql.join(arrays, sql`, `)}) as r(${letters}) ${tail}`,
    );
  }
}

/** `on conflict (key) do update` of every other column that the rows bring. */
export function overwrite(key: readonly string[], columns: readonly string[]): SQL {
  const sets = columns
    .filter((column) => !key.includes(column))
    .map((column) => `"${toSnakeCase(column)}" = excluded."${toSnakeCase(column)}"`);
  const target = key.map((column) => `"${toSnakeCase(column)}"`).join(", ");
  return sql.raw(`on conflict (${target}) do update set ${sets.join(", ")}`);
}

/** An array as Postgres writes it; the driver takes three times as long to write the same. */
function asArray(texts: readonly (string | null)[]): string {
  return `{${texts.map((text) => (text === null ? "null" : `"${special.test(text) ? text.replace(specials, "\\$&") : text}"`)).join(",")}}`;
}

const special = /["\\]/;
const specials = /["\\]/g;

function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return `{${value.map((item) => JSON.stringify(String(item))).join(",")}}`;
  return typeof value === "string" ? value : JSON.stringify(value);
}
