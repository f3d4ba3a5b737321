import PgBoss from "pg-boss";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type FreshDatabase, freshDatabase } from "@/db/testing/fresh-database";
import { systemActor } from "@/lib/access/actor";
import { withTransaction } from "@/lib/access/context";
import { systemClock } from "@/lib/kernel/clock";
import { defineJob } from "./define-job";
import { enqueue } from "./enqueue";
import { handleJob } from "./handle-job";
import { prepareQueues } from "./queues";
import { runWorker } from "./run-worker";

const note = defineJob("test.note", z.object({ number: z.number() }));
/** More than would be taken in this time with a pause of half a second before each. */
const [JOBS, MILLISECONDS] = [30, 12_000];

let fresh: FreshDatabase;

beforeAll(async () => {
  fresh = await freshDatabase();
  await prepareQueues(fresh.url, [note]);
});
afterAll(() => fresh.drop());

test("jobs that wait are taken one after another, each once, without a pause between them", async () => {
  await withTransaction(fresh.as(systemActor("test")), async (tx) => {
    for (let number = 0; number < JOBS; number++) await enqueue(tx, note, { number });
  });
  const taken: number[] = [];
  const handler = handleJob(note, async (_, { number }) => {
    taken.push(number);
  });
  const started = performance.now();
  const worker = await runWorker({
    connectionString: fresh.url,
    db: fresh.db,
    clock: systemClock,
    handlers: [handler],
  });
  await expect.poll(() => taken.length, { timeout: MILLISECONDS * 2 }).toBe(JOBS);
  const took = performance.now() - started;
  await worker.stop();
  expect(taken.toSorted((x, y) => x - y)).toEqual(Array.from({ length: JOBS }, (_, number) => number));
  expect(took).toBeLessThan(MILLISECONDS);
});

describe("a job whose worker was killed", () => {
  const long = defineJob("test.long", z.object({ number: z.number() }), { timeout: 600 });
  const work = (run: () => Promise<void>) =>
    runWorker({
      connectionString: fresh.url,
      db: fresh.db,
      clock: systemClock,
      handlers: [handleJob(long, run)],
    });
  beforeAll(() => prepareQueues(fresh.url, [long]));

  test("is taken up by the next one at once, and not when its ten minutes are over", async () => {
    await withTransaction(fresh.as(systemActor("test")), (tx) => enqueue(tx, long, { number: 1 }));
    const killed = new PgBoss({ connectionString: fresh.url, supervise: false, schedule: false, max: 1 });
    await killed.start();
    expect(await killed.fetch(long.name)).toHaveLength(1);
    await killed.stop({ graceful: false, close: true });
    let done = 0;
    const worker = await work(async () => {
      done += 1;
    });
    await expect.poll(() => done, { timeout: 20_000 }).toBe(1);
    await worker.stop();
  });

  test("but nobody takes what another worker is at", async () => {
    await withTransaction(fresh.as(systemActor("test")), (tx) => enqueue(tx, long, { number: 2 }));
    let begun = 0;
    let end = () => {};
    const busy = await work(() => {
      begun += 1;
      return new Promise((resolve) => {
        end = resolve;
      });
    });
    await expect.poll(() => begun, { timeout: 20_000 }).toBe(1);
    const second = await work(async () => {
      begun += 1;
    });
    const active = `select 1 from pgboss.job where name = '${long.name}' and state = 'active'`;
    expect((await fresh.db.execute(active)).rows).toHaveLength(1);
    end();
    await busy.stop();
    await second.stop();
    expect(begun).toBe(1);
  });
});

test("a queue that is there already takes over how often and for how long its jobs are tried", async () => {
  await prepareQueues(fresh.url, [{ ...note, retries: 2, timeout: 77 }]);
  const { rows } = await fresh.db.execute(
    `select retry_limit, expire_seconds from pgboss.queue where name = '${note.name}'`,
  );
  expect(rows).toEqual([{ retry_limit: 2, expire_seconds: 77 }]);
});
