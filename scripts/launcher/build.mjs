import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.mjs";
import { run } from "./run.mjs";
import { builtFrom, hashSources } from "./sources.mjs";

const mark = join(root, ".next", "built-from");

/** Whether `.next` holds a complete build of the sources as they are now. */
export function isBuilt() {
  return existsSync(mark) && readFileSync(mark, "utf8") === hashSources(builtFrom);
}

/**
 * Builds the application when its sources have changed; answers whether it did.
 * @param {NodeJS.ProcessEnv} env
 */
export async function build(env) {
  if (isBuilt()) return false;
  rmSync(mark, { force: true });
  // Styles bring files of their own (the typeface), so they come before the sources are counted.
  await buildStyles(env);
  const sources = hashSources(builtFrom);
  const next = join(root, "node_modules", "next", "dist", "bin", "next");
  await run(process.execPath, [next, "build"], {
    env: { ...env, NODE_ENV: "production" },
    log: "build.log",
    what: "Building the application",
  });
  writeFileSync(mark, sources);
  return true;
}

/** @param {NodeJS.ProcessEnv} env */
export async function buildStyles(env) {
  await run(process.execPath, [join(root, "scripts", "build-css.mjs")], {
    env,
    log: "styles.log",
    what: "Building the styles",
  });
}
