import { type SQL, sql } from "drizzle-orm";
import PgBoss from "pg-boss";
import type { z } from "zod";
import type { Queryable } from "@/db/client";
import type { TxCtx } from "@/lib/access/context";
import { newId } from "@/lib/kernel/ids";
import type { JobKind } from "./define-job";

/** Never started: it only builds the statement, which runs on the deed's own connection. */
const builder = new PgBoss({
  db: { executeSql: () => Promise.reject(new Error("Jobs are enqueued inside a transaction")) },
});

/**
 * Puts a job in the queue in the deed's transaction: it exists only if the change was committed.
 * With `key`, a job of the same kind and key that still waits is not put in twice.
 */
export async function enqueue<Schema extends z.ZodType<object>>(
  tx: TxCtx,
  kind: JobKind<Schema>,
  data: z.infer<Schema>,
  options: { key?: string } = {},
): Promise<void> {
  await builder.send(kind.name, kind.schema.parse(data), {
    db: { executeSql: (text, values) => execute(tx.db, text, values) },
    singletonKey: options.key ?? newId(),
  });
}

async function execute(db: Queryable, text: string, values: unknown[]): Promise<{ rows: unknown[] }> {
  const { rows } = await db.execute(withParameters(text, values));
  return { rows };
}

/** Drizzle takes no numbered parameters, pg-boss writes nothing else. */
function withParameters(text: string, values: unknown[]): SQL {
  const pieces = text.split(/\$(\d+)/);
  return sql.join(
    pieces.map((piece, index) =>
      index % 2 === 0 ? sql.raw(piece) : sql`${values[Number(piece) - 1] ?? null}`,
    ),
  );
}
