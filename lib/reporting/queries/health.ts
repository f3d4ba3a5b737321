import { sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import journal from "@/drizzle/meta/_journal.json";

/** How old a waiting job may be before somebody should look, in seconds. */
const OLDEST_JOB_SECONDS = 15 * 60;

export interface Health {
  readonly ok: boolean;
  readonly database: "answers" | "does not answer";
  readonly migrations?: { readonly applied: number; readonly known: number };
  readonly jobs?: { readonly waiting: number; readonly oldestSeconds: number };
  /** Days since the national register was imported; null before the first import. */
  readonly registerAgeDays?: number | null;
}

interface HealthRow extends Record<string, unknown> {
  applied: number;
  waiting: number;
  oldest_seconds: number;
  register_age_days: number | null;
}

/** What an operator's monitor asks: numbers only, no names and no settings. A database that fails is an answer, not a fault. */
export async function readHealth(db: Queryable, now: Date): Promise<Health> {
  try {
    const { rows } = await db.execute<HealthRow>(sql`
      select (select count(*) from drizzle.__drizzle_migrations)::int as applied, queue.waiting, queue.oldest_seconds,
        (select floor(extract(epoch from ${now.toISOString()}::timestamptz - imported_at) / 86400)::int
          from register_version limit 1) as register_age_days
      from (
        select count(*)::int as waiting,
          coalesce(extract(epoch from now() - min(start_after)), 0)::int as oldest_seconds
        from pgboss.job where state < 'active' and start_after <= now()) queue`);
    return asHealth(rows[0]);
  } catch {
    return { ok: false, database: "does not answer" };
  }
}

function asHealth(row: HealthRow | undefined): Health {
  if (!row) return { ok: false, database: "does not answer" };
  const known = journal.entries.length;
  return {
    ok: row.applied >= known && row.oldest_seconds <= OLDEST_JOB_SECONDS,
    database: "answers",
    migrations: { applied: row.applied, known },
    jobs: { waiting: row.waiting, oldestSeconds: row.oldest_seconds },
    registerAgeDays: row.register_age_days,
  };
}
