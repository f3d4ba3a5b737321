import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dataFolder } from "../launcher/paths.mjs";
import { crawl, kindOf } from "./crawl.mjs";

/** Its clock is read on every page there, and never in production. */
const onlyInTheDemonstration = "demonstration_clock";
/** The server asks this now and then whether its connection is alive, whatever page is open. */
const ping = "select 1";
/** Statements that one page may send, the look at the session among them. */
const budget = 8;

/**
 * Opens every kind of page that links lead the personas to, one at a time, and counts what each asks of Postgres.
 * @param {import("./application.mjs").Application} application
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function keepPageBudget({ env, serveAgain }) {
  const file = join(dataFolder, "queries.jsonl");
  const preload = new URL("record-queries.mjs", import.meta.url).href;
  const address = await serveAgain({ RECORD_QUERIES: file, NODE_OPTIONS: `--import=${preload}` });
  const pages = await countQueries({ address, databaseUrl: env.DATABASE_URL }, file);
  const over = [...pages].filter(([, { queries }]) => queries > budget);
  for (const [kind, { queries, texts }] of over)
    console.log(`\n${kind} sends ${queries} statements; ${budget} are its budget:\n${texts.join("\n")}\n`);
  const [most] = [...pages].sort(([, a], [, b]) => b.queries - a.queries);
  if (most) console.log(`  ${pages.size} kinds of page; the most is ${most[1].queries}, for ${most[0]}`);
  return { passed: pages.size - over.length, failed: over.length };
}

async function countQueries({ address, databaseUrl }, file) {
  const pages = new Map();
  const open = async (path, cookie) => {
    writeFileSync(file, "");
    const answer = await fetch(new URL(path, address), {
      headers: cookie ? { cookie } : {},
      redirect: "follow",
    });
    const html = await answer.text();
    if (answer.status >= 500) throw new Error(`${path} answered ${answer.status}`);
    const texts = statements(file);
    const kind = kindOf(new URL(answer.url).pathname);
    const known = pages.get(kind);
    if (!known || texts.length > known.queries) pages.set(kind, { queries: texts.length, texts });
    return html;
  };
  await crawl({ address, databaseUrl, open });
  return pages;
}

function statements(file) {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  const texts = lines.map((line) => JSON.parse(line).text.replace(/\s+/g, " ").slice(0, 160));
  const ofThePage = (text) => text !== ping && !text.includes(onlyInTheDemonstration);
  return texts.filter(ofThePage).map((text) => `  ${text}`);
}
