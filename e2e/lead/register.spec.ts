import { faultsOf } from "../fixtures/axe";
import { signInAsThe } from "../fixtures/personas";
import { expect, test } from "../fixtures/test";

test.describe("a lead takes a register on a phone", () => {
  test.use({ viewport: { width: 390, height: 800 } });

  test("marks somebody partly there, and finds it again", async ({ page }) => {
    await signInAsThe(page, /Leads Work Groups/);
    await page.getByRole("main").getByRole("link").first().click();
    await page.getByRole("link", { name: /Workshop 3/ }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Register" })).toBeVisible();
    const first = page.getByRole("group").first();
    await first.getByText("Partly", { exact: true }).click();
    await page.getByRole("button", { name: "Save the register" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();
    await page.reload();
    await expect(page.getByRole("group").first().getByRole("radio", { name: "Partly" })).toBeChecked();
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  test("works without JavaScript", async ({ browser }) => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 390, height: 800 },
    });
    const page = await context.newPage();
    await signInAsThe(page, /Leads Work Groups/);
    await page.getByRole("main").getByRole("link").first().click();
    await page.getByRole("link", { name: /Workshop 2/ }).click();
    await page
      .getByRole("group")
      .last()
      .getByRole("radio", { name: "Absent", exact: true })
      .check({ force: true });
    await page.getByRole("button", { name: "Save the register" }).click();
    await expect(page.getByText(/^Saved\./)).toBeVisible();
    await expect(
      page.getByRole("group").last().getByRole("radio", { name: "Absent", exact: true }),
    ).toBeChecked();
    await context.close();
  });
});
