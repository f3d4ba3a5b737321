import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { measureCommand } from "./matching/measure-command";
import { type FlowFigures, measureFlow } from "./matching/measure-flow";

/**
 * Times the placement flow on the instances of a folder (NAME.bin), each in a process of its own, beside LEMON's network
 * simplex where its reference program is given, interleaved in the same run; with --whole also all that the command
 * finds on NAME.json: groups of enough schools, leads, new groups, explanations and their check, late applications:
 *   npx tsx bench/matching.ts --instances FOLDER [--lemon PROGRAM] [--only hub,national] [--runs 5] [--whole] [--time-limit 60]
 */
const NAMES = ["hub", "chain", "samespot", "minsize", "tight", "tuesday", "national", "stress10"];

const { values } = parseArgs({
  options: {
    instances: { type: "string" },
    lemon: { type: "string" },
    only: { type: "string" },
    runs: { type: "string", default: "5" },
    measure: { type: "string" },
    whole: { type: "boolean" },
    "time-limit": { type: "string", default: "60" },
  },
});
const runs = Number(values.runs);

if (values.measure) console.log(JSON.stringify(measureFlow(values.measure, runs)));
else if (values.instances) measureAll(values.instances);
else console.error("--instances FOLDER is needed.");

function measureAll(folder: string): void {
  console.table(rowsOf(folder, "bin", rowOf));
  if (!values.whole) return;
  console.table(rowsOf(folder, "json", (path) => measureCommand(path, Number(values["time-limit"]))));
}

function rowsOf<Row>(folder: string, ending: string, measure: (path: string) => Row): Record<string, Row> {
  const names = (values.only?.split(",") ?? NAMES).filter((name) =>
    existsSync(join(folder, `${name}.${ending}`)),
  );
  return Object.fromEntries(names.map((name) => [name, measure(join(folder, `${name}.${ending}`))]));
}

function rowOf(path: string) {
  const before = lemonMilliseconds(path);
  const figures: FlowFigures = JSON.parse(inOwnProcess(path));
  const lemon = values.lemon ? Math.min(before, lemonMilliseconds(path)) : Number.NaN;
  return {
    waiting: figures.waiting.join(","),
    cost: figures.cost,
    proved: figures.proved,
    "first ms": round(figures.first),
    "warm ms": round(figures.warm),
    "LEMON ms": round(lemon),
    "warm / LEMON": round(figures.warm / lemon),
    "canonical ms": round(figures.canonical),
    "certificate ms": round(figures.certificate),
    "late p99 ms": round(figures.late.p99),
    "peak MB": Math.round(figures.peakMegabytes),
  };
}

function inOwnProcess(path: string): string {
  const self = fileURLToPath(import.meta.url);
  return execFileSync(
    process.execPath,
    [...process.execArgv, self, "--measure", path, "--runs", String(runs)],
    {
      encoding: "utf8",
    },
  );
}

/** Solving only, without reading the file and building the graph. */
function lemonMilliseconds(path: string): number {
  if (!values.lemon) return Number.NaN;
  return JSON.parse(execFileSync(values.lemon, [path, "ns"], { encoding: "utf8" })).solve_ms;
}

function round(number: number): number {
  return Number.isNaN(number) ? number : Number(number.toPrecision(3));
}
