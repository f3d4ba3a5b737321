import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { applications } from "@/db/schema/applications";
import { matchRuns } from "@/db/schema/matching";
import { aHub } from "@/db/testing/factories";
import { POLICY_NUMBERS } from "@/lib/matching/policy-numbers";
import { aGroupAt, anApproved, type HubToMatch, hubToMatch } from "@/lib/matching/testing/hub-to-match";
import { faultsOf } from "../fixtures/axe";
import type { Given } from "../fixtures/given";
import { expect, test } from "../fixtures/test";

/** A hub with one place for two schools, whose assistant lead is signed in. */
async function twoForOnePlace(given: Given) {
  const hub = await hubToMatch(given.db);
  const group = await aGroupAt(given.db, hub, { km: 5, maximumSchools: 1 });
  const first = await anApproved(given.db, hub, { tier: 0 });
  const second = await anApproved(given.db, hub, { tier: 2 });
  return { hub, group, first, second };
}

const personOf = ({ assistant }: HubToMatch) => ({ id: assistant.personId, name: assistant.name });

async function placementOf({ db }: Given, id: string) {
  const [row] = await db.select().from(applications).where(eq(applications.id, id));
  return row?.placement;
}

/** The summary of what is wrong with a form; the router has an alert of its own. */
function problem(page: Page) {
  return page.getByRole("alert").filter({ hasText: "There is a problem" });
}

async function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}

test("a hub matches, looks through the results and publishes them", async ({ page, context, given }) => {
  test.slow();
  const { hub, group, first, second } = await twoForOnePlace(given);
  await given.signIn(context, personOf(hub));
  await page.goto("/hub/matching");
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Match 2 applications" }).click();
  await expect(page.getByText("To look through")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole("img", { name: /2 put forward: 1 placed and 1 waiting/ })).toBeVisible();
  await expect(page.getByRole("table", { name: "Results" })).toContainText(
    "It is the one group that is open to you: 5.0 km away, on Tuesdays.",
  );
  await expect(page.getByRole("table", { name: "Results" })).toContainText("5.0 km to travel");
  await expect(page.getByRole("table", { name: "Results" })).toContainText(
    `One more place in the group 5.0 km away, on Tuesdays (${group.name})`,
  );
  expect(await placementOf(given, first.id)).toBe("unplaced");

  await page.getByRole("button", { name: "I have looked through 2 results" }).click();
  await page.getByLabel("Schools answer by").first().fill("2020-01-01");
  await page.getByRole("button", { name: "Publish 2 results" }).click();
  await expect(problem(page)).toContainText("Choose a date from tomorrow on");
  await page.reload();
  await page.getByRole("button", { name: "Publish 2 results" }).click();
  await expect(page.getByText(/1 place offered, to be answered by/)).toBeVisible();
  expect(await placementOf(given, first.id)).toBe("offered");
  expect(await placementOf(given, second.id)).toBe("waiting");
  await expect(page.getByRole("heading", { level: 3, name: group.name })).toBeVisible();
  await expect(page.getByText("0 of 1 taken, 1 offered")).toBeVisible();
});

test("a group of too few runs for nobody, and the school reads how many it would have had", async ({
  page,
  context,
  browser,
  given,
}) => {
  test.slow();
  const hub = await hubToMatch(given.db);
  await aGroupAt(given.db, hub, { km: 5, minimumSchools: 4 });
  const one = await anApproved(given.db, hub);
  await anApproved(given.db, hub);
  await given.signIn(context, personOf(hub));
  await page.goto("/hub/matching");
  await page.getByRole("button", { name: "Match 2 applications" }).click();
  await expect(page.getByText("Not enough could come")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("No other choice of groups would be better")).toBeVisible();
  await expect(page.getByRole("cell", { name: "Its one group does not run" })).toHaveCount(2);
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "I have looked through 2 results" }).click();
  await page.getByRole("button", { name: "Publish 2 results" }).click();
  await expect(page.getByText(/2 schools told that they wait/)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Publish the rest" })).toBeHidden();
  const schools = await browser.newContext({ viewport: { width: 390, height: 844 } });
  await given.signIn(schools, { id: one.lead.personId, name: one.lead.name });
  const school = await schools.newPage();
  await school.goto(`/school/applications/${one.id}/place`);
  await expect(school.getByText("Would have had 2 of the 4 schools it needs", { exact: true })).toBeVisible();
  expect(await scrollsSideways(school)).toBe(false);
  expect(await faultsOf(school)).toEqual([]);
  await schools.close();
});

test("a discarded run leaves no trace on the school's page", async ({ page, context, browser, given }) => {
  const { hub, first } = await twoForOnePlace(given);
  const schools = await browser.newContext();
  await given.signIn(schools, { id: first.lead.personId, name: first.lead.name });
  const school = await schools.newPage();
  const read = async () => {
    await school.goto(`/school/applications/${first.id}`);
    return school.getByRole("main").textContent();
  };
  const before = await read();
  await given.signIn(context, personOf(hub));
  await page.goto("/hub/matching");
  await page.getByRole("button", { name: "Match 2 applications" }).click();
  await page.getByRole("button", { name: /I have looked through/ }).click({ timeout: 30_000 });
  await page.getByRole("link", { name: "Discard this run" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Discard this run?" })).toBeVisible();
  await page.getByRole("button", { name: "Discard this run" }).click();
  await expect(page.getByText("The run was discarded. No school was told")).toBeVisible();
  expect(await read()).toBe(before);
  await page.goto("/hub/matching");
  await expect(page.getByRole("button", { name: "Match 2 applications" })).toBeVisible();
  await expect(page.getByRole("table", { name: "Runs" })).toContainText("Discarded");
  await schools.close();
});

/** A run that nobody works out: it stays where it is put. */
async function aRunAt(given: Given, hub: HubToMatch, progress: number): Promise<string> {
  const [run] = await given.db
    .insert(matchRuns)
    .values({
      hubId: hub.hubId,
      offerId: hub.offerId,
      startedBy: hub.assistant.personId,
      queuedAt: given.as(hub.assistant).now,
      status: "computing",
      progress,
      policy: { ...POLICY_NUMBERS },
    })
    .returning({ id: matchRuns.id });
  if (!run) throw new Error("No run was made");
  return run.id;
}

function change(given: Given, runId: string, values: Partial<typeof matchRuns.$inferInsert>) {
  return given.db.update(matchRuns).set(values).where(eq(matchRuns.id, runId));
}

test("while a match is worked out the page says how far it is, and why it broke off", async ({
  page,
  context,
  given,
}) => {
  const hub = await hubToMatch(given.db);
  const runId = await aRunAt(given, hub, 30);
  await given.signIn(context, personOf(hub));
  await page.goto(`/hub/matching/${runId}`);
  await expect(page.getByRole("status")).toContainText("30 of 100");
  await change(given, runId, { progress: 80 });
  await expect(page.getByRole("status")).toContainText("80 of 100");
  await change(given, runId, { status: "failed", failure: "It broke off 3 times." });
  await expect(page.getByText("It broke off 3 times. No school was told anything.")).toBeVisible();
});

test("a hub without anybody to place reads what to do first, and another hub's run is not there", async ({
  page,
  context,
  given,
}) => {
  const hub = await aHub(given.db);
  const runId = await aRunAt(given, await hubToMatch(given.db), 30);
  await given.signedIn(context, { role: "hub_lead", hubId: hub.id });
  await page.goto("/hub/matching");
  await expect(page.getByText("There is nobody to place yet")).toBeVisible();
  expect((await page.goto(`/hub/matching/${runId}`))?.status()).toBe(404);
  expect((await page.request.get(`/hub/matching/${runId}/progress`)).status()).toBe(404);
});

test.describe("on a phone without JavaScript", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

  test("a hub matches, sees how far it is, and publishes one part", async ({ page, context, given }) => {
    test.slow();
    const { hub, first, second } = await twoForOnePlace(given);
    await given.signIn(context, personOf(hub));
    await page.goto("/hub/matching");
    await page.getByRole("button", { name: "Match 2 applications" }).click();
    await expect(async () => {
      const again = page.getByRole("link", { name: "See how far it is now" });
      if (await again.isVisible()) await again.click();
      await expect(page.getByText("To look through")).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 30_000 });
    await page.getByRole("button", { name: "I have looked through 2 results" }).click();
    await page.getByText("Publish only some of it").click();
    await page.getByRole("button", { name: "Publish what is ticked" }).click();
    await expect(problem(page)).toContainText("Choose at least one group");
    await page.getByLabel("1 school that waits").check();
    await page.getByRole("button", { name: "Publish what is ticked" }).click();
    await expect(page.getByRole("heading", { name: "Publish the rest" })).toBeVisible();
    expect(await placementOf(given, first.id)).toBe("unplaced");
    expect(await placementOf(given, second.id)).toBe("waiting");
  });
});

test("nothing stands out of a phone's page", async ({ page, context, given }) => {
  test.slow();
  await page.setViewportSize({ width: 390, height: 844 });
  const { hub } = await twoForOnePlace(given);
  await given.signIn(context, personOf(hub));
  await page.goto("/hub/matching");
  expect(await scrollsSideways(page)).toBe(false);
  await page.getByRole("button", { name: "Match 2 applications" }).click();
  await expect(page.getByText("To look through")).toBeVisible({ timeout: 30_000 });
  expect(await scrollsSideways(page)).toBe(false);
});
