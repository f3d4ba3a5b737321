import { readFileSync, writeFileSync } from "node:fs";
import { explainApplications } from "../explain-applications";
import { hashMatchInput } from "../input-hash";
import { buildInstance, type Instance } from "../instance";
import { objectiveOf, prove, solve } from "../match";
import type { MatchInput } from "../match-input";
import type { Placement } from "../solver/placement";
import { type CommandOptions, readCommandOptions } from "./command-options";
import { type InstanceFile, MalformedInstance, readInstanceFile } from "./instance-file";
import { lateIds } from "./late-ids";
import { type LateFigures, placeLate } from "./place-late";
import { writePlacementLines, writeResultLines } from "./result-lines";
import { stopLaps } from "./stop-laps";
import { toMatchInput } from "./to-match-input";

/** Where the command says something: one JSON line, or one sentence when it cannot go on. */
export interface CommandOutput {
  readonly result: (line: string) => void;
  readonly refusal: (sentence: string) => void;
}

/**
 * Matches an instance file and writes its placement. Answers the exit code: 0, or 2 with one sentence and nothing
 * written when the arguments or the file are malformed.
 */
export function runMatchCommand(args: readonly string[], output: CommandOutput): 0 | 2 {
  try {
    output.result(JSON.stringify(matchFile(readCommandOptions(args))));
    return 0;
  } catch (error) {
    if (!(error instanceof MalformedInstance)) throw error;
    output.refusal(error.message);
    return 2;
  }
}

type Laps = ReturnType<typeof stopLaps>;

interface Matched {
  readonly input: MatchInput;
  readonly instance: Instance;
  readonly placement: Placement;
  readonly figures?: LateFigures;
}

function matchFile(options: CommandOptions) {
  const laps = stopLaps();
  const file = readInstanceFile(readText(options.instance));
  const whole = toMatchInput(file);
  laps.end("read");
  const matched = options.late ? matchLate(file, whole, options.late, laps) : matchWhole(whole, laps);
  const { input, instance, placement, figures } = matched;
  const certificate = prove(instance, placement);
  laps.end("prove");
  writeFiles(options, matched);
  return {
    instance: options.instance,
    applications: instance.applications.length,
    groups: instance.groups.length,
    pairs: instance.pairs.cost.length,
    ...objectiveOf(instance, placement),
    certificate,
    late: figures,
    inputHash: hashMatchInput(input),
    milliseconds: laps.taken,
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

function matchWhole(input: MatchInput, laps: Laps): Matched {
  const instance = buildInstance(input);
  laps.end("build");
  const { placement } = solve(instance);
  laps.end("solve");
  return { input, instance, placement };
}

function matchLate(
  file: InstanceFile,
  whole: MatchInput,
  { share, mode }: NonNullable<CommandOptions["late"]>,
  laps: Laps,
): Matched {
  const matched = placeLate(whole, lateIds(file, share), mode);
  laps.end("solve");
  return matched;
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new MalformedInstance(
      `The file ${path} cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
}

function writeFiles({ out, explain }: CommandOptions, { instance, placement }: Matched): void {
  const explained = explain ? writeResultLines(explainApplications(instance, placement)) : "";
  writeFileSync(out, writePlacementLines(instance, placement));
  if (explain) writeFileSync(explain, explained);
}
