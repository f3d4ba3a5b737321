import { createDatabase } from "./client";

/** One number for this service's workers among the advisory locks of a database. */
const WORKERS = 7_204_011;

/**
 * Lets other workers of this database know that this one is there, for as long as its connection lives. Where no other is,
 * `alone` is done first, and a worker that comes meanwhile waits for it. Answers how to leave.
 */
export async function joinWorkers(url: string, alone: () => Promise<void>): Promise<() => Promise<void>> {
  const database = createDatabase(url, { max: 1, name: "maths-hubs worker's presence" });
  // Should the server end it, this worker is no longer seen: one that starts then may take over what it still does.
  const connection = await database.pool.connect();
  await connection.query("begin");
  const { rows } = await connection.query<{ first: boolean }>(
    "select pg_try_advisory_xact_lock($1) as first",
    [WORKERS],
  );
  if (rows[0]?.first) await alone();
  await connection.query("commit");
  await connection.query("select pg_advisory_lock_shared($1)", [WORKERS]);
  return async () => {
    connection.release(true);
    await database.close();
  };
}
