import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type FreshDatabase, freshDatabase } from "@/db/testing/fresh-database";
import { systemActor } from "@/lib/access/actor";
import { withTransaction } from "@/lib/access/context";
import { systemClock } from "@/lib/kernel/clock";
import { isOpenRun, matchNumbers } from "./rules";
import { startedRun } from "./testing/computed-run";
import { aGroupAt, anApproved, findRun, hubToMatch } from "./testing/hub-to-match";

/** What a run has told of its progress while it is being matched. */
const MATCHING = 30;

let fresh: FreshDatabase;
let onMail: () => Promise<void>;
const catcher = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onData(stream, _, done) {
    stream.resume();
    stream.on("end", () => void onMail().then(() => done(), done));
  },
});

beforeAll(async () => {
  fresh = await freshDatabase();
  await new Promise<void>((resolve) => catcher.listen(0, "127.0.0.1", resolve));
  const address = catcher.server.address();
  if (address === null || typeof address === "string") throw new Error("The catcher has no port");
  vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${address.port}`);
  vi.resetModules();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  vi.resetModules();
  await new Promise<void>((resolve) => catcher.close(resolve));
  await fresh.drop();
});

test("mails go out while the worker works out a large run", async () => {
  const { runWorker } = await import("@/lib/jobs/run-worker");
  const { notificationJobs } = await import("@/lib/notifications/jobs");
  const { queueMessage } = await import("@/lib/notifications/queue-message");
  const { matchingJobs } = await import("./jobs");
  const { db } = fresh;
  const hub = await hubToMatch(db);
  for (let km = 1; km <= 12; km++) await aGroupAt(db, hub, { km, maximumSchools: 8 });
  for (let schools = 0; schools < matchNumbers.inThread; schools++) await anApproved(db, hub);
  const runId = await startedRun(fresh.as(hub.assistant), hub);
  const told: (number | string)[] = [];
  const mail = () =>
    withTransaction(fresh.as(systemActor("test")), (tx) =>
      queueMessage(tx, {
        purpose: "test",
        toName: "Leah Grant",
        toEmail: "leah@schools.example",
        subject: "Still here",
        body: "One mail after the other.",
      }),
    );
  onMail = async () => {
    const { status, progress } = await findRun(db, runId);
    told.push(status === "computing" ? progress : status);
    if (isOpenRun(status) && status !== "computed") await mail();
  };
  await mail();
  const worker = await runWorker({
    connectionString: fresh.url,
    db,
    clock: systemClock,
    handlers: [...matchingJobs, ...notificationJobs],
  });
  await expect.poll(async () => (await findRun(db, runId)).status, { timeout: 25_000 }).toBe("computed");
  await worker.stop();
  expect(told).toContain(MATCHING);
});
