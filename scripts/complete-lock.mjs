/**
 * Adds to package-lock.json the packages of other operating systems that npm left out.
 *
 * npm leaves out an optional package that the registry in use does not hold, and `npm ci` then refuses the lock file on
 * every machine. Run this after `npm install` behind a registry that mirrors only some platforms.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./launcher/paths.mjs";

const systems = {
  darwin: "darwin",
  linux: "linux",
  win32: "win32",
  windows: "win32",
  android: "android",
  freebsd: "freebsd",
};
const processors = ["arm64", "x64", "ia32", "ppc64", "riscv64", "s390x", "arm"];

/**
 * What a package for one platform says about itself, read from its name.
 * @param {string} name such as `@next/swc-linux-x64-musl`
 */
function platformOf(name) {
  const words = name.split(/[/-]/);
  const system =
    words.find((word) => word in systems) ?? (words.includes("openharmony") ? "openharmony" : undefined);
  const processor = words.find((word) => processors.includes(word));
  if (!system || !processor) return undefined;
  const library = words.some((word) => word.startsWith("musl")) ? "musl" : "glibc";
  return {
    cpu: [processor],
    ...(system === "linux" && { libc: [library] }),
    os: [systems[system] ?? system],
  };
}

/**
 * The packages that are named as optional and stand nowhere, with what the lock file should say of them.
 * @param {Record<string, { optionalDependencies?: Record<string, string>, dev?: boolean }>} packages
 */
export function missingPlatforms(packages) {
  const missing = {};
  for (const entry of Object.values(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const place = `node_modules/${name}`;
      const platform = platformOf(name);
      if (place in packages || !platform || !/^\d/.test(version)) continue;
      missing[place] = { version, ...platform, ...(entry.dev && { dev: true }), optional: true };
    }
  }
  return missing;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const file = join(root, "package-lock.json");
  const lock = JSON.parse(readFileSync(file, "utf8"));
  const missing = missingPlatforms(lock.packages);
  const [project, ...others] = Object.entries({ ...lock.packages, ...missing });
  lock.packages = Object.fromEntries([project, ...others.sort(([a], [b]) => a.localeCompare(b, "en"))]);
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${Object.keys(missing).length} packages added to package-lock.json`);
}
