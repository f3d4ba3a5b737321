import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { dataFolder, root } from "./paths.mjs";

export const logFolder = join(dataFolder, "log");

/** @type {Set<import("node:child_process").ChildProcess>} */
const underWay = new Set();

/**
 * Runs a program to its end, with its output in a log file. Throws with the end of that log when it fails.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env: NodeJS.ProcessEnv, log: string, what: string, shell?: boolean }} options
 */
export async function run(command, args, { env, log, what, shell = false }) {
  mkdirSync(logFolder, { recursive: true });
  const file = join(logFolder, log);
  const output = openSync(file, "w");
  const child = spawn(command, args, {
    cwd: root,
    env,
    shell,
    detached: true,
    stdio: ["ignore", output, output],
  });
  closeSync(output);
  underWay.add(child);
  const ended = await new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(code ?? signal));
  });
  underWay.delete(child);
  if (ended !== 0) throw new Error(`${what} failed (${ended}).\n${lastLines(file)}\nAll of it: ${file}`);
  return readFileSync(file, "utf8");
}

/** Runs one of our TypeScript files. @param {string} script @param {Parameters<typeof run>[2]} options */
export function runScript(script, options) {
  const flags = ["--conditions=react-server", "--import", "tsx"];
  return run(process.execPath, [...flags, join(root, "scripts", script)], options);
}

function lastLines(file) {
  return readFileSync(file, "utf8").trimEnd().split("\n").slice(-40).join("\n");
}

/** Ends whatever `run` has started and all that it started in turn. */
export function stopRunning() {
  for (const child of underWay) signalGroup(child, "SIGKILL");
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
export function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    child.kill(signal);
  }
}
