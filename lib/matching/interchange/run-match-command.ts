import { readFileSync, writeFileSync } from "node:fs";
import { explainApplications } from "../explain-applications";
import { hashMatchInput } from "../input-hash";
import { buildInstance, type Instance } from "../instance";
import { objectiveOf, prove, solve } from "../match";
import type { MatchInput } from "../match-input";
import type { ApplicationResult } from "../match-outcome";
import { placeSized } from "../place-sized";
import type { Certificate } from "../solver/certificate";
import type { Placement } from "../solver/placement";
import { type CommandOptions, readCommandOptions } from "./command-options";
import { type ComponentFigures, componentFigures } from "./component-figures";
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
export async function runMatchCommand(args: readonly string[], output: CommandOutput): Promise<0 | 2> {
  try {
    output.result(JSON.stringify(await matchFile(readCommandOptions(args))));
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
  readonly groupOf: Int32Array;
  readonly certificate: Certificate;
  readonly explain: () => ApplicationResult[];
  /** Of late applications, and of components where groups have least sizes. */
  readonly figures?: { readonly late: LateFigures } | { readonly components: ComponentFigures };
}

async function matchFile(options: CommandOptions) {
  const laps = stopLaps();
  const file = readInstanceFile(readText(options.instance));
  const whole = toMatchInput(file);
  laps.end("read");
  const matched = await matchAs(options, { file, whole, laps });
  laps.end("prove");
  writeFiles(options, matched);
  const { input, instance, groupOf, certificate, figures } = matched;
  return {
    instance: options.instance,
    applications: instance.applications.length,
    groups: instance.groups.length,
    pairs: instance.pairs.cost.length,
    ...objectiveOf(instance, groupOf),
    certificate,
    ...figures,
    inputHash: hashMatchInput(input),
    milliseconds: laps.taken,
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

interface Source {
  readonly file: InstanceFile;
  readonly whole: MatchInput;
  readonly laps: Laps;
}

function matchAs({ sizes, late }: CommandOptions, source: Source): Matched | Promise<Matched> {
  if (sizes) return matchSized(source, sizes);
  return late ? matchLate(source, late) : matchWhole(source);
}

function matchWhole({ whole, laps }: Source): Matched {
  const instance = buildInstance(whole);
  laps.end("build");
  const { placement } = solve(instance);
  laps.end("solve");
  return matched(instance, placement);
}

function matchLate(
  { file, whole, laps }: Source,
  { share, mode }: NonNullable<CommandOptions["late"]>,
): Matched {
  const { instance, placement, figures } = placeLate(whole, lateIds(file, share), mode);
  laps.end("solve");
  return { ...matched(instance, placement), figures: { late: figures } };
}

function matched(instance: Instance, placement: Placement): Matched {
  return {
    input: instance.input,
    instance,
    groupOf: placement.toGroups(),
    certificate: prove(instance, placement),
    explain: () => explainApplications(instance, placement),
  };
}

async function matchSized(
  { whole, laps }: Source,
  sizes: NonNullable<CommandOptions["sizes"]>,
): Promise<Matched> {
  const instance = buildInstance(whole);
  laps.end("build");
  const { placement, certificate } = await placeSized(instance, sizes);
  laps.end("solve");
  const components = componentFigures(placement);
  return {
    input: whole,
    instance,
    groupOf: placement.groupOf,
    certificate,
    explain: () => [],
    figures: { components },
  };
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

function writeFiles(
  { out, explain }: CommandOptions,
  { instance, groupOf, explain: results }: Matched,
): void {
  const explained = explain ? writeResultLines(results()) : "";
  writeFileSync(out, writePlacementLines(instance, groupOf));
  if (explain) writeFileSync(explain, explained);
}
