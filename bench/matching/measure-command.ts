import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkExplanations } from "./check-explanations";

/** What the command says of an instance: the parts that are put in the table. */
interface Said {
  readonly waiting: readonly number[];
  readonly cost: number;
  readonly components: { readonly count: number; readonly proved: number; readonly groupsRunning: number };
  readonly leads: { readonly unled: number; readonly schoolsUnled: number; readonly cost: number };
  readonly proposals: { readonly groups: number; readonly schools: number };
  readonly late: { readonly moved: number; readonly bumped: number };
  readonly milliseconds: Readonly<Record<string, number>>;
  readonly peakMegabytes: number;
}

const command = fileURLToPath(new URL("../../scripts/match.ts", import.meta.url));

/** Runs `npm run match` on an instance file with everything it can do, and answers a row of figures. */
export function measureCommand(instance: string, timeLimit: number) {
  const folder = mkdtempSync(join(tmpdir(), "match-"));
  try {
    const out = join(folder, "placement.csv");
    const explanations = join(folder, "explain.jsonl");
    const run = (...args: string[]): Said =>
      JSON.parse(inOwnProcess("--instance", instance, "--out", out, ...args));
    const late = run("--late-share", "0.02", "--mode", "repair");
    const soon = run("--min-sizes", "--time-limit", "5");
    const files = ["--leads", join(folder, "leads.csv"), "--propose", join(folder, "groups.json")];
    const whole = run("--min-sizes", "--time-limit", String(timeLimit), ...files, "--explain", explanations);
    const read = (path: string) => readFileSync(path, "utf8");
    const checked = checkExplanations(JSON.parse(read(instance)), read(out), read(explanations));
    return rowOf({ late, soon, whole, checked });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Runs {
  readonly late: Said;
  readonly soon: Said;
  readonly whole: Said;
  readonly checked: ReturnType<typeof checkExplanations>;
}

function rowOf({ late, soon, whole, checked }: Runs) {
  const { components, leads, proposals, milliseconds } = whole;
  return {
    waiting: whole.waiting.join(),
    cost: whole.cost,
    "after 5 s": `${soon.waiting.join()} ${soon.cost}`,
    proved: `${components.proved}/${components.count}`,
    "solve s": seconds(milliseconds.solve),
    "unled groups, schools": `${leads.unled}, ${leads.schoolsUnled}`,
    "lead cost": leads.cost,
    "lead s": seconds(milliseconds.lead),
    "new groups, schools": `${proposals.groups}, ${proposals.schools}`,
    "explain s": seconds(milliseconds.explain),
    contradicted: `${checked.contradicted}/${checked.statements}`,
    "could change, %": share(checked.withChange, checked.waiting),
    "with enough schools, %": share(checked.withFullChange, checked.waiting),
    "moved, bumped": `${late.late.moved}, ${late.late.bumped}`,
    "peak MB": whole.peakMegabytes,
  };
}

function share(some: number, all: number): number {
  return Math.round((1000 * some) / Math.max(1, all)) / 10;
}

function seconds(milliseconds: number | undefined): number {
  return Math.round((milliseconds ?? Number.NaN) / 100) / 10;
}

function inOwnProcess(...args: string[]): string {
  return execFileSync(
    process.execPath,
    [...process.execArgv, "--conditions=react-server", command, ...args],
    {
      encoding: "utf8",
    },
  );
}
