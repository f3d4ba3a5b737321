/**
 * What pages cost at national size, beside a bare node:http and node-postgres server that runs the page's main statement and
 * writes its rows into the same HTML, interleaved in one run:
 *   npx tsx --conditions=react-server bench/pages.ts [--seconds 3] [--rounds 3] [--only queue]
 * Needs a build (npm test -- --only build) and Linux, whose /proc has the CPU times. Takes some five minutes.
 */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { anyFreePort } from "../scripts/launcher/ports.mjs";
import { startTestPostgres } from "../scripts/postgres.mjs";
import { environmentOf, fillDatabases } from "./pages/databases";
import { at, markupOf, pace, press, type Slice, type Target } from "./pages/load";
import { type MeasuredPage, pagesOf } from "./pages/pages";
import { type ServerProcess, startServer } from "./pages/server-process";
import { mainStatement, type Statement, statementsOf, tablesReadWhole } from "./pages/statements";

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "3" },
    rounds: { type: "string", default: "3" },
    only: { type: "string", default: "" },
  },
});
const [slice, rounds] = [Number(values.seconds) * 1000, Number(values.rounds)];
const folder = mkdtempSync(join(tmpdir(), "bench-pages-"));
const recorder = new URL("../scripts/checks/record-queries.mjs", import.meta.url).href;

/** As in production, where no page asks for the demonstration's clock. */
async function serverEnvironment(url: string): Promise<NodeJS.ProcessEnv> {
  return { ...environmentOf(url, await anyFreePort()), DEMONSTRATION: "off" };
}

interface Recorded {
  readonly page: MeasuredPage;
  readonly statements: readonly Statement[];
  readonly html: string;
}

async function record(url: string): Promise<Map<string, Recorded>> {
  const file = join(folder, "queries.jsonl");
  const env = {
    ...(await serverEnvironment(url)),
    RECORD_QUERIES: file,
    NODE_OPTIONS: `--import=${recorder}`,
  };
  const server = await startServer("scripts/serve.mjs", env);
  const recorded = new Map<string, Recorded>();
  try {
    for (const page of await pagesOf(url)) {
      if (!page.name.includes(values.only)) continue;
      const statements = await statementsOf({ server, ...page }, file);
      recorded.set(page.name, { page, statements, html: await markupOf({ server, ...page }) });
    }
  } finally {
    await server.stop();
  }
  return recorded;
}

async function measure(url: string, recorded: ReadonlyMap<string, Recorded>) {
  const bareFile = join(folder, "bare.json");
  const statements = [...recorded.values()].filter(({ statements }) => statements.length > 0);
  writeFileSync(
    bareFile,
    JSON.stringify(
      Object.fromEntries(
        statements.map(({ page, statements, html }) => [page.path, { ...mainStatement(statements), html }]),
      ),
    ),
  );
  const ours = await startServer("scripts/serve.mjs", await serverEnvironment(url));
  const bare = await startServer("bench/pages/bare-server.mjs", {
    ...environmentOf(url, await anyFreePort()),
    BARE: bareFile,
  });
  try {
    const rows: Record<string, object> = {};
    for (const { page } of statements) rows[page.name] = await compare(page, { ours, bare });
    return rows;
  } finally {
    await ours.stop();
    await bare.stop();
  }
}

async function compare(page: MeasuredPage, { ours, bare }: { ours: ServerProcess; bare: ServerProcess }) {
  const [mine, measure]: [Target, Target] = [
    { server: ours, ...page },
    { server: bare, path: page.path },
  ];
  await press(mine, 10_000);
  await press(measure, 3_000);
  const slices: { mine: Slice; measure: Slice }[] = [];
  for (let round = 0; round < rounds; round++)
    slices.push({ mine: await press(mine, slice), measure: await press(measure, slice) });
  const paced = await pace(mine, 20, 10);
  const cpu = (of: "mine" | "measure") => Math.min(...slices.map((one) => one[of].cpu));
  const perSecond = (of: "mine" | "measure") => Math.max(...slices.map((one) => one[of].perSecond));
  return {
    bytes: slices[0]?.mine.bytes,
    "req/s": Math.round(perSecond("mine")),
    "bare req/s": Math.round(perSecond("measure")),
    "req/s ratio": round(perSecond("mine") / perSecond("measure")),
    "CPU ms": round(cpu("mine")),
    "bare CPU ms": round(cpu("measure")),
    "CPU ratio": round(cpu("mine") / cpu("measure")),
    "p50 ms": round(at(paced, 0.5)),
    "p95 ms": round(at(paced, 0.95)),
  };
}

function round(number: number): number {
  return Number(number.toPrecision(3));
}

const postgres = await startTestPostgres();
try {
  const { demonstration, national } = await fillDatabases(postgres.url);
  const [small, large] = [await record(demonstration), await record(national)];
  const figures = await measure(national, large);
  const plans: Record<string, object> = {};
  for (const [name, { statements }] of large) {
    plans[name] = {
      "queries, demonstration": small.get(name)?.statements.length,
      "queries, national": statements.length,
      "large tables read whole": (await tablesReadWhole(national, statements)).join(", ") || "none",
    };
  }
  console.log(
    `Node ${process.version}, 22,000 schools, 25,000 applications; figures/s with 16 at once, p50 and p95 at 20 a second`,
  );
  console.table(figures);
  console.table(plans);
} finally {
  await postgres.stop();
}
