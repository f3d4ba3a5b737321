import { aGroupAt, anApproved } from "@/lib/matching/testing/hub-to-match";
import { aSpecialist, hubForSpecialists, venueIsKnown } from "@/lib/matching/testing/specialists";
import { faultsOf } from "../fixtures/axe";
import { expect, test } from "../fixtures/test";

test("a run gives a group its lead, and says why", async ({ page, context, given }) => {
  test.slow();
  const hub = await hubForSpecialists(given.db);
  await aGroupAt(given.db, hub, { km: 5, maximumSchools: 1 });
  const lead = await aSpecialist(given.db, hub);
  await anApproved(given.db, hub, { tier: 0 });
  await anApproved(given.db, hub, { tier: 2 });
  await given.signIn(context, { id: hub.assistant.personId, name: hub.assistant.name });
  await page.goto("/hub/matching");
  await page.getByRole("button", { name: "Match 2 applications" }).click();
  await expect(page.getByText("To look through")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(`${lead.name}, proposed`)).toBeVisible();
  await expect(
    page.getByText("The one person who could lead it: leads nothing else on Tuesdays"),
  ).toBeVisible();
  if (process.env.LOOK) await page.screenshot({ path: `${process.env.LOOK}/leads.png`, fullPage: true });
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: /I have looked through/ }).click();
  await page.getByRole("button", { name: "Publish 2 results" }).click();
  await expect(page.getByText("1 group given its lead")).toBeVisible();
});

test("a hub plans a group that a run proposes and matches again with it", async ({
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
  if (process.env.LOOK) await page.screenshot({ path: `${process.env.LOOK}/proposal.png`, fullPage: true });
  await page.getByRole("button", { name: "Plan this group" }).click();
  await expect(page.getByText(`Planned by ${hub.assistant.name}`)).toBeVisible();
  if (process.env.LOOK) await page.screenshot({ path: `${process.env.LOOK}/planned.png`, fullPage: true });
  await page.getByRole("button", { name: "Match again with the planned group" }).click();
  await expect(page.getByRole("img", { name: /4 put forward: 4 placed/ })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("1 group has no dates yet")).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  if (process.env.LOOK) {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.screenshot({ path: `${process.env.LOOK}/again-390.png`, fullPage: true });
  }
});
