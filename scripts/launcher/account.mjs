import { readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";

/**
 * @typedef {{ uid?: number, gid?: number }} Account
 * The operating system account that runs Postgres; empty for "the one we are".
 */

/**
 * Postgres refuses to run as root, so root hands it to an account without rights.
 * @returns {Account}
 */
export function postgresAccount() {
  if (process.getuid?.() !== 0) return {};
  const lines = readFileSync("/etc/passwd", "utf8").split("\n");
  for (const name of ["postgres", "nobody"]) {
    const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(":");
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new Error(
    'Postgres does not run as root, and this machine has neither a "postgres" nor a "nobody" user.',
  );
}

/**
 * Whether the account may walk down to a folder. Always true for our own account.
 * @param {string} folder
 * @param {Account} account
 */
export function canReach(folder, account) {
  if (account.uid === undefined) return true;
  for (let path = folder; ; path = dirname(path)) {
    if (!maySearch(statSync(path), account)) return false;
    if (path === dirname(path)) return true;
  }
}

function maySearch(stats, { uid, gid }) {
  if (stats.uid === uid) return (stats.mode & 0o100) !== 0;
  if (stats.gid === gid) return (stats.mode & 0o010) !== 0;
  return (stats.mode & 0o001) !== 0;
}
