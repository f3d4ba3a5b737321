import { parseArgs } from "node:util";
import { createDatabase } from "@/db/client";
import { loadReference } from "@/db/reference/load";
import { systemActor, visitor } from "@/lib/access/actor";
import { createContext } from "@/lib/access/context";
import { systemClock } from "@/lib/kernel/clock";
import { importRegister } from "@/lib/schools/import-register";
import { migrateDatabase } from "@/scripts/migrate";
import { startTestPostgres } from "@/scripts/postgres.mjs";
import { type Judged, judgeSearch, score } from "./search/judge-search";

/**
 * Draws questions of every kind from a national register, asks them, and prints how many are answered right and how fast:
 *   npx tsx bench/search.ts FILE [--links FILE] [--each 40] [--rounds 5] [--seed WORD]
 * It imports the file into a Postgres of its own, or asks the one of DATABASE_URL when there is no FILE.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    links: { type: "string" },
    each: { type: "string", default: "40" },
    rounds: { type: "string", default: "5" },
    seed: { type: "string", default: "2026" },
  },
});
/** What the first issue asks for. */
const LEAST = { inFirstThree: 0.98, first: 0.95, p95: 20 };

async function withRegister(work: (url: string) => Promise<void>): Promise<void> {
  const [file] = positionals;
  const given = process.env.DATABASE_URL;
  if (!file && given) return work(given);
  if (!file) throw new Error("Say which FILE of the national register to draw from.");
  const server = await startTestPostgres();
  try {
    await migrateDatabase(server.url);
    const database = createDatabase(server.url, { max: 1, statementTimeout: 300_000 });
    await loadReference(database.db);
    const ctx = createContext(database.db, systemActor("bench:search"), systemClock.now());
    const answer = await importRegister(ctx, { file, links: values.links, confirmed: true });
    if (!answer.ok) throw new Error(`The register was not imported: ${answer.refusal.code}`);
    await database.pool.query("vacuum analyze");
    await database.close();
    await work(server.url);
  } finally {
    await server.stop();
  }
}

async function measure(url: string): Promise<void> {
  const database = createDatabase(url, { max: 1 });
  const ctx = createContext(database.db, visitor, systemClock.now());
  const judged = await judgeSearch(ctx, {
    seed: values.seed,
    each: Number(values.each),
    rounds: Number(values.rounds),
  });
  await database.close();
  const names = [...new Set(judged.map(({ question }) => question.category))];
  const rows = names.map(
    (name) => [name, judged.filter(({ question }) => question.category === name)] as const,
  );
  console.table(
    Object.fromEntries([...rows, ["all", judged] as const].map(([name, some]) => [name, say(some)])),
  );
  for (const miss of judged.filter(isMiss)) console.log(sayMiss(miss));
  const all = score(judged);
  const held = all.inFirstThree >= LEAST.inFirstThree && all.first >= LEAST.first && all.p95 < LEAST.p95;
  console.log(held ? "Every promise holds." : "Not every promise holds.");
  if (!held) process.exitCode = 1;
}

function say(judged: readonly Judged[]) {
  const { asked, inFirstThree, clear, first, p50, p95, cpu95 } = score(judged);
  return {
    asked,
    "in first 3": percent(inFirstThree),
    "one school only": clear,
    "it is first": percent(first),
    "p50 ms": p50.toFixed(1),
    "p95 ms": p95.toFixed(1),
    "p95 CPU ms": cpu95.toFixed(1),
  };
}

function isMiss({ question, place }: Judged): boolean {
  return place === 0 || (place > 1 && question.right.size === 1);
}

function sayMiss({ question, answers }: Judged): string {
  return `${question.category}: "${question.text}" means ${[...question.right].join(" or ")}; got ${answers.join("; ") || "nothing"}`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

await withRegister(measure);
