import type { Page } from "@playwright/test";
import {
  aHub,
  anActor,
  anApplication,
  anOffer,
  aProgramme,
  aSchool,
  aWorkGroup,
} from "@/db/testing/factories";
import { systemClock } from "@/lib/kernel/clock";
import { addDays, londonDate } from "@/lib/kernel/dates";
import type { Given } from "../fixtures/given";
import { expect, test } from "../fixtures/test";

const today = londonDate(systemClock.now());

/** A hub of its own with a lead, and a programme that begins in a week and lasts a year. */
async function hubWithAnOffer({ db }: Given) {
  const hub = await aHub(db);
  const programme = await aProgramme(db, { shortName: `Counting ${hub.code}` });
  const offer = await anOffer(db, {
    programmeId: programme.id,
    opensOn: addDays(today, -40),
    closesOn: addDays(today, 40),
    decisionsOn: addDays(today, 60),
    startsOn: addDays(today, 7),
    endsOn: addDays(today, 320),
  });
  const lead = await anActor(db, { role: "work_group_lead", hubId: hub.id });
  return { hub, offer, lead };
}

async function aGroup(given: Given, values: Partial<Parameters<typeof aWorkGroup>[1]> = {}) {
  const world = await hubWithAnOffer(given);
  const group = await aWorkGroup(given.db, {
    offerId: world.offer.id,
    hubId: world.hub.id,
    name: "Fernley Tuesday",
    ...values,
  });
  return { ...world, group };
}

async function expectNarrow(page: Page): Promise<void> {
  const tooWide = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  expect(tooWide, "scrolls sideways").toBe(false);
}

/** From an empty list to a group that is open, with a session moved. Works the same with and without JavaScript. */
async function planOpenAndMove(page: Page, { offer, lead }: Awaited<ReturnType<typeof hubWithAnOffer>>) {
  await page.goto("/hub/work-groups");
  await expect(page.getByText("Your hub has no Work Groups yet")).toBeVisible();
  await expectNarrow(page);
  await page.getByRole("button", { name: "Plan a group" }).click();
  await page.getByLabel("What does the group work on?").selectOption(offer.id);
  await page.getByRole("button", { name: "Continue" }).click();

  await page.getByLabel("Venue", { exact: true }).fill("Fernley Teaching Centre");
  await page.getByLabel("Postcode of the venue").fill("zz99 9zz");
  await page.getByLabel("Name of the group").fill("Fernley Tuesday");
  await page.getByLabel("Weekday").selectOption({ label: "Tuesday" });
  await expectNarrow(page);
  await page.getByRole("button", { name: "Save and go on to the dates" }).click();
  await expect(page.locator(".govuk-error-summary")).toContainText("We cannot find this postcode");
  await expect(page.getByLabel("Venue", { exact: true })).toHaveValue("Fernley Teaching Centre");
  await expect(page.getByLabel("Weekday")).toHaveValue("1");
  await expect(page).toHaveTitle(/^Error: /);
  await expectNarrow(page);
  await page.getByLabel("Postcode of the venue").fill("ls6 3pn");
  await page.getByRole("button", { name: "Save and go on to the dates" }).click();

  await expect(page.getByRole("heading", { name: "Plan the sessions" })).toBeVisible();
  await page.getByLabel("Sessions", { exact: true }).fill("4");
  await page.getByLabel("Weeks between").fill("3");
  await page.getByRole("button", { name: "Propose dates" }).click();
  await expect(page).toHaveURL(/sessions=4/);
  await expect(page.getByText("Nothing is saved yet. Change what does not fit")).toBeVisible();
  await expectNarrow(page);
  await page.getByRole("button", { name: "Save these dates" }).click();

  await expect(page.getByRole("heading", { name: "Fernley Tuesday", level: 1 })).toBeVisible();
  await expect(page.getByText("LS6 3PN")).toBeVisible();
  await expect(page.getByText("4 sessions were planned")).toBeVisible();
  await page.getByRole("link", { name: "Choose a lead" }).click();
  await page.getByRole("radio", { name: lead.name }).check();
  await expectNarrow(page);
  await page.getByRole("button", { name: "Save and tell the lead" }).click();
  await page.getByRole("button", { name: "Open for matching" }).click();
  await expect(page.getByText("The group was opened for matching")).toBeVisible();
  await expectNarrow(page);
  await moveTheFirstSession(page);
}

async function moveTheFirstSession(page: Page): Promise<void> {
  await page
    .getByRole("link", { name: /^Move or cancel/ })
    .first()
    .click();
  const date = page.getByLabel("New date");
  const odd = addDays(await date.inputValue(), 1);
  await date.fill(odd);
  await page.getByRole("button", { name: "Move the session and tell everybody" }).click();
  await expect(page.locator(".govuk-error-summary")).toContainText("the group meets on Tuesdays");
  await expect(page.getByLabel("New date")).toHaveValue(odd);
  await expectNarrow(page);
  await page.getByRole("button", { name: "Move the session and tell everybody" }).click();
  await expect(page.getByText(/Session 1 moved from Tuesday/)).toBeVisible();
}

test("a hub plans a group, gives it dates and a lead, opens it and moves a session", async ({
  page,
  given,
  context,
}) => {
  test.slow();
  const world = await hubWithAnOffer(given);
  await given.signedIn(context, { role: "assistant_hub_lead", hubId: world.hub.id, phase: "primary" });
  await planOpenAndMove(page, world);
});

test("the same without JavaScript, on a phone", async ({ browser, given, baseURL }) => {
  test.slow();
  const world = await hubWithAnOffer(given);
  const context = await browser.newContext({
    baseURL,
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  });
  await given.signedIn(context, { role: "hub_lead", hubId: world.hub.id });
  await planOpenAndMove(await context.newPage(), world);
  await context.close();
});

test("what is missing in a plan is said", async ({ page, given, context }) => {
  const { hub, offer, group } = await aGroup(given, { status: "planned" });
  await given.signedIn(context, { role: "hub_lead", hubId: hub.id });
  await page.goto(`/hub/work-groups/new?offer=${offer.id}`);
  await page.getByRole("button", { name: "Save and go on to the dates" }).click();
  await expect(page.locator(".govuk-error-summary")).toContainText("Enter a name");
  await page.goto(`/hub/work-groups/${group.id}/sessions?firstOn=${addDays(today, 21)}`);
  await expect(page.getByText("Nothing is saved yet. Change what does not fit")).toBeVisible();
  await page.locator("#endsAt-0").fill("09:00");
  await page.getByRole("button", { name: "Save these dates" }).click();
  await expect(page.locator(".govuk-error-summary")).toContainText("The end of session 1 must be after");
  await expectNarrow(page);
});

test("the list shows places as beads with their sentence, narrows by the address, and says when nothing fits", async ({
  page,
  given,
  context,
}) => {
  const { hub, offer, group } = await aGroup(given);
  const school = await aSchool(given.db, { hubId: hub.id });
  await anApplication(given.db, {
    organisationId: school.id,
    offerId: offer.id,
    hubId: hub.id,
    decision: "approved",
    placement: "accepted",
    workGroupId: group.id,
  });
  await given.signedIn(context, { role: "project_manager", hubId: hub.id });
  await page.goto("/hub/work-groups");
  const row = page.getByRole("row").filter({ hasText: group.code });
  await expect(row).toContainText("1 of 6 places taken, 5 free");
  await expect(row).toContainText("No lead yet");
  await expect(page.getByRole("button", { name: "Plan a group" })).toHaveCount(0);
  await page.getByRole("link", { name: "Planned 0" }).click();
  await expect(page.getByText("No group fits what you chose")).toBeVisible();
  await page.getByRole("link", { name: "Show every group" }).click();
  await page.getByRole("link", { name: group.name }).click();
  await expect(page.getByRole("row").filter({ hasText: school.name })).toContainText("Accepted");
  await page.goBack();
  await expect(page).toHaveURL(/view=all/);
});

test("cancelling says first what happens, wants a reason, and sends the schools back to waiting", async ({
  page,
  given,
  context,
}) => {
  const { hub, offer, group } = await aGroup(given);
  const school = await aSchool(given.db, { hubId: hub.id });
  await anApplication(given.db, {
    organisationId: school.id,
    offerId: offer.id,
    hubId: hub.id,
    decision: "approved",
    placement: "accepted",
    workGroupId: group.id,
  });
  await given.signedIn(context, { role: "hub_lead", hubId: hub.id });
  await page.goto(`/hub/work-groups/${group.id}/cancel`);
  await expect(page.getByText("1 school loses its place, waits for another group")).toBeVisible();
  await page.getByRole("button", { name: "Cancel and tell 1 school" }).click();
  await expect(page.locator(".govuk-error-summary")).toContainText("Say why the group is cancelled");
  await expectNarrow(page);
  await page.getByLabel("Why").fill("The venue has closed");
  await page.getByRole("button", { name: "Cancel and tell 1 school" }).click();
  await expect(page.getByText("The group was cancelled and 1 school told")).toBeVisible();
  await expect(page.getByText("The venue has closed")).toBeVisible();
});

test("two people change a group at once, and the second is told", async ({ page, given, context }) => {
  const { hub, group } = await aGroup(given, {
    online: true,
    venueName: null,
    venuePostcode: null,
    easting: null,
    northing: null,
  });
  await given.signedIn(context, { role: "project_manager", hubId: hub.id });
  const other = await context.newPage();
  for (const one of [page, other]) await one.goto(`/hub/work-groups/${group.id}/edit`);
  await page.getByLabel("Name of the group").fill("Fernley Mondays");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: "Fernley Mondays", level: 1 })).toBeVisible();
  await other.getByLabel("Name of the group").fill("Fernley Fridays");
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other.locator(".govuk-error-summary")).toContainText("Somebody changed this group");
  await expect(other.getByLabel("Name of the group")).toHaveValue("Fernley Fridays");
});

test("a group does not exist for another hub, for leads, and on the pages of those who only arrange", async ({
  page,
  given,
  context,
}) => {
  const { hub, group } = await aGroup(given);
  const pages = ["", "/edit", "/sessions", "/lead", "/cancel"];
  const statuses = async () => {
    const seen: number[] = [];
    for (const path of pages)
      seen.push((await page.goto(`/hub/work-groups/${group.id}${path}`))?.status() ?? 0);
    return seen;
  };
  await given.signedIn(context, { role: "hub_lead", hubId: (await aHub(given.db)).id });
  expect(await statuses()).toEqual([404, 404, 404, 404, 404]);
  await context.clearCookies();
  await given.signedIn(context, { role: "work_group_lead", hubId: hub.id });
  expect(await statuses()).toEqual([404, 404, 404, 404, 404]);
  await context.clearCookies();
  await given.signedIn(context, { role: "project_manager", hubId: hub.id });
  expect(await statuses()).toEqual([200, 200, 200, 404, 404]);
});
