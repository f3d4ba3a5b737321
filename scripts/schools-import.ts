/**
 * Imports the national register of schools into the database of DATABASE_URL.
 * `npm run schools:import -- FILE [--links FILE] [--confirm]`, each file as downloaded: `.csv` or `.csv.gz`.
 */
import { parseArgs } from "node:util";
import { createDatabase } from "@/db/client";
import { systemActor } from "@/lib/access/actor";
import { createContext } from "@/lib/access/context";
import { stopwatch, systemClock } from "@/lib/kernel/clock";
import { count } from "@/lib/kernel/words";
import { type ImportReport, importRegister } from "@/lib/schools/import-register";
import { heldCodes, importRefusals } from "@/lib/schools/refusals";

const REFUSED = 1;
const HELD = 2;
const WRONG_CALL = 64;
/** Refused rows that are printed; all of them are kept in the database. */
const PRINTED = 20;

const usage = "npm run schools:import -- FILE [--links FILE] [--confirm]";

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { links: { type: "string" }, confirm: { type: "boolean", default: false } },
    });
    return { ...values, file: positionals.length === 1 ? positionals[0] : undefined };
  } catch {
    return { file: undefined, links: undefined, confirm: false };
  }
}

function printReport(report: ImportReport, seconds: number): void {
  const { counts, rows, refused } = report;
  console.log(`Imported ${count(rows, "row")} in ${seconds.toFixed(1)} s.`);
  const totals = Object.entries(counts).filter(([name]) => !name.startsWith("changed."));
  const shown = totals.filter(([, number]) => number > 0);
  for (const [name, number] of shown)
    console.log(`${number.toLocaleString("en-GB").padStart(9)}  ${name.replaceAll("_", " ")}`);
  for (const [name, number] of Object.entries(counts).filter(([name]) => name.startsWith("changed.")))
    console.log(`${number.toLocaleString("en-GB").padStart(11)}  ${name.slice("changed.".length)} changed`);
  if (shown.length === 0) console.log("           no change");
  for (const { row, detail } of refused.slice(0, PRINTED))
    console.log(`Row ${row}, column ${String(detail.column)}: ${String(detail.reason)}`);
  if (refused.length > PRINTED) console.log(`and ${count(refused.length - PRINTED, "more refused row")}.`);
}

async function main(): Promise<number> {
  const { file, links, confirm } = readArguments();
  const url = process.env.DATABASE_URL;
  if (!file || !url) {
    console.error(
      file ? "Set DATABASE_URL to the database to import into." : `Say which file to import: ${usage}`,
    );
    return WRONG_CALL;
  }
  const database = createDatabase(url, { max: 1, statementTimeout: 300_000, name: "maths-hubs import" });
  const elapsed = stopwatch();
  try {
    const ctx = createContext(database.db, systemActor("schools:import"), systemClock.now());
    const answer = await importRegister(ctx, {
      file,
      links,
      confirmed: confirm ?? false,
      progress: (line) => console.log(`${(elapsed() / 1000).toFixed(1).padStart(6)} s  ${line}`),
    });
    if (answer.ok) {
      printReport(answer.value, elapsed() / 1000);
      return 0;
    }
    const { code, detail } = answer.refusal;
    const held = heldCodes.has(code);
    console.error(`${held ? "Held" : "Refused"}, nothing changed. ${importRefusals[code](detail ?? {})}`);
    return held ? HELD : REFUSED;
  } finally {
    await database.close();
  }
}

process.exitCode = await main();
