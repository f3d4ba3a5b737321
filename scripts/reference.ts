/** Loads what the service knows before anybody has used it into the database of DATABASE_URL. Safe to run again. */
import { createDatabase } from "@/db/client";
import { loadReference } from "@/db/reference/load";
import { loadProgrammes } from "@/db/reference/load-programmes";
import { currentAcademicYear } from "@/lib/kernel/academic-year";
import { systemClock } from "@/lib/kernel/clock";

const url = process.env.DATABASE_URL;
if (!url) throw new Error("Set DATABASE_URL to the database to load.");
const database = createDatabase(url, { max: 1, statementTimeout: 120_000, name: "maths-hubs reference" });
try {
  await database.db.transaction(async (tx) => {
    await loadReference(tx);
    await loadProgrammes(tx, { currentYear: currentAcademicYear(systemClock.now()) });
  });
} finally {
  await database.close();
}
