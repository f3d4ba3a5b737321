import { signInAsThe } from "../fixtures/personas";
import { expect, test } from "../fixtures/test";

test("a hub cannot accept a referral before the headteacher agrees, and is told so", async ({ page }) => {
  await signInAsThe(page, /^(?!.*Assistant).*Maths Hub Lead of/);
  await page.goto("/hub/referrals");
  await page.getByRole("table").getByRole("link").first().click();
  await page.getByRole("radio", { name: /Intensive support/ }).check();
  await page.getByRole("button", { name: "Save the decision" }).click();
  const summary = page.locator(".govuk-error-summary");
  await expect(summary).toContainText("The headteacher has not agreed yet");
  await expect(page).toHaveTitle(/^Error: /);
});

test("a hub refers a school and keeps what was typed when something is missing", async ({ page }) => {
  await signInAsThe(page, /Maths Hub Lead of/);
  await page.goto("/hub/referrals/new?q=Primary");
  await page.getByRole("main").getByRole("listitem").getByRole("link").first().click();
  await page.getByLabel("What have you seen?").fill("Two visits in October");
  await page.getByRole("button", { name: "Refer the school and ask the headteacher" }).click();
  await expect(page.locator(".govuk-error-summary")).toContainText("Choose at least one barrier");
  await expect(page.getByLabel("What have you seen?")).toHaveValue("Two visits in October");
});
