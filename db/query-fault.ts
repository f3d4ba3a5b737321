import { PgPreparedQuery } from "drizzle-orm/pg-core";
import pg from "pg";

/**
 * A statement that the database did not carry out. Drizzle's own error repeats every value of the statement and Postgres'
 * the row it objects to: names, addresses and secrets that whoever logs the error would write down. This one says which
 * statement, which kind of fault and which constraint.
 */
export class QueryFault extends Error {
  override readonly name = "QueryFault";
  /** Postgres' five characters, such as 23505, or the code of a broken connection. */
  readonly code: string | undefined;
  readonly constraint: string | undefined;

  constructor(statement: string, cause: unknown) {
    const code = String(Reflect.get(Object(cause), "code") ?? "no code");
    const constraint = cause instanceof pg.DatabaseError ? cause.constraint : undefined;
    // As the cause of Drizzle's own error, as far as it can be shown.
    super(`${[code, constraint].filter(Boolean).join(" ")}: ${statement}`, { cause: { code, constraint } });
    this.code = code;
    this.constraint = constraint;
  }
}

type Run = (this: unknown, statement: string, values: unknown[], query: () => Promise<unknown>) => unknown;

/** Makes every query of Drizzle fail with a `QueryFault`. Drizzle has no setting for it; we use none of its caching. */
export function keepValuesOutOfFaults(): void {
  const run: Run = async (statement, _values, query) => {
    try {
      return await query();
    } catch (fault) {
      throw new QueryFault(statement, fault);
    }
  };
  Object.assign(PgPreparedQuery.prototype, { queryWithCache: run });
}
