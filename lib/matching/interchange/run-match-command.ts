import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { explainApplications } from "../explain-applications";
import { hashMatchInput } from "../input-hash";
import { buildInstance, type Instance } from "../instance";
import { objectiveOf, prove, solve } from "../match";
import type { Placement } from "../solver/placement";
import { MalformedInstance, readInstanceFile } from "./instance-file";
import { writeResultLines } from "./result-lines";
import { toMatchInput } from "./to-match-input";

const USAGE = "npm run match -- --instance NAME.json --out placement.csv [--explain explain.jsonl]";

/** Where the command says something: one JSON line, or one sentence when it cannot go on. */
export interface CommandOutput {
  readonly result: (line: string) => void;
  readonly refusal: (sentence: string) => void;
}

interface Options {
  readonly instance: string;
  readonly out: string;
  readonly explain: string | undefined;
}

/**
 * Matches an instance file and writes its placement. Answers the exit code: 0, or 2 with one sentence and nothing
 * written when the arguments or the file are malformed.
 */
export function runMatchCommand(args: readonly string[], output: CommandOutput): 0 | 2 {
  try {
    const options = readOptions(args);
    output.result(JSON.stringify(matchFile(options)));
    return 0;
  } catch (error) {
    if (!(error instanceof MalformedInstance)) throw error;
    output.refusal(error.message);
    return 2;
  }
}

function readOptions(args: readonly string[]): Options {
  const text = { type: "string" } as const;
  try {
    const { values } = parseArgs({ args: [...args], options: { instance: text, out: text, explain: text } });
    const { instance, out, explain } = values;
    if (instance && out) return { instance, out, explain };
  } catch (error) {
    throw new MalformedInstance(`${error instanceof Error ? error.message : error} Usage: ${USAGE}`);
  }
  throw new MalformedInstance(`--instance and --out are needed. Usage: ${USAGE}`);
}

function matchFile(options: Options) {
  const laps = stopLaps();
  const input = toMatchInput(readInstanceFile(readText(options.instance)));
  laps.end("read");
  const instance = buildInstance(input);
  laps.end("build");
  const { placement } = solve(instance);
  laps.end("solve");
  const certificate = prove(instance, placement);
  laps.end("prove");
  writeFiles(options, instance, placement);
  return {
    instance: options.instance,
    applications: instance.applications.length,
    groups: instance.groups.length,
    pairs: instance.pairs.cost.length,
    ...objectiveOf(instance, placement),
    certificate,
    inputHash: hashMatchInput(input),
    milliseconds: laps.taken,
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new MalformedInstance(
      `The file ${path} cannot be read: ${error instanceof Error ? error.message : error}.`,
    );
  }
}

function writeFiles({ out, explain }: Options, instance: Instance, placement: Placement): void {
  const groupOf = instance.applications.map(({ id }, index) => ({
    application: id,
    group: instance.groups[placement.groupOf(index)]?.id ?? null,
  }));
  const explained = explain ? writeResultLines(explainApplications(instance, placement)) : undefined;
  writeFileSync(out, writePlacement(groupOf));
  if (explain && explained !== undefined) writeFileSync(explain, explained);
}

function writePlacement(
  rows: readonly { readonly application: string; readonly group: string | null }[],
): string {
  return rows
    .toSorted((x, y) => Number(x.application) - Number(y.application))
    .map(({ application, group }) => `${application},${group ?? -1}\n`)
    .join("");
}

/** Milliseconds of each part, one after the other. */
function stopLaps() {
  const taken: Record<string, number> = {};
  let last = performance.now();
  const end = (part: string) => {
    const now = performance.now();
    taken[part] = Math.round(10 * (now - last)) / 10;
    last = now;
  };
  return { taken, end };
}
