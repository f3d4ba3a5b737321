import type { Page } from "@playwright/test";
import { aHub } from "@/db/testing/factories";
import { faultsOf } from "../fixtures/axe";
import { expect, test } from "../fixtures/test";

const tick = (page: Page, day: string) => page.getByRole("checkbox", { name: day }).check();
const saved = (page: Page, words: string) =>
  expect(page.getByRole("status").filter({ hasText: "Saved." })).toContainText(words);

test("a lead says on which weekdays they can lead, and changes it", async ({ page, context, given }) => {
  const hub = await aHub(given.db);
  await given.signedIn(context, { role: "work_group_lead", hubId: hub.id });
  await page.goto("/lead");
  await page.getByRole("link", { name: "Say on which weekdays" }).click();
  await expect(page.getByRole("heading", { name: "On which weekdays can you lead a group?" })).toBeVisible();
  await expect(page.getByText("You have not said yet")).toBeVisible();
  await page.getByRole("button", { name: "Save your days" }).click();
  await expect(page.locator(".govuk-error-summary")).toContainText("Choose at least one day");
  await tick(page, "Tuesday");
  await tick(page, "Friday");
  await page.getByRole("button", { name: "Save your days" }).click();
  await saved(page, "The next match gives you new groups on Tuesdays and Fridays only.");
  await expect(page.getByRole("checkbox", { name: "Tuesday" })).toBeChecked();
  await page.getByRole("link", { name: "Back" }).click();
  await expect(page.getByText("You can lead on Tuesdays and Fridays.")).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("link", { name: "Change your weekdays" }).click();
  await expect(page.getByRole("checkbox", { name: "Friday" })).toBeChecked();
  for (const day of ["Monday", "Wednesday", "Thursday"]) await tick(page, day);
  await page.getByRole("button", { name: "Save your days" }).click();
  await saved(page, "The next match may give you a group on any weekday.");
});

test.describe("on a phone without JavaScript", () => {
  test.use({ viewport: { width: 390, height: 800 }, javaScriptEnabled: false });

  test("a lead is told what is missing, says it, and finds it again", async ({ page, context, given }) => {
    const hub = await aHub(given.db);
    await given.signedIn(context, { role: "work_group_lead", hubId: hub.id });
    await page.goto("/lead/weekdays");
    await page.getByRole("button", { name: "Save your days" }).click();
    await expect(page.locator(".govuk-error-summary")).toContainText("Choose at least one day");
    await tick(page, "Wednesday");
    await page.getByRole("button", { name: "Save your days" }).click();
    await saved(page, "on Wednesdays only");
    await page.goto("/lead/weekdays");
    await expect(page.getByRole("checkbox", { name: "Wednesday" })).toBeChecked();
    await expect(page.getByRole("checkbox", { name: "Tuesday" })).not.toBeChecked();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
