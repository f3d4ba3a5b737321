import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { serverFlags } from "../../scripts/launcher/server-flags.mjs";

/** Clock ticks of the kernel's accounting, a second. */
const TICKS = 100;

/** A web server in a process of its own, whose CPU time can be read. Linux only: /proc keeps the accounts. */
export interface ServerProcess {
  readonly address: string;
  /** CPU milliseconds the process has used since it began. */
  cpu(): number;
  stop(): Promise<void>;
}

export async function startServer(script: string, env: NodeJS.ProcessEnv): Promise<ServerProcess> {
  const child = spawn(process.execPath, [...serverFlags(), script], {
    env,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const address = `http://127.0.0.1:${env.PORT}`;
  await untilUp(child, address);
  return { address, cpu: () => cpuOf(child.pid ?? 0), stop: () => stop(child) };
}

async function untilUp(child: ChildProcess, address: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}`);
    const answer = await fetch(`${address}/up`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new Error(`Nothing answered at ${address}`);
}

function cpuOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return ((Number(fields[11]) + Number(fields[12])) / TICKS) * 1000;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}
