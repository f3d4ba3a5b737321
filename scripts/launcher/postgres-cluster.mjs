import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { anyFreePort, isFree } from "./ports.mjs";

/**
 * @typedef {object} Cluster
 * @property {string} folder   the data directory
 * @property {string} binaries the folder of postgres, initdb and pg_ctl
 * @property {import("./account.mjs").Account} account
 * @property {string} [password] the superuser's; read from beside the folder when it is not given
 */

const databaseName = "mathshubs";
const cleanEnvironment = {
  PATH: process.env.PATH,
  LC_ALL: process.platform === "darwin" ? "en_GB.UTF-8" : "C.UTF-8",
  TZ: "UTC",
};

/** @param {Cluster} cluster */
const inAccount = ({ account }) => ({ ...account, cwd: "/", env: cleanEnvironment });
const passwordFile = (cluster) => `${cluster.folder}.password`;
const logFile = (cluster) => `${cluster.folder}.log`;

/** @param {Cluster} cluster */
export function isInitialised(cluster) {
  return existsSync(join(cluster.folder, "PG_VERSION"));
}

/**
 * Makes the data directory. It gets its name only when it is complete, so a killed run leaves nothing half made.
 * @param {Cluster} cluster
 */
export function initialise(cluster) {
  const unfinished = `${cluster.folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  const password = randomBytes(18).toString("base64url");
  writeFileSync(passwordFile(cluster), password, { mode: 0o600 });
  // initdb reads the password as the other account, from a place that closes again at once.
  const handed = join(unfinished, ".password");
  writeFileSync(handed, password, { mode: 0o600 });
  give(unfinished, cluster.account);
  give(handed, cluster.account);
  const data = join(unfinished, "data");
  run(cluster, "initdb", [
    ...[
      "-D",
      data,
      "-U",
      "postgres",
      "-A",
      "scram-sha-256",
      `--pwfile=${handed}`,
      "--encoding=UTF8",
      "--no-sync",
    ],
    ...["--locale-provider=icu", "--icu-locale=en-GB", "--no-instructions"],
  ]);
  run(cluster, "postgres", ["--single", "-D", data, "postgres"], `create database ${databaseName}\n`);
  renameSync(data, cluster.folder);
  rmSync(unfinished, { recursive: true, force: true });
}

function give(path, { uid, gid }) {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
  chmodSync(path, statSync(path).isDirectory() ? 0o700 : 0o600);
}

function run(cluster, name, args, input) {
  const answer = spawnSync(join(cluster.binaries, name), args, {
    ...inAccount(cluster),
    input,
    encoding: "utf8",
  });
  if (answer.status !== 0) throw new Error(`${name} failed.\n${answer.stderr || answer.error || ""}`);
}

/** The lines of postmaster.pid: process, folder, start, port, socket, address, memory, status. */
function readPidFile(cluster) {
  try {
    return readFileSync(join(cluster.folder, "postmaster.pid"), "utf8")
      .split("\n")
      .map((line) => line.trim());
  } catch {
    return undefined;
  }
}

/**
 * The process and port of a Postgres that serves this folder now, whoever started it.
 * @param {Cluster} cluster
 * @returns {{ pid: number, port: number } | undefined}
 */
export function running(cluster) {
  const lines = readPidFile(cluster);
  const pid = Number(lines?.[0]);
  if (!lines || !pid || !isAlive(pid)) return undefined;
  // After a crash of the machine the number may belong to somebody else.
  if (
    existsSync(`/proc/${pid}/cmdline`) &&
    !readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(cluster.folder)
  ) {
    return undefined;
  }
  return { pid, port: Number(lines[3]) };
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/**
 * Starts Postgres in its own process group and waits until it takes connections.
 * @param {Cluster} cluster
 * @param {{ port?: number, settings?: string[], detach?: boolean }} options `settings` are `name=value`; with `detach`
 *   Postgres outlives this process.
 */
export async function launch(cluster, { port: wanted, settings = [], detach = false } = {}) {
  const port = wanted && (await isFree(wanted)) ? wanted : await anyFreePort();
  const all = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    `port=${port}`,
    "timezone=UTC",
    "log_timezone=UTC",
    // Without the row that a statement broke on: it holds names and addresses.
    "log_error_verbosity=terse",
  ];
  const flags = [...all, ...settings].flatMap((setting) => ["-c", setting]);
  const log = openSync(logFile(cluster), logFlag(cluster), 0o600);
  const child = spawn(join(cluster.binaries, "postgres"), ["-D", cluster.folder, ...flags], {
    ...inAccount(cluster),
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  if (detach) child.unref();
  await untilReady(cluster, child);
  return { child, port, url: address(cluster, port) };
}

const logFlag = (cluster) =>
  existsSync(logFile(cluster)) && statSync(logFile(cluster)).size > 5_000_000 ? "w" : "a";

async function untilReady(cluster, child) {
  let failure;
  child.once("error", (error) => {
    failure = error.message;
  });
  child.once("exit", () => {
    failure ??= "It stopped at once.";
  });
  for (const deadline = performance.now() + 60_000; performance.now() < deadline; await sleep(10)) {
    if (failure) throw new PostgresFailure(`Postgres did not start. ${failure}\n${tail(logFile(cluster))}`);
    const lines = readPidFile(cluster);
    if (Number(lines?.[0]) === child.pid && lines?.[7] === "ready") return;
  }
  throw new PostgresFailure(`Postgres was not ready after a minute. Its log: ${logFile(cluster)}`);
}

export class PostgresFailure extends Error {}

function tail(file) {
  return existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n").slice(-5).join("\n") : "";
}

/** @param {Cluster} cluster @param {number} port */
export function address(cluster, port) {
  const password = cluster.password ?? readFileSync(passwordFile(cluster), "utf8").trim();
  return `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${databaseName}`;
}

/**
 * Stops whatever Postgres serves the folder: connections are ended, what was committed is written.
 * @param {Cluster} cluster
 */
export async function halt(cluster) {
  if (!running(cluster)) return;
  for (const mode of ["fast", "immediate"]) {
    const stopped = await new Promise((resolve) => {
      const args = ["stop", "-D", cluster.folder, "-m", mode, "-w", "-t", "20", "-s"];
      const child = spawn(join(cluster.binaries, "pg_ctl"), args, {
        ...inAccount(cluster),
        detached: true,
        stdio: "ignore",
      });
      child.once("exit", (code) => resolve(code === 0));
      child.once("error", () => resolve(false));
    });
    if (stopped || !running(cluster)) return;
  }
  throw new PostgresFailure(`Postgres in ${dirname(cluster.folder)} does not stop.`);
}
