import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.mjs";
import { run } from "./run.mjs";

const oldestNode = [20, 19];

/** @param {string} [version] */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  throw new Error(
    `This needs Node ${oldestNode.join(".")} or later; here is ${version}. See https://nodejs.org/`,
  );
}

/** Installs what package-lock.json says, unless exactly that is there. */
export async function installPackages() {
  if (isInstalled()) return false;
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.env.npm_execpath;
  // NODE_ENV=production would leave out what the build needs.
  const options = {
    env: { ...process.env, NODE_ENV: undefined },
    log: "install.log",
    what: "Installing packages",
  };
  if (npm) await run(process.execPath, [npm, ...args], options);
  else await run("npm", args, { ...options, shell: process.platform === "win32" });
  return true;
}

/** npm writes down what it installed, as its last act; packages that nothing asks for it leaves out. */
export function isInstalled(folder = root) {
  const installed = readPackages(join(folder, "node_modules", ".package-lock.json"));
  const wanted = readPackages(join(folder, "package-lock.json"));
  if (!installed || !wanted) return false;
  return Object.entries(wanted).every(([name, wish]) => {
    if (name === "") return true;
    const found = installed[name];
    return found ? found.version === wish.version : wish.optional === true || wish.extraneous === true;
  });
}

function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : undefined;
}
