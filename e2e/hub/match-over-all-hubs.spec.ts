import type { Locator, Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { applications } from "@/db/schema/applications";
import { hubNeighbours } from "@/db/schema/hubs";
import { offers, programmes } from "@/db/schema/programmes";
import { aGroupAt, anApproved, type HubToMatch, hubToMatch } from "@/lib/matching/testing/hub-to-match";
import { faultsOf } from "../fixtures/axe";
import type { Given } from "../fixtures/given";
import { signInAsThe } from "../fixtures/personas";
import { expect, test } from "../fixtures/test";

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

async function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}

for (const { device, width } of [
  { device: "a desktop", width: 1280 },
  { device: "a phone", width: 390 },
]) {
  test(`the national team matches an offer over all hubs and publishes it, on ${device}`, async ({
    page,
    browser,
    given,
  }) => {
    test.slow();
    await page.setViewportSize({ width, height: 844 });
    const { next, group, own, guest, stays } = await twoHubs(given);
    const name = await nameOfOffer(given, next);
    await signInAsThe(page, /National team, all hubs/);
    await page.goto("/hub/matching");
    await expect(page.getByRole("heading", { level: 1, name: "Matching" })).toBeVisible();
    await expect(page.getByText("All hubs", { exact: true })).toBeVisible();
    expect(await scrollsSideways(page)).toBe(false);
    expect(await faultsOf(page)).toEqual([]);

    const row = await rowOf(page, name);
    await expect(row).toContainText("over 2 hubs");
    await row.getByRole("button", { name: "Match 3 applications" }).click();
    await expect(page.getByRole("heading", { name: "Each school" })).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText(/^All hubs\. Started by/)).toBeVisible();
    await expect(page.getByRole("img", { name: /3 put forward: 2 placed and 1 waiting/ })).toBeVisible();
    expect(await placementOf(given, guest.id)).toBe("unplaced");
    expect(await scrollsSideways(page)).toBe(false);
    expect(await faultsOf(page)).toEqual([]);

    await page.getByRole("button", { name: "I have looked through 3 results" }).click();
    await page.getByRole("button", { name: "Publish 3 results" }).click();
    await expect(page.getByText(/2 places offered, to be answered by/)).toBeVisible();
    expect(await placementOf(given, own.id)).toBe("offered");
    expect(await placementOf(given, guest.id)).toBe("offered");
    expect(await placementOf(given, stays.id)).toBe("waiting");
    expect(await faultsOf(page)).toEqual([]);

    const schools = await browser.newContext({ viewport: { width, height: 844 } });
    await given.signIn(schools, { id: guest.lead.personId, name: guest.lead.name });
    const school = await schools.newPage();
    await school.goto(`/school/applications/${guest.id}/place`);
    await expect(school.getByRole("main")).toContainText(group.name);
    await schools.close();
  });
}

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
