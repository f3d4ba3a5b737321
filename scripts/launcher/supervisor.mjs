import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.mjs";
import { logFolder, noteRunning, signalGroup } from "./run.mjs";

const patience = { restarts: 5, within: 60_000 };
const grace = 5_000;
const leash = ["--import", new URL("leash.mjs", import.meta.url).href];

/**
 * Keeps one of our Node processes running: started again when it dies, given up when it keeps dying. It holds a channel to
 * us, so it notices when we are killed.
 * @param {object} options
 * @param {string} options.name        for messages and the log file
 * @param {string[]} options.args      of node
 * @param {NodeJS.ProcessEnv} options.env
 * @param {boolean} options.toTerminal whether its output is shown instead of kept in a file
 * @param {(sentence: string) => void} options.say
 * @param {(sentence: string) => void} options.giveUp
 */
export function supervise({ name, args, env, toTerminal, say, giveUp }) {
  let child;
  let stopping = false;
  let resolveReady;
  const deaths = [];
  const ready = new Promise((resolve) => {
    resolveReady = resolve;
  });

  function start() {
    const output = toTerminal ? "inherit" : openLog(name);
    child = spawn(process.execPath, [...leash, ...args], {
      cwd: root,
      env,
      detached: true,
      stdio: ["ignore", output, output, "ipc"],
    });
    if (typeof output === "number") closeSync(output);
    noteRunning(child);
    child.once("message", resolveReady);
    child.once("error", (error) => say(`The ${name} could not start: ${error.message}`));
    child.once("exit", died);
  }

  function died(code, signal) {
    if (stopping) return;
    const now = performance.now();
    deaths.push(now);
    const recent = deaths.filter((moment) => now - moment < patience.within).length;
    const where = toTerminal ? "" : ` Its log: ${join(logFolder, `${name}.log`)}`;
    if (recent > patience.restarts) return giveUp(`The ${name} keeps stopping (${signal ?? code}).${where}`);
    say(`The ${name} stopped (${signal ?? code}) and is started again.`);
    setTimeout(() => stopping || start(), 100 * 2 ** (recent - 1));
  }

  async function stop() {
    stopping = true;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    const timer = setTimeout(() => signalGroup(child, "SIGKILL"), grace);
    await gone;
    clearTimeout(timer);
  }

  start();
  return { ready, stop };
}

function openLog(name) {
  mkdirSync(logFolder, { recursive: true });
  return openSync(join(logFolder, `${name}.log`), "w", 0o600);
}
