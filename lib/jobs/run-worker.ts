import { sql } from "drizzle-orm";
import PgBoss from "pg-boss";
import type { Database } from "@/db/client";
import { joinWorkers } from "@/db/presence";
import { systemActor } from "@/lib/access/actor";
import { createContext } from "@/lib/access/context";
import type { Clock } from "@/lib/kernel/clock";
import { log } from "@/lib/kernel/log";
import type { JobHandler } from "./handle-job";

export interface Worker {
  /** Puts in the queue, once, every job that comes round by itself: the clock has jumped, and dates have passed at one stroke. */
  followDates(): Promise<void>;
  stop(): Promise<void>;
}

/** Takes jobs from Postgres and runs them, each under a system actor named after its job. */
export async function runWorker(options: {
  connectionString: string;
  db: Database;
  clock: Clock;
  handlers: readonly JobHandler[];
}): Promise<Worker> {
  const boss = new PgBoss({ connectionString: options.connectionString, max: 3 });
  boss.on("error", (error) => log.error({ err: error.message }, "job queue"));
  await boss.start();
  const leave = await joinWorkers(options.connectionString, () => putBack(boss, options));
  for (const handler of options.handlers) {
    let taker = "";
    taker = await boss.work(
      handler.kind.name,
      { pollingIntervalSeconds: 0.5, batchSize: 1 },
      async (jobs) => {
        // Where one job was there may be another: looking again only after the interval would send two mails a second.
        boss.notifyWorker(taker);
        for (const job of jobs) await runOne(options, handler, job);
      },
    );
  }
  return {
    async followDates() {
      for (const { kind } of options.handlers) if (kind.schedule) await boss.send(kind.name, {});
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: 4_000, close: true });
      await leave();
    },
  };
}

/** What a worker that was killed had begun would wait until its time is over: nobody is there who could still be at it. */
async function putBack(
  boss: PgBoss,
  { db, handlers }: { db: Database; handlers: readonly JobHandler[] },
): Promise<void> {
  const names = handlers.map(({ kind }) => kind.name);
  const { rows } = await db.execute<{ name: string; id: string }>(
    sql`select name, id from pgboss.job where state = 'active' and name = any(${sql.param(names)})`,
  );
  for (const { name, id } of rows) await boss.fail(name, id, { message: "Its worker ended." });
}

async function runOne(
  options: { db: Database; clock: Clock },
  handler: JobHandler,
  job: { id: string; data: unknown },
): Promise<void> {
  try {
    await handler.run(
      createContext(options.db, systemActor(handler.kind.name), options.clock.now()),
      job.data ?? {},
    );
  } catch (fault) {
    log.error(
      { job: handler.kind.name, id: job.id, err: fault instanceof Error ? fault.message : "unknown" },
      "job failed",
    );
    throw fault;
  }
}
