import { createDatabase } from "@/db/client";
import { demonstrationClock } from "@/db/schema/people";
import { runWorker } from "@/lib/jobs/run-worker";
import { type Clock, shiftedClock, systemClock } from "@/lib/kernel/clock";
import { env, isDemonstration } from "@/lib/kernel/env";
import { log } from "@/lib/kernel/log";
import { allJobs } from "./jobs";

const database = createDatabase(env().DATABASE_URL, {
  max: 4,
  name: "maths-hubs worker",
  statementTimeout: 120_000,
});

/** In the demonstration the worker follows the clock that its pages show. */
async function workerClock(): Promise<Clock> {
  if (!isDemonstration()) return systemClock;
  let ahead = 0;
  const read = async () => {
    const [row] = await database.db
      .select({ ahead: demonstrationClock.aheadSeconds })
      .from(demonstrationClock)
      .limit(1);
    ahead = (row?.ahead ?? 0) * 1000;
  };
  await read();
  setInterval(() => void read().catch(() => undefined), 1_000).unref();
  return shiftedClock(systemClock, () => ahead);
}

const worker = await runWorker({
  connectionString: env().DATABASE_URL,
  db: database.db,
  clock: await workerClock(),
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
