import type { Locator, Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { applications } from "@/db/schema/applications";
import { hubNeighbours } from "@/db/schema/hubs";
import { offers, programmes } from "@/db/schema/programmes";
import { anActor } from "@/db/testing/factories";
import { aGroupAt, anApproved, type HubToMatch, hubToMatch } from "@/lib/matching/testing/hub-to-match";
import { faultsOf } from "../fixtures/axe";
import type { Given } from "../fixtures/given";
import { signInAsThe } from "../fixtures/personas";
import { publishedRun } from "../fixtures/published-run";
import { expect, test } from "../fixtures/test";

const THURSDAY = 3;
const ONLY_TUESDAYS = 0b11101;

/** Two hubs next to each other with one group between them, and three schools, of which two can be placed. */
async function twoHubs(given: Given) {
  const here = await hubToMatch(given.db);
  const next: HubToMatch = { ...(await hubToMatch(given.db)), offerId: here.offerId };
  await given.db.insert(hubNeighbours).values([
    { hubId: here.hubId, neighbourId: next.hubId },
    { hubId: next.hubId, neighbourId: here.hubId },
  ]);
  const group = await aGroupAt(given.db, next, { km: 5, maximumSchools: 2 });
  const own = await anApproved(given.db, next, { tier: 0 });
  const guest = await anApproved(given.db, here, { tier: 0, neighbourHubs: true });
  const stays = await anApproved(given.db, here, { tier: 2 });
  return { here, next, group, own, guest, stays };
}

async function nameOfOffer({ db }: Given, { offerId }: HubToMatch): Promise<string> {
  const [row] = await db
    .select({ name: programmes.name })
    .from(offers)
    .innerJoin(programmes, eq(programmes.id, offers.programmeId))
    .where(eq(offers.id, offerId));
  return row?.name ?? "";
}

/** The programme's row, on whichever page of the list it stands. */
async function rowOf(page: Page, name: string): Promise<Locator> {
  const row = page
    .getByRole("row")
    .filter({ has: page.getByRole("form", { name: `Match ${name}`, exact: true }) });
  for (let at = 1; at <= 20; at += 1) {
    await page.goto(`/hub/matching?hub=all&page=${at}`);
    await expect(page.getByRole("table", { name: "Programmes to match" })).toBeVisible();
    if ((await row.count()) > 0) return row;
  }
  throw new Error(`${name} is on none of the pages`);
}

async function placementOf({ db }: Given, id: string) {
  const [row] = await db.select().from(applications).where(eq(applications.id, id));
  return row?.placement;
}

/** The page as it is, on a desktop and on a phone. */
async function isFineOnBoth(page: Page): Promise<void> {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await faultsOf(page)).toEqual([]);
  }
}

test("the national team matches an offer over all hubs and publishes it", async ({
  page,
  browser,
  given,
}) => {
  test.slow();
  const { next, group, own, guest, stays } = await twoHubs(given);
  const name = await nameOfOffer(given, next);
  await signInAsThe(page, /National team, all hubs/);
  await page.goto("/hub/matching");
  await expect(page.getByRole("heading", { level: 1, name: "Matching" })).toBeVisible();
  await expect(page.getByText("All hubs", { exact: true })).toBeVisible();
  await isFineOnBoth(page);

  const row = await rowOf(page, name);
  await expect(row).toContainText("over 2 hubs");
  await row.getByRole("button", { name: "Match 3 applications" }).click();
  await expect(page.getByRole("heading", { name: "Each school" })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(/^All hubs\. Started by/)).toBeVisible();
  await expect(page.getByRole("img", { name: /3 put forward: 2 placed and 1 waiting/ })).toBeVisible();
  expect(await placementOf(given, guest.id)).toBe("unplaced");
  await isFineOnBoth(page);

  await page.getByRole("button", { name: "I have looked through 3 results" }).click();
  await page.getByRole("button", { name: "Publish 3 results" }).click();
  await expect(page.getByText(/2 places offered, to be answered by/)).toBeVisible();
  expect(await placementOf(given, own.id)).toBe("offered");
  expect(await placementOf(given, guest.id)).toBe("offered");
  expect(await placementOf(given, stays.id)).toBe("waiting");
  await isFineOnBoth(page);

  const schools = await browser.newContext({ viewport: { width: 390, height: 844 } });
  await given.signIn(schools, { id: guest.lead.personId, name: guest.lead.name });
  const school = await schools.newPage();
  await school.goto(`/school/applications/${guest.id}/place`);
  await expect(school.getByRole("main")).toContainText(group.name);
  await schools.close();
});

test("the national team brings in late schools, decides one by hand, and compares the runs", async ({
  page,
  context,
  given,
}) => {
  test.slow();
  const { next, group, own } = await twoHubs(given);
  const name = await nameOfOffer(given, next);
  const assistant = await anActor(given.db, { role: "national_team" });
  await publishedRun(given, { ...next, hubId: null, assistant });
  const far = await aGroupAt(given.db, next, { km: 9, weekday: THURSDAY, maximumSchools: 2 });
  await anApproved(given.db, next, { tier: 0, impossibleDays: ONLY_TUESDAYS });
  const late = await anApproved(given.db, next, { tier: 1 });
  await given.signIn(context, { id: assistant.personId, name: assistant.name });
  await (await rowOf(page, name)).getByRole("button", { name: "Compare with moving schools" }).click();
  const way = (title: string) => page.getByRole("region", { name: title });
  await expect(way("Moves nobody")).toContainText("1 of 3 schools", { timeout: 30_000 });
  await expect(way("Moves the fewest")).toContainText("2 of 3 schools");
  await expect(page.getByText(`Moves from ${group.name} (5.0 km) to ${far.name} (9.0 km)`)).toBeVisible();
  await isFineOnBoth(page);

  await way("Moves nobody").getByRole("button", { name: "Choose the way that moves nobody" }).click();
  await expect(page.getByRole("img", { name: /3 put forward: 1 placed and 2 waiting/ })).toBeVisible();
  await page
    .getByRole("row", { name: /Second priority/ })
    .getByRole("link", { name: /^Decide by hand/ })
    .click();
  await isFineOnBoth(page);
  await page.getByRole("radio", { name: `Not in ${far.name}` }).check();
  await page.getByLabel("Why?").fill("Its hub asked for it");
  await page.getByRole("button", { name: "Decide by hand" }).click();
  await expect(page.getByRole("heading", { name: "1 decision by hand" })).toBeVisible();
  await expect(page.getByText(`Not in ${far.name}`, { exact: true })).toBeVisible();
  await expect(page.getByRole("img", { name: /3 put forward: 0 placed and 3 waiting/ })).toBeVisible();
  await isFineOnBoth(page);

  await page.getByRole("link", { name: "Compare with another run" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Compare two runs" })).toBeVisible();
  await isFineOnBoth(page);
  expect(await placementOf(given, own.id)).toBe("offered");
  expect(await placementOf(given, late.id)).toBe("unplaced");
});

test("a hub reads that its programme is matched over all hubs, and cannot open that run or match at the same time", async ({
  page,
  context,
  given,
}) => {
  test.slow();
  const { here } = await twoHubs(given);
  const name = await nameOfOffer(given, here);
  await signInAsThe(page, /National team, all hubs/);
  await (await rowOf(page, name)).getByRole("button", { name: "Match 3 applications" }).click();
  await expect(page.getByRole("heading", { name: "Each school" })).toBeVisible({ timeout: 30_000 });
  const run = page.url();

  await given.signIn(context, { id: here.assistant.personId, name: here.assistant.name });
  expect((await page.goto(run))?.status()).toBe(404);
  expect((await page.goto("/hub/matching?hub=all"))?.status()).toBe(404);
  await page.goto("/hub/matching");
  await expect(page.getByText(/^The national team matches it over all hubs now/)).toBeVisible();
  await expect(page.getByRole("button", { name: /^Match/ })).toHaveCount(0);
  expect(await faultsOf(page)).toEqual([]);

  await signInAsThe(page, /National team, all hubs/);
  await page.goto(run);
  await page.getByRole("link", { name: "Discard this run" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Discard this run?" })).toBeVisible();
  await page.getByRole("button", { name: "Discard this run" }).click();
  await expect(page.getByText("The run was discarded. No school was told")).toBeVisible();
  await given.signIn(context, { id: here.assistant.personId, name: here.assistant.name });
  await page.goto("/hub/matching");
  await expect(page.getByRole("button", { name: "Match 2 applications" })).toBeVisible();
});
