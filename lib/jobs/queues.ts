import PgBoss from "pg-boss";
import type { JobKind } from "./define-job";

/** Creates the queue's own tables and one queue for each kind of job. Safe to run again; part of migrating. */
export async function prepareQueues(connectionString: string, kinds: readonly JobKind[]): Promise<void> {
  const boss = new PgBoss({ connectionString, supervise: false, schedule: false, max: 1 });
  boss.on("error", () => undefined);
  await boss.start();
  try {
    for (const kind of kinds) {
      await boss.createQueue(kind.name, {
        name: kind.name,
        policy: "short",
        retryLimit: kind.retries,
        retryBackoff: true,
        expireInSeconds: kind.timeout,
      });
      if (kind.schedule) await boss.schedule(kind.name, kind.schedule, {}, { tz: "Europe/London" });
    }
  } finally {
    await boss.stop({ graceful: false, close: true, wait: true });
  }
}
