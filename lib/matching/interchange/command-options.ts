import { parseArgs } from "node:util";
import { MalformedInstance } from "./instance-file";
import type { LateMode } from "./late-ids";

const USAGE =
  "npm run match -- --instance NAME.json --out placement.csv [--min-sizes --time-limit 60] [--leads leads.csv] [--explain explain.jsonl] [--propose groups.json] [--late-share 0.02 --mode frozen|repair]";

export interface CommandOptions {
  readonly instance: string;
  readonly out: string;
  readonly explain: string | undefined;
  readonly leads: string | undefined;
  readonly propose: string | undefined;
  /** Seconds for proving the placement with least sizes; undefined when groups may have any size. */
  readonly sizes: { readonly timeLimit: number } | undefined;
  readonly late: { readonly share: number; readonly mode: LateMode } | undefined;
}

/** Reads the arguments of the command. Throws MalformedInstance with the usage. */
export function readCommandOptions(args: readonly string[]): CommandOptions {
  const { instance, out, explain, "late-share": share, mode, ...given } = parse(args);
  if (!instance || !out) throw wrong("--instance and --out are needed.");
  const sizes = sizeOptions(given["min-sizes"], given["time-limit"]);
  const late = lateOptions(share, mode);
  if (sizes && late) throw wrong("Late applications are placed without --min-sizes.");
  return { instance, out, explain, leads: given.leads, propose: given.propose, sizes, late };
}

function parse(args: readonly string[]) {
  const text = { type: "string" } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        instance: text,
        out: text,
        explain: text,
        leads: text,
        propose: text,
        "min-sizes": { type: "boolean" },
        "time-limit": text,
        "late-share": text,
        mode: text,
      },
    }).values;
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error));
  }
}

function sizeOptions(isAsked: boolean | undefined, seconds: string | undefined): CommandOptions["sizes"] {
  const timeLimit = Number(seconds ?? 60);
  if (!(timeLimit >= 0 && timeLimit <= 86_400)) throw wrong("--time-limit is a number of seconds.");
  if (seconds !== undefined && !isAsked) throw wrong("--time-limit is given with --min-sizes.");
  return isAsked ? { timeLimit } : undefined;
}

function lateOptions(share: string | undefined, mode: string | undefined): CommandOptions["late"] {
  if (share === undefined && mode === undefined) return undefined;
  if (mode !== "frozen" && mode !== "repair") throw wrong("--mode is frozen or repair.");
  const number = Number(share ?? Number.NaN);
  if (!(number >= 0 && number <= 1)) throw wrong("--late-share is a number from 0 to 1.");
  return { share: number, mode };
}

function wrong(sentence: string): MalformedInstance {
  return new MalformedInstance(`${sentence} Usage: ${USAGE}`);
}
