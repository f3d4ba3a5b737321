import { createDatabase } from "@/db/client";
import { demonstrationClock } from "@/db/schema/people";
import { runWorker, type Worker } from "@/lib/jobs/run-worker";
import { type Clock, shiftedClock, systemClock } from "@/lib/kernel/clock";
import { env, isDemonstration } from "@/lib/kernel/env";
import { log } from "@/lib/kernel/log";
import { allJobs } from "./jobs";

const database = createDatabase(env().DATABASE_URL, {
  max: 4,
  name: "maths-hubs worker",
  statementTimeout: 120_000,
});

/** In the demonstration the worker follows the clock that its pages show, and `onJump` hears when that is moved ahead. */
async function workerClock(onJump: () => Promise<void>): Promise<Clock> {
  if (!isDemonstration()) return systemClock;
  let ahead = await readAhead();
  const follow = async () => {
    const before = ahead;
    ahead = await readAhead();
    if (ahead > before) await onJump();
  };
  setInterval(() => void follow().catch(() => undefined), 1_000).unref();
  return shiftedClock(systemClock, () => ahead);
}

/** In milliseconds. */
async function readAhead(): Promise<number> {
  const [row] = await database.db
    .select({ ahead: demonstrationClock.aheadSeconds })
    .from(demonstrationClock)
    .limit(1);
  return (row?.ahead ?? 0) * 1000;
}

const worker: Worker = await runWorker({
  connectionString: env().DATABASE_URL,
  db: database.db,
  clock: await workerClock(() => worker.followDates()),
  handlers: allJobs,
});
log.info("worker ready");
process.send?.("ready");

async function stop(): Promise<void> {
  await worker.stop();
  await database.close();
  process.exit(0);
}

for (const signal of ["SIGTERM", "SIGINT", "SIGHUP", "disconnect"] as const)
  process.once(signal, () => void stop());
