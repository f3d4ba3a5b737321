import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import pg from "pg";
import { createDatabase } from "@/db/client";
import { loadReference } from "@/db/reference/load";
import { systemActor } from "@/lib/access/actor";
import { createContext } from "@/lib/access/context";
import { stopwatch, systemClock } from "@/lib/kernel/clock";
import { importRegister } from "@/lib/schools/import-register";
import { migrateDatabase } from "@/scripts/migrate";
import { startTestPostgres } from "@/scripts/postgres.mjs";
import { copyBare } from "./schools/copy-bare";

/**
 * Times the import of national files, each in a process of its own on a Postgres of its own, beside a COPY of the same rows
 * into an unlogged table without an index, in the same run:
 *   npx tsx --conditions=react-server bench/schools.ts --file FILE [--links FILE] [--next FILE --next-links FILE]
 */
const { values } = parseArgs({
  options: {
    file: { type: "string" },
    links: { type: "string" },
    next: { type: "string" },
    "next-links": { type: "string" },
    /** What a process of its own is asked to do. */
    url: { type: "string" },
  },
});

interface Figures {
  readonly rows: number;
  readonly milliseconds: number;
  readonly processorMilliseconds: number;
  readonly peakMegabytes: number;
}

if (values.url && values.file) console.log(JSON.stringify(await importOnce(values.url, values.file)));
else if (values.file) console.table(await measureAll(values.file));
else console.error("--file FILE is needed.");

async function importOnce(url: string, file: string): Promise<Figures> {
  const database = createDatabase(url, { max: 1, statementTimeout: 300_000 });
  const ctx = createContext(database.db, systemActor("bench"), systemClock.now());
  const before = process.cpuUsage();
  const elapsed = stopwatch();
  const answer = await importRegister(ctx, { file, links: values.links, confirmed: true });
  const milliseconds = elapsed();
  const { user, system } = process.cpuUsage(before);
  await database.close();
  if (!answer.ok) throw new Error(answer.refusal.code);
  return {
    rows: answer.value.rows,
    milliseconds,
    processorMilliseconds: (user + system) / 1000,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  };
}

async function measureAll(file: string) {
  const server = await startTestPostgres();
  try {
    await migrateDatabase(server.url);
    const database = createDatabase(server.url, { max: 1, statementTimeout: 120_000 });
    await loadReference(database.db);
    await database.close();
    const next = values.next;
    return {
      "first import": await compare(server.url, file, values.links),
      "same file again": await compare(server.url, file, values.links),
      ...(next ? { "the next year's file": await compare(server.url, next, values["next-links"]) } : {}),
    };
  } finally {
    await server.stop();
  }
}

async function compare(url: string, file: string, links: string | undefined) {
  const figures = inOwnProcess(url, file, links);
  const copy = await copyMilliseconds(url);
  return {
    rows: figures.rows,
    "import ms": Math.round(figures.milliseconds),
    "of it this process's CPU ms": Math.round(figures.processorMilliseconds),
    "COPY ms": Math.round(copy),
    "import / COPY": Math.round(figures.milliseconds / copy),
    "peak MB": Math.round(figures.peakMegabytes),
  };
}

function inOwnProcess(url: string, file: string, links: string | undefined): Figures {
  const self = fileURLToPath(import.meta.url);
  const asked = [self, "--url", url, "--file", file, ...(links ? ["--links", links] : [])];
  return JSON.parse(execFileSync(process.execPath, [...process.execArgv, ...asked], { encoding: "utf8" }));
}

/** The best of three. */
async function copyMilliseconds(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const times = [await copyBare(client), await copyBare(client), await copyBare(client)];
    return Math.min(...times);
  } finally {
    await client.end();
  }
}
