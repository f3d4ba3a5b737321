import { readFileSync, writeFileSync } from "node:fs";
import { hashMatchInput } from "../input-hash";
import { leadPlacement } from "../lead-placement";
import { objectiveOf } from "../match";
import { proposeGroups } from "../propose-groups";
import { tellHubChanges } from "../tell-hub-changes";
import { type CommandOptions, readCommandOptions } from "./command-options";
import { MalformedInstance, readInstanceFile } from "./instance-file";
import { leadFigures, writeLeadLines } from "./lead-lines";
import { type Matched, matchAs, type Source } from "./match-as";
import { newGroupSizesOf, normsOf } from "./norms-of";
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

async function matchFile(options: CommandOptions) {
  const laps = stopLaps();
  const file = readInstanceFile(readText(options.instance));
  const source: Source = { file, whole: toMatchInput(file), laps };
  laps.end("read");
  const matched = await matchAs(options, source);
  laps.end("prove");
  const { groupOf, texts, figures } = follow(options, source, matched);
  for (const [path, text] of texts) writeFileSync(path, text);
  const { instance, certificate } = matched;
  return {
    instance: options.instance,
    applications: instance.applications.length,
    groups: instance.groups.length,
    pairs: instance.pairs.cost.length,
    ...objectiveOf(instance, groupOf),
    certificate,
    ...matched.figures,
    ...figures,
    inputHash: hashMatchInput(instance.input),
    milliseconds: laps.taken,
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

/** Leads, proposals and explanations, as far as they are asked for: what is written where, and the figures. */
function follow(options: CommandOptions, { file, laps }: Source, { instance, placement, explain }: Matched) {
  const led = options.leads || options.propose ? leadPlacement(instance, placement) : undefined;
  if (led) laps.end("lead");
  const final = led ? { ...placement, groupOf: led.groupOf } : placement;
  const { groupOf } = final;
  const assignments = led?.leads.assignments ?? [];
  const proposals = options.propose
    ? proposeGroups({ instance, groupOf, assignments, norms: normsOf(file) })
    : undefined;
  if (proposals) laps.end("propose");
  const texts: [string, string][] = [[options.out, writePlacementLines(instance, groupOf)]];
  if (options.leads) texts.push([options.leads, writeLeadLines(assignments)]);
  if (options.propose) texts.push([options.propose, `${JSON.stringify(proposals, undefined, 1)}\n`]);
  if (options.explain) {
    const results = tellHubChanges(instance, final, {
      results: explain(final),
      sizes: newGroupSizesOf(file),
    });
    texts.push([options.explain, writeResultLines(results, proposals ?? [])]);
    laps.end("explain");
  }
  return {
    groupOf,
    texts,
    figures: {
      leads: led && leadFigures(led.leads, led.rounds),
      proposals: proposals && {
        groups: proposals.length,
        schools: proposals.reduce((sum, { applications }) => sum + applications.length, 0),
      },
    },
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
