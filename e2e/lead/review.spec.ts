import type { Page } from "@playwright/test";
import { sayAcademicYear } from "@/lib/kernel/academic-year";
import { schoolInAGroup } from "@/lib/progression/testing/school-in-a-group";
import { recommended, thisYear } from "../fixtures/progression";
import { expect, test } from "../fixtures/test";

const nextYear = sayAcademicYear(thisYear.year + 1);
const areas = [
  "Systems and culture",
  "Leadership of maths",
  "Subject knowledge",
  "Lesson design",
  "Professional development",
];

async function fill(page: Page): Promise<void> {
  for (const area of areas)
    await page
      .getByRole("group", { name: area })
      .getByRole("radio", { name: "Growing" })
      .check({ force: true });
  await page
    .getByLabel("What you have seen: lesson design")
    .fill("Pupils explained equal groups with a bar model");
  await page.getByRole("radio", { name: "Embedding" }).check();
}

test("a lead is told what is missing in a review, keeps what was typed, and shares it", async ({
  page,
  context,
  given,
}) => {
  test.slow();
  const school = await schoolInAGroup(given.db, {}, thisYear);
  await given.signIn(context, { id: school.lead.personId, name: school.lead.name });
  await page.goto(`/lead/groups/${school.workGroupId}/reviews`);
  await expect(page.getByText("To write")).toBeVisible();
  await page.getByRole("main").getByRole("listitem").getByRole("link").click();
  await expect(page.getByText("It is a record of progress, not a grade")).toBeVisible();
  await page.getByLabel("What you have seen: lesson design").fill("Half a sentence");
  await page.getByRole("button", { name: "Share with the school" }).click();
  await expect(page.locator(".govuk-error-summary")).toContainText("Choose how far lesson design has come");
  await expect(page.getByLabel("What you have seen: lesson design")).toHaveValue("Half a sentence");
  await expect(page).toHaveTitle(/^Error: /);
  await expect(page.getByRole("radio", { name: "Development" })).toHaveCount(0);
  await fill(page);
  await page.getByRole("button", { name: "Share with the school" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Shared with" })).toBeVisible();
});

test.describe("on a phone without JavaScript", () => {
  test.use({ viewport: { width: 390, height: 800 }, javaScriptEnabled: false });

  test("a lead recommends Embedding and finds it again", async ({ page, context, given }) => {
    const school = await schoolInAGroup(given.db, {}, thisYear);
    await given.signIn(context, { id: school.lead.personId, name: school.lead.name });
    await page.goto(`/lead/groups/${school.workGroupId}/reviews/${school.applicationId}`);
    await fill(page);
    await page.getByRole("button", { name: "Share with the school" }).click();
    await expect(page.getByText("Shared with")).toBeVisible();
    await expect(page.getByRole("radio", { name: "Embedding" })).toBeChecked();
    await page.goto(`/lead/groups/${school.workGroupId}/reviews`);
    await expect(page.getByText("Embedding: with the school")).toBeVisible();
  });

  test("the school answers, and is told when it hears", async ({ page, context, given }) => {
    const school = await schoolInAGroup(given.db, {}, thisYear);
    await recommended(given, school);
    await given.signIn(context, { id: school.head.personId, name: school.head.name });
    await page.goto(`/school/${school.organisationId}`);
    await page.getByRole("link", { name: "Read the review and answer" }).click();
    await page.getByRole("button", { name: "Send the answer" }).click();
    await expect(page.locator(".govuk-error-summary")).toContainText("Choose yes or no");
    await page.getByRole("radio", { name: "Yes, we continue" }).check();
    await page.getByRole("button", { name: "Send the answer" }).click();
    await expect(page.getByText("You said that your school continues")).toBeVisible();
    await page.goto(`/school/${school.organisationId}`);
    await expect(page.getByRole("heading", { name: `You continue in ${nextYear}` })).toBeVisible();
  });
});
