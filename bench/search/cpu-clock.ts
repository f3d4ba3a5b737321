import { readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/access/context";

/** Milliseconds that this process and its one connection's Postgres have computed: what other work does not change. */
export async function cpuClock(ctx: Ctx): Promise<() => number> {
  const { rows } = await ctx.db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  const pid = rows[0]?.pid;
  return () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000 + backendMilliseconds(pid);
  };
}

/** Linux tells how long a process has run, in nanoseconds; elsewhere only our own part is counted. */
function backendMilliseconds(pid: number | undefined): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[0]) / 1e6;
  } catch {
    return 0;
  }
}
