/**
 * Imports the national register of schools: `npm run schools:import -- FILE [--links FILE] [--confirm]`, each file as downloaded,
 * `.csv` or `.csv.gz`. Into the database of DATABASE_URL, or into the installation's own Postgres while that runs.
 */
import { parseArgs } from "node:util";
import { createDatabase } from "@/db/client";
import { systemActor } from "@/lib/access/actor";
import { createContext } from "@/lib/access/context";
import { stopwatch, systemClock } from "@/lib/kernel/clock";
import { type ImportRegisterInput, type ImportReport, importRegister } from "@/lib/schools/import-register";
import { heldCodes, importRefusals } from "@/lib/schools/refusals";
import { tellImport } from "@/lib/schools/tell-import";
import { readSettingsFile } from "./launcher/settings.mjs";
import { runningUrl } from "./postgres.mjs";

const REFUSED = 1;
const HELD = 2;
const WRONG_CALL = 64;
const UNAVAILABLE = 69;

const usage = "npm run schools:import -- FILE [--links FILE] [--confirm]";

function readArguments(): ImportRegisterInput | undefined {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { links: { type: "string" }, confirm: { type: "boolean", default: false } },
    });
    const [file, ...more] = positionals;
    return file && more.length === 0
      ? { file, links: values.links, confirmed: values.confirm ?? false }
      : undefined;
  } catch {
    return undefined;
  }
}

/** What to do about a database that cannot be imported into; a fault of any other kind is thrown on. */
function tellDatabaseFault(fault: unknown): string {
  const { code } = Object(fault instanceof Error && fault.cause ? fault.cause : fault);
  if (code === "42P01") return "The database has no tables yet. Start the service once: npm start";
  if (["ECONNREFUSED", "ENOTFOUND", "ETIMEDOUT", "28P01", "3D000"].includes(code))
    return `The database does not answer (${code}). Look at DATABASE_URL, and whether Postgres runs.`;
  throw fault;
}

async function importInto(url: string, input: ImportRegisterInput): Promise<number> {
  const database = createDatabase(url, { max: 1, statementTimeout: 300_000, name: "maths-hubs import" });
  const elapsed = stopwatch();
  try {
    const ctx = createContext(database.db, systemActor("schools:import"), systemClock.now());
    const answer = await importRegister(ctx, {
      ...input,
      progress: (line) => console.log(`${(elapsed() / 1000).toFixed(1).padStart(6)} s  ${line}`),
    });
    if (answer.ok) return report(answer.value, elapsed() / 1000);
    const { code, detail } = answer.refusal;
    const held = heldCodes.has(code);
    console.error(`${held ? "Held" : "Refused"}, nothing changed. ${importRefusals[code](detail ?? {})}`);
    return held ? HELD : REFUSED;
  } catch (fault) {
    console.error(tellDatabaseFault(fault));
    return UNAVAILABLE;
  } finally {
    await database.close();
  }
}

function report(done: ImportReport, seconds: number): number {
  for (const line of tellImport(done, seconds)) console.log(line);
  return 0;
}

async function main(): Promise<number> {
  const input = readArguments();
  if (!input) {
    console.error(`Say which file to import: ${usage}`);
    return WRONG_CALL;
  }
  readSettingsFile();
  const url = process.env.DATABASE_URL ?? runningUrl();
  if (url) return importInto(url, input);
  console.error(
    "There is no database. Run npm start in another terminal, or set DATABASE_URL; then import again.",
  );
  return UNAVAILABLE;
}

process.exitCode = await main();
