import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { dataFolder, root } from "../launcher/paths.mjs";

const environment = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", FORCE_COLOR: "0", NO_COLOR: "1" };

/** Milliseconds in which the last words of a program that has ended arrive. */
const PATIENCE = 10_000;

const LINES_OF_A_FAULT = 20;

/**
 * Runs a program and answers with how it ended and what it said.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, aloud?: boolean }} [options] `aloud`: its output is shown as it comes
 * @returns {Promise<{ code: number | string, output: string }>}
 */
export function capture(command, args, { env = environment, aloud = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
    const chunks = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        chunks.push(chunk);
        if (aloud) process.stdout.write(chunk);
      });
    }
    child.once("error", (error) => resolve({ code: 1, output: error.message }));
    const answer = (code, signal) =>
      resolve({ code: code ?? signal, output: Buffer.concat(chunks).toString() });
    child.once("close", answer);
    // A process that it left behind may hold its output open for ever.
    child.once("exit", (code, signal) => setTimeout(() => answer(code, signal), PATIENCE).unref());
  });
}

/** Like `capture`, for a tool of node_modules that has to succeed. @param {string} name @param {string[]} args */
export async function tool(name, args) {
  const { code, output } = await capture(toolPath(name), args);
  if (code !== 0) throw new Error(`${name} ${args.join(" ")}\n${output}`);
  return output;
}

export const toolPath = (name) => join(root, "node_modules", ".bin", name);

/** @param {"unit" | "database"} project */
export async function runVitest(project) {
  const report = join(dataFolder, `vitest-${project}.json`);
  rmSync(report, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { code, output } = await capture(toolPath("vitest"), ["run", "--project", project, ...reporters]);
  if (code !== 0) console.log(output);
  if (!existsSync(report)) throw new Error(`Vitest (${project}) ended without a report (${code}).`);
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, "utf8"));
  return countsOf(code, numPassedTests, numFailedTests + numPendingTests);
}

/** @param {NodeJS.ProcessEnv} env with BASE_URL @param {string[]} args */
export async function runPlaywright(env, args) {
  const report = join(dataFolder, "playwright.json");
  rmSync(report, { force: true });
  const all = { ...environment, ...env, FORCE_COLOR: "0" };
  const { code } = await capture(toolPath("playwright"), ["test", ...args], { env: all, aloud: true });
  if (!existsSync(report)) throw new Error(`Playwright ended without a report (${code}).`);
  const { stats, errors, suites } = JSON.parse(readFileSync(report, "utf8"));
  for (const error of errors) console.log(error.message);
  for (const fault of suites.flatMap((suite) => faultsIn(suite))) console.log(fault);
  return countsOf(code, stats.expected, stats.unexpected + stats.flaky + stats.skipped);
}

/** What went wrong in each failed test, once more at the end: its own place in the output is far above. */
function faultsIn({ specs = [], suites = [] }) {
  const own = specs.flatMap(({ file, title, tests }) =>
    tests
      .flatMap(({ results }) => results)
      .flatMap((result) => result.errors)
      .map(({ message = "" }) => `\n${file} › ${title}\n${beginningOf(stripVTControlCharacters(message))}`),
  );
  return [...own, ...suites.flatMap((suite) => faultsIn(suite))];
}

/** As much of a message as tells what happened. */
function beginningOf(message) {
  return message.split("\n").slice(0, LINES_OF_A_FAULT).join("\n");
}

/** A run that fails without a failed test, such as one that could not read a file, has failed once. */
function countsOf(code, passed, failed) {
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed };
}
