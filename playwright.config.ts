import { defineConfig } from "@playwright/test";
import { findBrowser } from "./scripts/find-browser.mjs";

/** Moves the clock of the demonstration, which everybody sees: it runs alone, after all others. */
const last = "**/loop/*.spec.ts";
const browser = await findBrowser();

/**
 * One folder of e2e/ for each audience. All of them share one server and one database, so a test makes what it changes and
 * leaves what others read; they are one project, since each project starts processes of its own, which takes seconds. Folders
 * go by name: access/, who may open which page, comes first, for it is one long row that keeps one of the two workers.
 * `npm test -- --only browser` starts what they need; with BASE_URL they run against a server that is there, such as the
 * one of `npm start`.
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
    // A new context is a new process with everything to load, half a second of two cores for each of 250 tests. Between tests
    // cookies, cache, storage and further pages are cleared, and ours keep nothing elsewhere. Tests that have several people
    // at once, or are about who is signed in where, open contexts of their own.
    reuseContext: true,
    launchOptions: {
      // Pages live for seconds here: working on their scripts in further threads, to make them quicker in the long run, takes a
      // third more of the two cores that everything shares.
      args: [...browser.args, "--js-flags=--single-threaded --no-opt"],
      env: { ...definedIn(process.env), ...browser.env },
      ...(browser.executablePath ? { executablePath: browser.executablePath } : {}),
    },
  },
  projects: [
    { name: "all", testDir: "e2e", testIgnore: last },
    { name: "loop", testDir: "e2e", testMatch: last, dependencies: ["all"] },
  ],
});

function definedIn(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
