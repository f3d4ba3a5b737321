/** Brings the database of DATABASE_URL to the newest shape: tables, then queues. Safe to run twice, and at the same time. */
import { fileURLToPath, pathToFileURL } from "node:url";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import { prepareQueues } from "@/lib/jobs/queues";
import { allJobs } from "./jobs";

const migrationsFolder = fileURLToPath(new URL("../drizzle", import.meta.url));
/** Any number that nothing else in this database locks. */
const lockNumber = 7_305_118;

export async function migrateDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: "maths-hubs migrate" });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [lockNumber]);
    await migrate(drizzle(client), { migrationsFolder });
    await prepareQueues(
      url,
      allJobs.map((handler) => handler.kind),
    );
  } finally {
    await client.end();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("Set DATABASE_URL to the database to migrate.");
  await migrateDatabase(url);
}
