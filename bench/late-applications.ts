/**
 * Late applications through the database: in the invented country the largest offers of the year are matched over all
 * hubs and count as published, but for the applications that were sent last. Those are approved one after another, and of
 * each it is measured how long its hub's page needs to say which group has a place for it (`findLatePlace`), and how long
 * from the call of the deed that offers it to the committed result (`offerLatePlace`):
 *   npx tsx --conditions=react-server bench/late-applications.ts [--offers 4] [--each 60] [--url POSTGRES]
 * Without --url it fills a country in a Postgres of its own first. What it does to the database stays in it.
 */
import { parseArgs } from "node:util";
import { createDatabase } from "@/db/client";
import { startTestPostgres } from "../scripts/postgres.mjs";
import { type LateFigures, measureLate } from "./matching/measure-late";
import { putWholeYearForward } from "./matching/whole-year";
import { environmentOf, fillNational } from "./pages/databases";

const { values } = parseArgs({
  options: {
    url: { type: "string" },
    offers: { type: "string", default: "4" },
    each: { type: "string", default: "60" },
  },
});

async function measure(url: string): Promise<void> {
  // The deed writes a letter with a link, and so asks for the settings of the service.
  Object.assign(process.env, environmentOf(url));
  const database = createDatabase(url, { max: 2, name: "maths-hubs bench", statementTimeout: 120_000 });
  try {
    await putWholeYearForward(database.db);
    const figures = await measureLate(database.db, {
      offers: Number(values.offers),
      each: Number(values.each),
    });
    console.table([...figures, together(figures)].map(rowOf));
  } finally {
    await database.close();
  }
}

function together(figures: readonly LateFigures[]): LateFigures {
  const sum = (of: (one: LateFigures) => number) => figures.reduce((all, one) => all + of(one), 0);
  return {
    name: "all",
    applications: sum(({ applications }) => applications),
    groups: sum(({ groups }) => groups),
    found: figures.flatMap(({ found }) => found),
    offered: figures.flatMap(({ offered }) => offered),
  };
}

function rowOf({ name, applications, groups, found, offered }: LateFigures) {
  return {
    offer: name.slice(0, 40),
    applications,
    groups,
    "late applications": found.length,
    "of these placed": offered.length,
    "said: p50, p99 ms": quantiles(found),
    "offered: p50, p99 ms": quantiles(offered),
  };
}

function quantiles(milliseconds: readonly number[]): string {
  const sorted = milliseconds.toSorted((x, y) => x - y);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return [at(0.5), at(0.99)].map((one) => one?.toFixed(1) ?? "none").join(", ");
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
