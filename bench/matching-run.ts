/**
 * A whole national run through the database: every offer of the invented country for which applications wait is matched
 * over all hubs, and the time from the first run being enqueued to all of them being ready to look through is told, with
 * the worker's peak memory. Runs are worked out by the worker process of the product, least sizes and leads included:
 *   npx tsx --conditions=react-server bench/matching-run.ts [--whole-year] [--url POSTGRES]
 * Without --url it fills a country in a Postgres of its own first, which takes a minute or two; a database filled by
 * `npm run demo:national` keeps the runs. With --whole-year every application of the year that was sent is approved first and
 * nobody has a place yet, which the database then keeps too. Needs Linux, whose /proc has the memory.
 */
import { parseArgs } from "node:util";
import { createDatabase } from "@/db/client";
import { startTestPostgres } from "../scripts/postgres.mjs";
import { type MeasuredRun, measureRuns } from "./matching/measure-runs";
import { putWholeYearForward } from "./matching/whole-year";
import { fillNational } from "./pages/databases";

const { values } = parseArgs({ options: { url: { type: "string" }, "whole-year": { type: "boolean" } } });

async function measure(url: string): Promise<void> {
  const database = createDatabase(url, { max: 2, name: "maths-hubs bench" });
  try {
    if (values["whole-year"]) await putWholeYearForward(database.db);
    const { runs, seconds, peakMegabytes } = await measureRuns(database.db, url);
    console.table(runs.map(rowOf));
    const largest = runs.toSorted((x, y) => y.applications - x.applications)[0];
    const all = runs.reduce((sum, { applications }) => sum + applications, 0);
    console.log(
      `${runs.length} offers, ${all} applications: ${seconds.toFixed(1)} s from enqueued to the last ready to look through; the largest, ${largest?.applications} applications, ${largest?.seconds.toFixed(1)} s by itself; worker's peak memory ${peakMegabytes} MB.`,
    );
  } finally {
    await database.close();
  }
}

function rowOf({ name, seconds, ...figures }: MeasuredRun) {
  return { offer: name.slice(0, 40), ...figures, "s by itself": Number(seconds.toFixed(1)) };
}

if (values.url) await measure(values.url);
else {
  const server = await startTestPostgres();
  try {
    await measure(await fillNational(server.url));
  } finally {
    await server.stop();
  }
}
