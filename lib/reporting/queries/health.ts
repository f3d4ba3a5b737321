import { sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { QueryFault } from "@/db/query-fault";
import journal from "@/drizzle/meta/_journal.json";
import { count } from "@/lib/kernel/words";

/** How old a waiting job may be before somebody should look, in seconds. */
const OLDEST_JOB_SECONDS = 15 * 60;
/** The worker gives a sign every half minute. */
const SILENT_WORKER_SECONDS = 3 * 60;
/** Schools open and close every term. */
const OLD_REGISTER_DAYS = 120;
const TABLE_MISSING = ["42P01", "3F000"];

export interface Health {
  readonly ok: boolean;
  /** Why the service cannot do its work, each with what to do. */
  readonly wrong: readonly string[];
  /** What needs somebody soon, while the service works. */
  readonly watch: readonly string[];
  readonly figures?: HealthFigures;
}

export interface HealthFigures {
  readonly migrations: { readonly applied: number; readonly known: number };
  /** `failed`: given up after all their tries, in the last 24 hours. */
  readonly jobs: { readonly waiting: number; readonly oldestSeconds: number; readonly failed: number };
  /** Null when no worker has ever run. */
  readonly workerSilentSeconds: number | null;
  /** Null before the first import of the national register. */
  readonly registerAgeDays: number | null;
}

interface HealthRow extends Record<string, unknown> {
  applied: number;
  waiting: number;
  oldest_seconds: number;
  failed: number;
  silent_seconds: number | null;
  register_age_days: number | null;
}

export const databaseIsSilent: Health = {
  ok: false,
  wrong: ["The database does not answer: see whether Postgres runs and DATABASE_URL is right"],
  watch: [],
};

/** What an operator's monitor asks: figures only, no names and no settings. A database that fails is an answer, not a fault. */
export async function readHealth(db: Queryable, now: Date): Promise<Health> {
  try {
    const { rows } = await db.execute<HealthRow>(sql`
      select (select count(*) from drizzle.__drizzle_migrations)::int as applied, queue.waiting, queue.oldest_seconds,
        (select count(*) from (
          select completed_on from pgboss.job where state = 'failed' union all
          select completed_on from pgboss.archive where state = 'failed' and archived_on > now() - interval '2 days') given_up
          where completed_on > now() - interval '1 day')::int as failed,
        (select extract(epoch from now() - cron_on)::int from pgboss.version limit 1) as silent_seconds,
        (select floor(extract(epoch from ${now.toISOString()}::timestamptz - imported_at) / 86400)::int
          from register_version limit 1) as register_age_days
      from (
        select count(*)::int as waiting,
          coalesce(extract(epoch from now() - min(start_after)), 0)::int as oldest_seconds
        from pgboss.job where state < 'active' and start_after <= now()) queue`);
    return rows[0] ? judgeHealth(figuresOf(rows[0])) : databaseIsSilent;
  } catch (fault) {
    if (!(fault instanceof QueryFault) || !TABLE_MISSING.includes(fault.code ?? "")) return databaseIsSilent;
    return { ok: false, wrong: ["The tables are not there: migrate the database"], watch: [] };
  }
}

function figuresOf(row: HealthRow): HealthFigures {
  return {
    migrations: { applied: row.applied, known: journal.entries.length },
    jobs: { waiting: row.waiting, oldestSeconds: row.oldest_seconds, failed: row.failed },
    workerSilentSeconds: row.silent_seconds,
    registerAgeDays: row.register_age_days,
  };
}

/** What the figures mean. */
export function judgeHealth(figures: HealthFigures): Health {
  const wrong = whatIsWrong(figures);
  return { ok: wrong.length === 0, wrong, watch: whatToWatch(figures), figures };
}

function whatIsWrong({ migrations, jobs, workerSilentSeconds: silent }: HealthFigures): string[] {
  const missing = migrations.known - migrations.applied;
  return [
    ...(missing > 0 ? [`${count(missing, "migration")} not applied: migrate the database`] : []),
    ...(silent === null || silent > SILENT_WORKER_SECONDS
      ? ["The worker gives no sign: start it, mails and deadlines wait for it"]
      : []),
    ...(jobs.oldestSeconds > OLDEST_JOB_SECONDS
      ? [
          `${count(jobs.waiting, "job")} waiting, the oldest for ${sayMinutes(jobs.oldestSeconds)}: see the worker's log`,
        ]
      : []),
  ];
}

function whatToWatch({ jobs, registerAgeDays: age }: HealthFigures): string[] {
  return [
    ...(jobs.failed > 0 ? [`${count(jobs.failed, "job")} given up in 24 hours: see the worker's log`] : []),
    ...(age === null ? ["The national register has not been imported: npm run schools:import"] : []),
    ...(age !== null && age > OLD_REGISTER_DAYS
      ? [`The national register is ${count(age, "day")} old: import a new one`]
      : []),
  ];
}

function sayMinutes(seconds: number): string {
  return count(Math.round(seconds / 60), "minute");
}
