import { and, eq } from "drizzle-orm";
import { applications } from "@/db/schema/applications";
import { workGroups } from "@/db/schema/workgroups";
import { aGroupAt, anApproved, type HubToMatch } from "@/lib/matching/testing/hub-to-match";
import { aSpecialist, hubForSpecialists, venueIsKnown } from "@/lib/matching/testing/specialists";
import { openWorkGroup } from "@/lib/workgroups/open-work-group";
import { planSessions } from "@/lib/workgroups/plan-sessions";
import { faultsOf } from "../fixtures/axe";
import { done } from "../fixtures/done";
import type { Given } from "../fixtures/given";
import { expect, test } from "../fixtures/test";

test("a hub decides one school by hand, sees what that costs, and publishes with the lead the run found", async ({
  page,
  context,
  given,
}) => {
  test.slow();
  const hub = await hubForSpecialists(given.db);
  const near = await aGroupAt(given.db, hub, { km: 5, maximumSchools: 1 });
  await aGroupAt(given.db, hub, { km: 9, weekday: 2 });
  const lead = await aSpecialist(given.db, hub);
  await anApproved(given.db, hub, { tier: 0 });
  const second = await anApproved(given.db, hub, { tier: 2 });
  await given.signIn(context, { id: hub.assistant.personId, name: hub.assistant.name });
  await page.goto("/hub/matching");
  await page.getByRole("button", { name: "Match 2 applications" }).click();
  await expect(page.getByText("To look through")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(`${lead.name}, proposed`)).toHaveCount(2);
  await page.getByText("Why this lead").first().click();
  await expect(
    page.getByText(/^The one person who could lead it: leads nothing else on/).first(),
  ).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);

  await page
    .getByRole("row", { name: /Third priority/ })
    .getByRole("link", { name: /^Decide by hand/ })
    .click();
  await page.getByRole("radio", { name: `Put it in ${near.name}` }).check();
  await page.getByRole("button", { name: "Decide by hand" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "There is a problem" })).toContainText("Say why");
  await page.getByLabel("Why?").fill("It has nobody who drives");
  await page.getByRole("button", { name: "Decide by hand" }).click();
  await expect(page.getByRole("heading", { name: "1 decision by hand" })).toBeVisible();
  await expect(page.getByText("It has nobody who drives", { exact: true })).toBeVisible();
  await expect(page.getByRole("table", { name: "Results" })).toContainText(
    "Your hub has decided on this group for you",
  );
  expect(await faultsOf(page)).toEqual([]);

  await page.getByRole("button", { name: /I have looked through/ }).click();
  await page.getByRole("button", { name: "Publish 2 results" }).click();
  await expect(page.getByText("2 groups given their lead")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Undo/ })).toHaveCount(0);
  const [row] = await given.db.select().from(applications).where(eq(applications.id, second.id));
  expect(row).toMatchObject({ placement: "offered", workGroupId: near.id });
});

test("a hub plans a group that a run proposes, matches again with it, and offers its places once it has dates", async ({
  page,
  context,
  given,
}) => {
  test.slow();
  const hub = await hubForSpecialists(given.db);
  await venueIsKnown(given.db);
  await aGroupAt(given.db, hub, { km: 5 });
  const lead = await aSpecialist(given.db, hub);
  for (let schools = 0; schools < 4; schools++) await anApproved(given.db, hub, { impossibleDays: 0b11011 });
  await given.signIn(context, { id: hub.assistant.personId, name: hub.assistant.name });
  await page.goto("/hub/matching");
  await page.getByRole("button", { name: "Match 4 applications" }).click();
  await expect(page.getByRole("heading", { name: "1 proposal for a new group" })).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByText(`${lead.name} is free for it`)).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Plan this group" }).click();
  await expect(page.getByText(`Planned by ${hub.assistant.name}`)).toBeVisible();
  await page.getByRole("button", { name: "Match again with the planned group" }).click();
  await expect(page.getByRole("img", { name: /4 put forward: 4 placed/ })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("1 group has no dates yet")).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("link", { name: "Compare with another run" }).click();
  await expect(page.getByRole("heading", { name: "4 schools with another result" })).toBeVisible();

  await page.getByRole("link", { name: "Back" }).click();
  await page.getByRole("button", { name: "I have looked through 4 results" }).click();
  await expect(page.getByText("Looked through by")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Publish \d/ })).toHaveCount(0);
  await openWithDates(given, hub);
  await page.reload();
  await page.getByRole("button", { name: "Publish 4 results" }).click();
  await expect(page.getByText(/^4 places offered, to be answered by/)).toBeVisible();
});

test("a decision that leaves a group with too few schools says beforehand which groups run then", async ({
  page,
  context,
  given,
}) => {
  test.slow();
  const hub = await hubForSpecialists(given.db);
  const pair = await aGroupAt(given.db, hub, { km: 5, minimumSchools: 2, maximumSchools: 2 });
  await aGroupAt(given.db, hub, { km: 9, maximumSchools: 1 });
  await anApproved(given.db, hub, { tier: 0 });
  await anApproved(given.db, hub, { tier: 2 });
  await given.signIn(context, { id: hub.assistant.personId, name: hub.assistant.name });
  await page.goto("/hub/matching");
  await page.getByRole("button", { name: "Match 2 applications" }).click();
  await expect(page.getByText("To look through")).toBeVisible({ timeout: 30_000 });
  await page
    .getByRole("row", { name: /Third priority/ })
    .getByRole("link", { name: /^Decide by hand/ })
    .click();
  await expect(page.getByText("1 group no longer runs and 1 more group runs.")).toHaveCount(2);
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("radio", { name: `Not in ${pair.name}` }).check();
  await page.getByLabel("Why?").fill("They fell out last year");
  await page.getByRole("button", { name: "Decide by hand" }).click();
  await expect(page.getByRole("heading", { name: "1 decision by hand" })).toBeVisible();
  await expect(page.getByText("Around what is decided by hand, no other arrangement")).toBeVisible();
  await expect(page.getByText("No other choice of groups would be better")).toBeVisible();
  await expect(page.getByRole("table", { name: "Results" })).toContainText("Waiting");
  expect(await faultsOf(page)).toEqual([]);
});

test.describe("on a phone without JavaScript", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

  test("a decision by hand shows anew which groups are missing, and undone it shows what was there", async ({
    page,
    context,
    given,
  }) => {
    test.slow();
    const hub = await hubForSpecialists(given.db);
    const tuesday = await aGroupAt(given.db, hub, { km: 5 });
    await aSpecialist(given.db, hub);
    for (let schools = 0; schools < 4; schools++)
      await anApproved(given.db, hub, { impossibleDays: 0b11011 });
    await anApproved(given.db, hub, { impossibleDays: 0b11101 });
    await anApproved(given.db, hub, { tier: 2, impossibleDays: 0b11001 });
    await given.signIn(context, { id: hub.assistant.personId, name: hub.assistant.name });
    await page.goto("/hub/matching");
    await page.getByRole("button", { name: "Match 6 applications" }).click();
    await expect(async () => {
      const again = page.getByRole("link", { name: "See how far it is now" });
      if (await again.isVisible()) await again.click();
      await expect(page.getByText("4 waiting schools fit")).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 30_000 });
    await page
      .getByRole("row", { name: /Third priority/ })
      .getByRole("link", { name: /^Decide by hand/ })
      .click();
    await page.getByRole("radio", { name: `Not in ${tuesday.name}` }).check();
    await page.getByLabel("Why?").fill("Its headteacher asked for a Wednesday");
    await page.getByRole("button", { name: "Decide by hand" }).click();
    await expect(page.getByRole("heading", { name: "1 decision by hand" })).toBeVisible();
    await expect(page.getByText("5 waiting schools fit")).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.getByRole("button", { name: /^Undo/ }).click();
    await expect(page.getByText("4 waiting schools fit")).toBeVisible();
    await expect(page.getByRole("heading", { name: "1 decision by hand" })).toHaveCount(0);
  });
});

/** The planned group of the hub gets a date and is opened. */
async function openWithDates(given: Given, { hubId, assistant }: HubToMatch): Promise<void> {
  const planned = and(eq(workGroups.hubId, hubId), eq(workGroups.status, "planned"));
  const [group] = await given.db.select({ id: workGroups.id }).from(workGroups).where(planned);
  const workGroupId = group?.id ?? "";
  const sessions = [{ heldOn: "2027-01-13", startsAt: "13:30", endsAt: "15:30", title: "" }];
  done(await planSessions(given.as(assistant), { workGroupId, sessions }));
  done(await openWorkGroup(given.as(assistant), { workGroupId }));
}
