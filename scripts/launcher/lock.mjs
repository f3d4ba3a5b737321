import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { dataFolder } from "./paths.mjs";

const file = join(dataFolder, "start.json");

/**
 * The start that is running in this folder now, if any.
 * @returns {{ pid: number, address?: string } | undefined}
 */
export function currentStart() {
  try {
    const held = JSON.parse(readFileSync(file, "utf8"));
    return commandOf(held.pid).includes("start.mjs") ? held : undefined;
  } catch {
    return undefined;
  }
}

function commandOf(pid) {
  if (existsSync("/proc/self/cmdline")) {
    return existsSync(`/proc/${pid}/cmdline`) ? readFileSync(`/proc/${pid}/cmdline`, "utf8") : "";
  }
  return spawnSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" }).stdout ?? "";
}

/** Claims this folder: two starts would fight over one database folder. One that is just ending is waited for. */
export async function lock() {
  mkdirSync(dataFolder, { recursive: true });
  for (let tries = 0; currentStart() && tries < 25; tries += 1) await sleep(100);
  const other = currentStart();
  if (other) {
    const where = other.address ? ` at ${other.address}` : "";
    throw new Error(
      `It is already running${where} (process ${other.pid}). Stop that one first: kill ${other.pid}`,
    );
  }
  rmSync(file, { force: true });
  writeFileSync(file, JSON.stringify({ pid: process.pid }), { flag: "wx" });
}

/** @param {string} address */
export function announce(address) {
  writeFileSync(file, JSON.stringify({ pid: process.pid, address }));
}

export function unlock() {
  if (currentStart()?.pid === process.pid) rmSync(file, { force: true });
}
