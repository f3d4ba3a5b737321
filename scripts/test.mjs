/**
 * `npm test`, straight after cloning: installs, then every check from the fastest to the slowest, and one closing line.
 * Nothing here needs a package until it has installed them. `npm test -- --only types,unit` runs some of the steps.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "./launcher/build.mjs";
import { checkNode, installPackages } from "./launcher/packages.mjs";
import { dataFolder, root } from "./launcher/paths.mjs";

const only = process.argv[process.argv.indexOf("--only") + 1]?.split(",");
const wanted = process.argv.includes("--only") ? only : undefined;
const total = { passed: 0, failed: 0 };
const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", FORCE_COLOR: "0" };

/** Runs one step, prints what it says when it fails, and counts it. A step answers with its own counts or counts as one. */
async function step(name, work) {
  if (wanted && !wanted.includes(name)) return;
  const started = performance.now();
  let counts;
  try {
    counts = (await work()) ?? { passed: 1, failed: 0 };
  } catch (error) {
    console.log(error.message);
    counts = { passed: 0, failed: 1 };
  }
  total.passed += counts.passed;
  total.failed += counts.failed;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `  ${name.padEnd(12)} ${seconds.padStart(6)} s  ${counts.passed} passed, ${counts.failed} failed`,
  );
}

function run(command, args, options = {}) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    env,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    ...options,
  });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}\n${stdout}\n${stderr}`);
  return stdout;
}

const tool = (name) => join(root, "node_modules", ".bin", name);

function vitest(project) {
  const report = join(dataFolder, `vitest-${project}.json`);
  mkdirSync(dataFolder, { recursive: true });
  rmSync(report, { force: true });
  const args = [
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
  const { status, stdout, stderr } = spawnSync(tool("vitest"), args, {
    cwd: root,
    env,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (!existsSync(report)) throw new Error(`vitest gave no report\n${stdout}\n${stderr}`);
  const { numPassedTests, numFailedTests, success } = JSON.parse(readFileSync(report, "utf8"));
  if (status !== 0) console.log(`${stdout}\n${stderr}`);
  const brokenFiles = numFailedTests === 0 && (!success || status !== 0) ? 1 : 0;
  return { passed: numPassedTests, failed: numFailedTests + brokenFiles };
}

function migrationsAreCurrent() {
  const before = run("git", ["status", "--porcelain", "drizzle"]);
  const said = run(tool("drizzle-kit"), ["generate", "--name=should_not_be_needed"]);
  const after = run("git", ["status", "--porcelain", "drizzle"]);
  if (before !== after)
    throw new Error(`db/schema has changes without a migration. Run npx drizzle-kit generate.\n${said}`);
}

checkNode();
console.log("Maths Hubs Enrolment: every check\n");
await step("install", async () => {
  await installPackages();
});
await step("format", () => void run(tool("biome"), ["ci", "."]));
await step("styles", () => void run(process.execPath, [join(root, "scripts", "build-css.mjs")]));
await step("types", () => {
  run(tool("next"), ["typegen"]);
  run(tool("tsc"), ["--noEmit", "-p", "."]);
});
await step("migrations", migrationsAreCurrent);
await step("unit", () => vitest("unit"));
await step("database", () => vitest("database"));
await step("build", async () => {
  await build(env);
});
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
