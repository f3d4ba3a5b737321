import { eq } from "drizzle-orm";
import { applications } from "@/db/schema/applications";
import { declinePlace } from "@/lib/applications/decline-place";
import { withdrawApplication } from "@/lib/applications/withdraw-application";
import { aGroupAt, anApproved, hubToMatch } from "@/lib/matching/testing/hub-to-match";
import { faultsOf } from "../fixtures/axe";
import { done } from "../fixtures/done";
import { publishedRun } from "../fixtures/published-run";
import { expect, test } from "../fixtures/test";

test("a school withdraws, and its place is offered to the school whose turn it is", async ({
  page,
  context,
  browser,
  given,
}) => {
  test.slow();
  const hub = await hubToMatch(given.db);
  const group = await aGroupAt(given.db, hub, { km: 5, maximumSchools: 1 });
  const holder = await anApproved(given.db, hub, {
    placement: "accepted",
    workGroupId: group.id,
    offeredAt: given.as(hub.assistant).now,
    answerBy: "2099-01-01",
    placementReason: "It is the one group that is open to you.",
  });
  const later = await anApproved(given.db, hub, { tier: 2 });
  const first = await anApproved(given.db, hub, { tier: 1 });
  await given.signIn(context, { id: hub.assistant.personId, name: hub.assistant.name });
  await page.goto(`/hub/work-groups/${group.id}/next-school`);
  await expect(page.getByText("Every place is held.")).toBeVisible();

  done(await withdrawApplication(given.as(holder.lead), { applicationId: holder.id }));
  await page.goto(`/hub/work-groups/${group.id}`);
  await page.getByRole("link", { name: "Offer the free place to the next school" }).click();
  await expect(page.getByText("It is the one group that is open to you: 5.0 km away")).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByLabel("The school answers by").fill("2020-01-01");
  await page.getByRole("button", { name: "Offer the place to" }).click();
  await expect(page.getByText("Choose a date from tomorrow on").first()).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await page.reload();
  await page.getByRole("button", { name: "Offer the place to" }).click();
  await expect(page.getByRole("heading", { level: 1, name: group.name })).toBeVisible();
  const placements = new Map(
    (await given.db.select().from(applications).where(eq(applications.hubId, hub.hubId))).map((row) => [
      row.id,
      row.placement,
    ]),
  );
  expect([placements.get(first.id), placements.get(later.id)]).toEqual(["offered", "unplaced"]);

  const schools = await browser.newContext({ viewport: { width: 390, height: 844 } });
  await given.signIn(schools, { id: first.lead.personId, name: first.lead.name });
  const school = await schools.newPage();
  await school.goto(`/school/applications/${first.id}/place`);
  await expect(school.getByText("1 group was open to you")).toBeVisible();
  await schools.close();
});

test("after a match the waiting list offers a place that comes free by itself", async ({
  page,
  context,
  given,
}) => {
  const hub = await hubToMatch(given.db);
  const group = await aGroupAt(given.db, hub, { km: 5, maximumSchools: 1 });
  const holder = await anApproved(given.db, hub, { tier: 0 });
  const first = await anApproved(given.db, hub, { tier: 1 });
  await publishedRun(given, hub);
  const no = { applicationId: holder.id, workGroupId: group.id, reason: "day" } as const;
  done(await declinePlace(given.as(holder.lead), no));

  await given.signIn(context, { id: hub.assistant.personId, name: hub.assistant.name });
  await expect(async () => {
    await page.goto(`/hub/work-groups/${group.id}`);
    await expect(page.getByText("The waiting list offered it")).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(page.getByText(/The waiting list offered the place that came free to Test/)).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);

  await given.signIn(context, { id: first.lead.personId, name: first.lead.name });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/school/applications/${first.id}/place`);
  await expect(page.getByText("A place has come free, and it is your turn.")).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
});

test("an application that is approved after the match is offered the place that is free for it", async ({
  page,
  context,
  given,
}) => {
  const hub = await hubToMatch(given.db);
  const group = await aGroupAt(given.db, hub, { km: 5, maximumSchools: 2 });
  await anApproved(given.db, hub);
  await publishedRun(given, hub);
  const late = await anApproved(given.db, hub, { decision: "submitted", tier: null });
  await given.signIn(context, { id: hub.assistant.personId, name: hub.assistant.name });
  await page.goto(`/hub/applications/${late.id}`);
  await page.getByRole("button", { name: "Approve and put forward to matching" }).click();
  await expect(page.getByText("It is the one group that is open to you: 5.0 km away")).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByLabel("The school answers by").fill("2020-01-01");
  await page.getByRole("button", { name: `Offer the place in ${group.name}` }).click();
  await expect(page.getByText("Choose a date from tomorrow on").first()).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.reload();
  await page.getByRole("button", { name: `Offer the place in ${group.name}` }).click();
  await expect(page.getByText(/, to be answered by/).first()).toBeVisible();
  const [row] = await given.db.select().from(applications).where(eq(applications.id, late.id));
  expect(row).toMatchObject({ placement: "offered", workGroupId: group.id });
});
