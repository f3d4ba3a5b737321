/**
 * The project's own Postgres, from npm: no server to install, no account to make.
 *
 *   node scripts/postgres.mjs start   starts it in the background and prints its address
 *   node scripts/postgres.mjs url     prints the address of the one that is running
 *   node scripts/postgres.mjs stop    stops it
 */
import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { canReach, postgresAccount } from "./launcher/account.mjs";
import { dataFolder, root } from "./launcher/paths.mjs";
import { findBinaries } from "./launcher/postgres-binaries.mjs";
import {
  address,
  halt,
  initialise,
  isInitialised,
  launch,
  PostgresFailure,
  running,
} from "./launcher/postgres-cluster.mjs";

const usualPort = 54_329;
const settings = ["shared_buffers=128MB", "max_connections=60"];
/** Nothing in a test has to survive a power cut. */
const testSettings = [
  ...[
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "wal_level=minimal",
    "max_wal_senders=0",
  ],
  ...["shared_buffers=128MB", "max_connections=300"],
];

/** The installation's cluster, in `.data/postgres` or, where the account of Postgres cannot reach that, in /var/lib. */
function installedCluster() {
  const account = postgresAccount();
  const folder = clusterFolder(account);
  mkdirSync(dirname(folder), { recursive: true });
  return { account, folder, binaries: findBinaries(account) };
}

function clusterFolder(account) {
  const here = join(dataFolder, "postgres");
  const mark = createHash("sha256").update(root).digest("hex").slice(0, 12);
  const elsewhere = join("/var/lib/maths-hubs-enrolment", mark, "postgres");
  const holdsData = (folder) => existsSync(join(folder, "PG_VERSION"));
  if (holdsData(here)) return here;
  return holdsData(elsewhere) || !canReach(root, account) ? elsewhere : here;
}

function checkCluster(cluster) {
  const version = readFileSync(join(cluster.folder, "PG_VERSION"), "utf8").trim();
  if (version === "18") return;
  throw new Error(
    `${cluster.folder} holds data of Postgres ${version}; this is Postgres 18. Move the folder away.`,
  );
}

/**
 * Starts the installation's Postgres, with all the data it had, after any kind of end of the last one.
 * @param {{ detach?: boolean, port?: number }} [options]
 */
export async function startPostgres({ detach = false, port = usualPort } = {}) {
  const cluster = installedCluster();
  if (isInitialised(cluster)) checkCluster(cluster);
  else initialise(cluster);
  await halt(cluster);
  const server = await launchPatiently(cluster, { port, settings, detach });
  return { ...server, folder: cluster.folder, stop: () => halt(cluster) };
}

/** After a `kill -9` the old server's children hold the memory for a moment, and Postgres rightly refuses to start. */
async function launchPatiently(cluster, options) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await launch(cluster, options);
    } catch (error) {
      if (!(error instanceof PostgresFailure) || attempt === 5) throw error;
      await sleep(attempt * 300);
    }
  }
}

/**
 * A cluster for one test run, in a temporary folder that goes away with it.
 * @param {{ binaries?: string }} [options] another Postgres's folder of programs, such as /usr/lib/postgresql/15/bin
 */
export async function startTestPostgres({ binaries } = {}) {
  const account = postgresAccount();
  const home = mkdtempSync(join(account.uid === undefined ? tmpdir() : "/var/tmp", "maths-hubs-test-"));
  chmodSync(home, 0o711);
  const cluster = { account, folder: join(home, "postgres"), binaries: binaries ?? findBinaries(account) };
  initialise(cluster);
  const server = await launch(cluster, { settings: testSettings });
  const stop = async () => {
    await halt(cluster);
    rmSync(home, { recursive: true, force: true });
  };
  return { ...server, stop };
}

/** The address of the installation's own Postgres; undefined while it does not run. */
export function runningUrl() {
  const folder = clusterFolder(postgresAccount());
  const server = running({ folder });
  return server && address({ folder }, server.port);
}

async function command(name) {
  if (name === "start") {
    const { url } = await startPostgres({ detach: true });
    console.log(url);
    return;
  }
  const cluster = installedCluster();
  const server = running(cluster);
  if (name === "stop") await halt(cluster);
  else if (name !== "url") throw new Error("Say start, stop or url.");
  else if (!server) throw new Error("Postgres is not running: node scripts/postgres.mjs start");
  else console.log(address(cluster, server.port));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  command(process.argv[2]).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
