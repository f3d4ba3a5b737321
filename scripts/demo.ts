/**
 * Fills a migrated, empty database with the demonstration.
 * `tsx scripts/demo.ts` for the usual one, `--national` for a country of the real size. DATABASE_URL says which database.
 */
import { createDatabase } from "@/db/client";
import { fillDemonstration } from "@/db/demo/fill";
import { demonstrationScale, nationalScale } from "@/db/demo/scale";
import { organisations } from "@/db/schema/schools";
import { stopwatch, systemClock } from "@/lib/kernel/clock";

const url = process.env.DATABASE_URL;
if (!url) throw new Error("Set DATABASE_URL to the database to fill.");
const scale = process.argv.includes("--national") ? nationalScale : demonstrationScale;
const database = createDatabase(url, { max: 1, statementTimeout: 120_000, name: "maths-hubs demonstration" });
const elapsed = stopwatch();
try {
  const filled = await database.db.transaction(async (tx) => {
    const [someone] = await tx.select({ id: organisations.id }).from(organisations).limit(1);
    return someone ? undefined : fillDemonstration(tx, systemClock.now(), scale);
  });
  await database.pool.query("vacuum analyze");
  const seconds = (elapsed() / 1000).toFixed(1);
  console.log(
    filled
      ? `Filled in ${seconds} s: ${JSON.stringify(filled)}`
      : "There are schools already; nothing was filled.",
  );
} finally {
  await database.close();
}
