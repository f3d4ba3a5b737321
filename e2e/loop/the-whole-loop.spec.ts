import type { Page } from "@playwright/test";
import { loadProgrammes, moveWindows } from "@/db/reference/load-programmes";
import { currentAcademicYear } from "@/lib/kernel/academic-year";
import { systemClock } from "@/lib/kernel/clock";
import { addDays, londonDate, sayDate } from "@/lib/kernel/dates";
import type { Given } from "../fixtures/given";
import { expect, test } from "../fixtures/test";
import { decideStage, leadTheGroup, moveClock, sendNextApplication } from "./a-year";
import { enrol, planGroup, takePlace } from "./enrolling";
import { getIn, seeWhyNotYet } from "./getting-in";
import { aLoop, type Browsers, type Loop, openBrowsers } from "./people";

/**
 * These move the clock for everybody who looks, so nothing runs beside them: playwright.config.ts keeps this folder for
 * the end, and one file is one worker.
 */
test.describe.configure({ mode: "default" });

const today = londonDate(systemClock.now());
const inAYear = addDays(today, 365);

test.afterEach("the clock is set right", async ({ browser, baseURL }) => {
  const page = await browser.newPage({ baseURL: baseURL ?? "" });
  await page.goto("/personas");
  if (await page.getByRole("button", { name: "Back to now" }).isVisible())
    await moveClock(page, "Back to now");
  await page.close();
});

/** What the national team does every year: the programmes of the year after next, open a year from today. */
async function programmesInAYear({ db }: Given): Promise<void> {
  const year = currentAcademicYear(systemClock.now());
  await loadProgrammes(db, { currentYear: year + 1 });
  await moveWindows(db, year + 2, addDays(inAYear, -30));
}

const screens = [
  { name: "on a wide screen", viewport: { width: 1280, height: 900 } },
  { name: "on a phone", viewport: { width: 390, height: 844 } },
];

/** A school that goes round the loop with its hub, on screens of one width. */
interface Round {
  readonly name: string;
  readonly loop: Loop;
  readonly group: string;
  readonly browsers: Browsers;
}

async function toTheirPlace({ browsers, loop, group }: Round): Promise<void> {
  await getIn(browsers, loop);
  await seeWhyNotYet(browsers.school, loop);
  await enrol(browsers, loop);
  await planGroup(browsers, loop, group);
  await takePlace(browsers, loop, group);
}

async function throughTheirYear({ browsers, loop, group }: Round): Promise<void> {
  await leadTheGroup(browsers, loop, group);
  await decideStage(browsers, loop);
  await sendNextApplication(browsers, loop);
}

// Two schools at the same time, since a year can only pass for both.
test("from finding the school to next year's application, on a wide screen and on a phone", async ({
  browser,
  baseURL,
  given,
}) => {
  test.setTimeout(240_000);
  const rounds: Round[] = [];
  for (const { name, viewport } of screens) {
    const loop = await aLoop(given);
    const browsers = await openBrowsers(browser, { viewport, baseURL: baseURL ?? "" });
    rounds.push({ name, loop, browsers, group: `${loop.school.name.split(" ")[0]} Tuesday` });
  }
  const each = (go: (round: Round) => Promise<void>) =>
    Promise.all(rounds.map((round) => test.step(round.name, () => go(round))));
  await each(toTheirPlace);
  await programmesInAYear(given);
  await test.step("a year passes", async () => {
    const [first] = rounds;
    if (first) await moveClock(first.browsers.head, "One year ahead");
  });
  await each(throughTheirYear);
  await each(({ browsers }) => browsers.close());
});

test("a year passes: the banner says so, windows close and open, and the way back is there", async ({
  page,
}) => {
  const before = await firstDeadline(page);
  await moveClock(page, "One year ahead");
  const banner = page.getByRole("complementary", { name: "The demonstration’s clock" });
  await expect(banner).toContainText(sayDate(inAYear));
  await expect.poll(() => firstDeadline(page)).not.toBe(before);
  await banner.getByRole("link", { name: "Set it right" }).click();
  await moveClock(page, "Back to now");
  await expect(banner).toBeHidden();
  await expect.poll(() => firstDeadline(page)).toBe(before);
});

/** What the catalogue says about Development to visitors, whose pages are kept. */
async function firstDeadline(page: Page): Promise<string> {
  await page.goto("/programmes?q=development");
  const card = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("link", { name: "Primary Teaching for Mastery: Development" }) });
  return String(await card.locator("dl").textContent());
}
