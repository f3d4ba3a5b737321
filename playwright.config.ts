import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";
import { findBrowser } from "./scripts/find-browser.mjs";

const folder = fileURLToPath(new URL("e2e", import.meta.url));
const support = new Set(["fixtures", "companions"]);
/** Moves the clock of the demonstration, which everybody sees: it runs alone, after all others. */
const last = "loop";
const audiences = existsSync(folder)
  ? readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !support.has(entry.name))
      .map((entry) => entry.name)
  : [];
const browser = await findBrowser();

/**
 * One project for each folder of e2e/. All of them share one server and one database, so a test makes what it changes and
 * leaves what others read. `npm test -- --only browser` starts what they need; with BASE_URL they run against a server
 * that is there, such as the one of `npm start`.
 */
export default defineConfig({
  outputDir: ".data/test-results",
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["line"], ["json", { outputFile: ".data/playwright.json" }]],
  use: {
    baseURL: process.env.BASE_URL ?? "http://127.0.0.1:3000",
    locale: "en-GB",
    timezoneId: "Europe/London",
    // Recording every frame doubles the time; TRACE=on shows what a failing test saw.
    trace: process.env.TRACE === "on" ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    actionTimeout: 15_000,
    launchOptions: {
      args: browser.args,
      env: { ...definedIn(process.env), ...browser.env },
      ...(browser.executablePath ? { executablePath: browser.executablePath } : {}),
    },
  },
  projects: audiences.map((name) => ({
    name,
    testDir: `e2e/${name}`,
    dependencies: name === last ? audiences.filter((other) => other !== last) : [],
  })),
});

function definedIn(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
