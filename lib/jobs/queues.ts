import PgBoss from "pg-boss";
import type { JobKind } from "./define-job";

/** Creates the queue's own tables and one queue for each kind of job. Safe to run again; part of migrating. */
export async function prepareQueues(connectionString: string, kinds: readonly JobKind[]): Promise<void> {
  const boss = new PgBoss({ connectionString, supervise: false, schedule: false, max: 1 });
  boss.on("error", () => undefined);
  await boss.start();
  try {
    for (const kind of kinds) {
      const settings = {
        name: kind.name,
        policy: "short" as const,
        retryLimit: kind.retries,
        retryBackoff: true,
        expireInSeconds: kind.timeout,
      };
      await boss.createQueue(kind.name, settings);
      // A queue that was there already keeps what it was created with.
      await boss.updateQueue(kind.name, settings);
      if (kind.schedule) await boss.schedule(kind.name, kind.schedule, {}, { tz: "Europe/London" });
    }
  } finally {
    await boss.stop({ graceful: false, close: true, wait: true });
  }
}
