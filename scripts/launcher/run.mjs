import { spawn } from "node:child_process";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { dataFolder, root } from "./paths.mjs";

export const logFolder = join(dataFolder, "log");
/** A file for each program that is running, named by its process. */
const noteFolder = join(dataFolder, "running");

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
  noteRunning(child);
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

/** Writes down that a program runs, until it ends. @param {import("node:child_process").ChildProcess} child */
export function noteRunning(child) {
  if (child.pid === undefined) return;
  const note = join(noteFolder, String(child.pid));
  mkdirSync(noteFolder, { recursive: true });
  writeFileSync(note, "");
  child.once("exit", () => rmSync(note, { force: true }));
}

/** Ends what an earlier start left behind when it was killed: two builds would spoil each other, two servers a port. */
export function stopLeftovers() {
  if (!existsSync(noteFolder)) return;
  for (const name of readdirSync(noteFolder)) {
    const pid = Number(name);
    if (worksHere(pid)) signalGroup({ pid, kill: () => false }, "SIGKILL");
    rmSync(join(noteFolder, name), { force: true });
  }
}

/** Whether a process is still there and not another one that got its number. */
function worksHere(pid) {
  try {
    process.kill(pid, 0);
    return !existsSync("/proc/self/cwd") || readlinkSync(`/proc/${pid}/cwd`) === root;
  } catch {
    return false;
  }
}

/** Ends whatever `run` has started and all that it started in turn. */
export function stopRunning() {
  for (const child of underWay) signalGroup(child, "SIGKILL");
}

/**
 * @param {{ pid?: number, kill: (signal: NodeJS.Signals) => boolean }} child
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
