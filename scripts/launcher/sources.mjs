import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "./paths.mjs";

/** What the built application is made of. */
export const builtFrom = [
  "app",
  "lib",
  "db",
  "public",
  "scripts/build-css.mjs",
  "next.config.js",
  "tsconfig.json",
  "package-lock.json",
];
/** What brings a database into shape. */
export const preparedFrom = [
  "drizzle",
  "lib",
  "db",
  "scripts/migrate.ts",
  "scripts/jobs.ts",
  "package-lock.json",
];

const products = new Set(["app/_styles/build", "db/testing"]);

/**
 * One mark for the content of many files; tests do not count.
 * @param {string[]} places files and folders below the root
 */
export function hashSources(places, folder = root) {
  const hash = createHash("sha256");
  const add = (path) => {
    const name = relative(folder, path).replaceAll("\\", "/");
    if (products.has(name) || /\.test\.tsx?$/.test(name) || !existsSync(path)) return;
    if (statSync(path).isDirectory()) {
      for (const entry of readdirSync(path).sort()) add(join(path, entry));
    } else {
      hash.update(`${name}\0`).update(readFileSync(path)).update("\0");
    }
  };
  for (const place of places) add(join(folder, place));
  return hash.digest("hex");
}
