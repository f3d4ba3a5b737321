import { aHub } from "@/db/testing/factories";
import { schoolInAGroup } from "@/lib/progression/testing/school-in-a-group";
import { confirmed, recommended, thisYear } from "../fixtures/progression";
import { expect, test } from "../fixtures/test";

test("a hub decides the stage, and the school finds its next application begun", async ({
  page,
  context,
  given,
}) => {
  test.slow();
  const school = await schoolInAGroup(given.db, {}, thisYear);
  await confirmed(given, school);
  await given.signIn(context, { id: school.assistantLead.personId, name: school.assistantLead.name });
  await page.goto("/hub/progression");
  await page.getByRole("table").getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: /suggests Embedding/ })).toBeVisible();
  await page.getByRole("radio", { name: "Sustaining" }).check();
  await page.getByRole("button", { name: "Decide and tell the school" }).click();
  await expect(page.locator(".govuk-error-summary")).toContainText("Say why");
  await expect(page.getByRole("radio", { name: "Sustaining" })).toBeChecked();
  await page.getByRole("radio", { name: "Embedding" }).check();
  await page.getByRole("button", { name: "Decide and tell the school" }).click();
  await expect(page.getByText("The school has the next application")).toBeVisible();

  await given.signIn(context, { id: school.head.personId, name: school.head.name });
  await page.goto(`/school/${school.organisationId}`);
  await page.getByRole("link", { name: "Check your application and send it" }).click();
  await page.getByRole("checkbox", { name: /I have read this/ }).check();
  await page.getByRole("button", { name: "Save and continue" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Do you agree to your school taking part?",
  );
});

test("the list says what waits for whom, keeps its filters in the address, and what to do when it is empty", async ({
  page,
  context,
  given,
}) => {
  const school = await schoolInAGroup(given.db, {}, thisYear);
  await recommended(given, school);
  await given.signIn(context, { id: school.assistantLead.personId, name: school.assistantLead.name });
  await page.goto("/hub/progression");
  await expect(page.getByText("Nothing waits for a decision")).toBeVisible();
  await page.getByRole("link", { name: "With the school 1" }).click();
  await expect(page.getByRole("table")).toBeVisible();
  await page.goto("/hub/progression?view=school&q=Nowhere");
  await expect(page.getByText("Nothing fits what you chose")).toBeVisible();
  await page.getByRole("link", { name: "Show every school" }).click();
  await expect(page.getByRole("table")).toBeVisible();
});

test("another hub's decision is not there", async ({ page, context, given }) => {
  const school = await schoolInAGroup(given.db, {}, thisYear);
  const recommendationId = await confirmed(given, school);
  const hub = await aHub(given.db);
  await given.signedIn(context, { role: "hub_lead", hubId: hub.id });
  const answer = await page.goto(`/hub/progression/${recommendationId}`);
  expect(answer?.status()).toBe(404);
});
