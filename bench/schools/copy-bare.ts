import type pg from "pg";
import { stopwatch } from "@/lib/kernel/clock";

/**
 * Milliseconds that Postgres itself takes to COPY the rows of the register, as they are now, from a file on its own disk into
 * an unlogged table without an index or a constraint: the least that loading them can cost.
 */
export async function copyBare(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ folder: string }>(
    "select current_setting('data_directory') as folder",
  );
  const file = client.escapeLiteral(`${rows[0]?.folder}/establishments.copy`);
  await client.query(`copy establishments to ${file}`);
  await client.query("create unlogged table bare as select * from establishments with no data");
  try {
    const elapsed = stopwatch();
    await client.query(`copy bare from ${file}`);
    return elapsed();
  } finally {
    await client.query("drop table bare");
  }
}
