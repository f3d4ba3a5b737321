/**
 * `npm test`, straight after cloning: every check from the fastest to the slowest, and one closing line.
 * Nothing here needs a package until it has installed them.
 *
 *   npm test -- --only types,unit           runs some of the steps
 *   npm test -- --only browser -- school    and hands the rest to Playwright
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { createSteps } from "./checks/steps.mjs";
import { build, isBuilt } from "./launcher/build.mjs";
import { checkNode, installPackages } from "./launcher/packages.mjs";
import { dataFolder, root } from "./launcher/paths.mjs";
import { stopRunning } from "./launcher/run.mjs";

const noBuild = "There is no build of these sources to look at: npm test -- --only build,assets,browser";
const [own, handedOn] = splitArguments(process.argv.slice(2));
const { step, total, failed } = createSteps({ only: own });

function splitArguments(args) {
  const divide = args.indexOf("--");
  const mine = divide === -1 ? args : args.slice(0, divide);
  const only = mine.includes("--only") ? mine[mine.indexOf("--only") + 1]?.split(",") : undefined;
  return [only, divide === -1 ? [] : args.slice(divide + 1)];
}

async function checkSources() {
  const { tool } = await import("./checks/tools.mjs");
  await step("style", () => tool("biome", ["ci", "--max-diagnostics=200"]));
  await step("structure", () => tool("tsx", ["scripts/check-structure.ts"]));
  await step("promises", () => tool("oxlint", ["--type-aware"]));
  await step("types", async () => {
    await tool("next", ["typegen"]);
    await tool("tsc", ["--noEmit", "-p", "."]);
  });
}

async function checkMigrations() {
  const { emptyDatabaseMigrates, migrationsAreCurrent } = await import("./checks/migrations.mjs");
  await step("migrations", async () => {
    await migrationsAreCurrent();
    const { passed } = await emptyDatabaseMigrates();
    return { passed: passed + 1, failed: 0 };
  });
}

async function checkBehaviour() {
  const { runVitest } = await import("./checks/tools.mjs");
  await step("unit", () => runVitest("unit"));
  await step("database", () => runVitest("database"));
}

async function checkBuild() {
  const { childEnvironment } = await import("./launcher/settings.mjs");
  const { governmentAssets, pagesWithoutNonce } = await import("./checks/built-files.mjs");
  await step("build", () => build(childEnvironment({ port: 3000 })));
  await step("assets", () => {
    if (!isBuilt()) throw new Error(noBuild);
    const built = join(root, ".next");
    const faults = [
      ...governmentAssets([join(built, "static"), join(root, "public")]),
      ...pagesWithoutNonce(built),
    ];
    if (faults.length > 0) throw new Error(faults.join("\n"));
  });
}

/** What needs the running application: the statements of its pages, and the browser. */
async function checkRunning(beforehand) {
  const { keepPageBudget } = await import("./checks/page-budget.mjs");
  const { runPlaywright } = await import("./checks/tools.mjs");
  const { startApplication } = await import("./checks/application.mjs");
  const built = async () => {
    await beforehand;
    if (!isBuilt()) throw new Error(noBuild);
  };
  const application = await startApplication({ built });
  try {
    // The statements are counted on a server of their own, page by page, which leaves a core to the browser.
    await Promise.all([
      step("pages", () => keepPageBudget(application)),
      step("browser", () => runPlaywright(application.env, handedOn)),
    ]);
  } finally {
    await application.stop();
  }
}

async function checkEverything() {
  checkNode();
  mkdirSync(dataFolder, { recursive: true });
  await step("install", () => installPackages());
  if (failed.includes("install")) return;
  await Promise.all([checkSources(), checkMigrations()]);
  // The tests of deeds wait for Postgres half of the time, in which the application is built.
  const beforehand = Promise.all([checkBehaviour(), checkBuild()]);
  const runs = !own || own.includes("pages") || own.includes("browser");
  await Promise.all([beforehand, runs ? checkRunning(beforehand) : undefined]);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    stopRunning();
    process.exit(1);
  });
}

const started = performance.now();
try {
  await checkEverything();
} catch (error) {
  console.log(error.stack);
  total.failed += 1;
}
console.log(
  `\n${((performance.now() - started) / 60_000).toFixed(1)} minutes${failed.length > 0 ? `; failed: ${failed.join(", ")}` : ""}`,
);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
