import type { Page } from "@playwright/test";
import { keepWaiting } from "@/lib/applications/keep-waiting";
import { offerPlace } from "@/lib/applications/offer-place";
import { systemClock } from "@/lib/kernel/clock";
import { addDays, londonDate } from "@/lib/kernel/dates";
import { aGroupAt, anApproved, hubToMatch } from "@/lib/matching/testing/hub-to-match";
import { faultsOf } from "../fixtures/axe";
import type { Given } from "../fixtures/given";
import { expect, test } from "../fixtures/test";

const answerBy = addDays(londonDate(systemClock.now()), 10);
const reason = "It is the one group that is open to you: 5.0 km away, on Tuesdays.";

/** A school that its hub has put into a group five kilometres away, and has to answer. */
async function anOffered(given: Given) {
  const hub = await hubToMatch(given.db);
  const group = await aGroupAt(given.db, hub, { km: 5 });
  const application = await anApproved(given.db, hub);
  const offered = await offerPlace(given.as(hub.assistant), {
    applicationId: application.id,
    workGroupId: group.id,
    answerBy,
    reason,
    explanation: { kind: "chosen", decidedBy: "person", km: 5, preferredDay: true, sameLead: null },
  });
  if (!offered.ok) throw new Error(offered.refusal.code);
  const { lead } = application;
  return {
    group,
    at: `/school/applications/${application.id}`,
    lead: { id: lead.personId, name: lead.name },
  };
}

async function expectSound(page: Page): Promise<void> {
  expect(await faultsOf(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
}

test.use({ viewport: { width: 390, height: 844 } });

test("a school reads why it has its place, and accepts it", async ({ page, context, given }) => {
  const { at, group, lead } = await anOffered(given);
  await given.signIn(context, lead);
  await page.goto(`${at}/place`);
  await expect(
    page.getByRole("heading", { level: 1, name: `You have a place in ${group.name}` }),
  ).toBeVisible();
  await expect(page.getByRole("region", { name: "Why this group" })).toContainText(reason);
  await page.getByRole("button", { name: "Accept" }).click();
  await expect(page).toHaveURL(new RegExp(`${at}$`));
  await expect(page.getByRole("main")).toContainText("You have a place");
  await expectSound(page);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a school declines its place and says why", async ({ page, context, given }) => {
    const { at, lead } = await anOffered(given);
    await given.signIn(context, lead);
    await page.goto(`${at}/place`);
    await page.getByRole("link", { name: "Decline the place" }).click();
    await page.getByRole("button", { name: "Decline the place" }).click();
    await expect(page.locator(".govuk-error-summary")).toBeVisible();
    await page.getByRole("radio").first().check();
    await page.getByRole("button", { name: "Decline the place" }).click();
    await expect(page).toHaveURL(new RegExp(`${at}$`));
    await expect(page.getByRole("region", { name: "Where it is" })).toContainText("declined");
  });
});

test("a school whose offer ran out rings its hub, and is offered the place again by hand", async ({
  page,
  context,
  given,
}) => {
  const hub = await hubToMatch(given.db);
  const group = await aGroupAt(given.db, hub, { km: 5 });
  const { id, lead } = await anApproved(given.db, hub);
  await given.signIn(context, { id: hub.assistant.personId, name: hub.assistant.name });
  await page.goto(`/hub/applications/${id}`);
  await page.getByRole("button", { name: "Offer a place by hand" }).click();
  await expectSound(page);
  await page.getByRole("button", { name: "Offer the place and tell the school" }).click();
  await expect(page.locator(".govuk-error-summary")).toContainText("Choose a group with a free place");
  await expectSound(page);
  await page.getByRole("radio", { name: group.name }).check();
  await page.getByLabel("Why this group").fill("You rang us: the place is still free.");
  await page.getByRole("button", { name: "Offer the place and tell the school" }).click();
  await expect(page.getByRole("region", { name: "Place", exact: true })).toContainText(group.name);
  await expectSound(page);
  await given.signIn(context, { id: lead.personId, name: lead.name });
  await page.goto(`/school/applications/${id}/place`);
  await expect(page.getByRole("region", { name: "Why this group" })).toContainText("You rang us");
});

test("a school that waits reads the one true sentence, and what would change it", async ({
  page,
  context,
  given,
}) => {
  const hub = await hubToMatch(given.db);
  const { id, lead } = await anApproved(given.db, hub);
  const sentence = "Every group that you can reach is full, with schools of the same or higher priority.";
  const waiting = await keepWaiting(given.as(hub.assistant), {
    applicationId: id,
    reason: sentence,
    explanation: {
      kind: "all_full",
      runId: null,
      groups: 2,
      places: 12,
      heldBefore: 0,
      worstTier: 1,
      position: 1,
      wouldBePlaced: { impossibleDays: 0, maximumKm: 150, neighbourHubs: true },
      onePlaceMore: { km: 5, weekday: 1 },
      oneGroupMore: { withinKm: 0, weekday: 1, schools: 4, needed: 6 },
    },
  });
  if (!waiting.ok) throw new Error(waiting.refusal.code);
  await given.signIn(context, { id: lead.personId, name: lead.name });
  await page.goto(`/school/applications/${id}/place`);
  await expect(page.getByRole("heading", { level: 1, name: "You are on the waiting list" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText(sentence);
  await expect(page.getByRole("heading", { name: "What would change this" })).toBeVisible();
  await expect(page.getByText(/^If you could travel 150 km instead of/)).toBeVisible();
  await expect(page.getByText("One more place in the group 5.0 km away, on Tuesdays")).toBeVisible();
  await expect(page.getByText("A new group close to you, on Tuesdays")).toBeVisible();
  await expectSound(page);
});
