import { aSchoolToApplyFor, programmePage } from "../fixtures/answer-everything";
import { expect, test } from "../fixtures/test";

test("a slip is told at once, beside the answer, without asking the server", async ({
  page,
  context,
  given,
}) => {
  const { school } = await aSchoolToApplyFor(given, context);
  await page.goto(programmePage);
  await page.getByRole("button", { name: `Apply for ${school}` }).click();
  await page.getByRole("button", { name: "Start now" }).click();
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await page.getByRole("checkbox", { name: "Monday" }).check();
  const posts: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST") posts.push(request.url());
  });

  await page.getByRole("button", { name: "Save and continue" }).click();
  const summary = page.locator(".govuk-error-summary");
  await expect(summary).toBeFocused();
  await expect(summary).toContainText("Choose at least 2 days that you could attend");
  await expect(page.getByRole("group", { name: "Which days could you attend?" })).toContainText(
    "Error: Choose at least 2 days",
  );
  await expect(page).toHaveTitle(/^Error: /);
  await expect(page.getByRole("checkbox", { name: "Monday" })).toBeChecked();
  expect(posts).toEqual([]);

  await summary.getByRole("link").click();
  await expect(page.getByRole("checkbox", { name: "Monday" })).toBeFocused();
  await page.getByRole("checkbox", { name: "Friday" }).check();
  await page.getByRole("button", { name: "Save and continue" }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: "Does one of them suit you best?" }),
  ).toBeVisible();
  await expect(page).not.toHaveTitle(/^Error: /);
  expect(posts).toHaveLength(1);
});

test("what only the server knows is told the same way, and coming back later needs no answer", async ({
  page,
  context,
  given,
}) => {
  const { school, organisationId } = await aSchoolToApplyFor(given, context);
  await page.goto(programmePage);
  await page.getByRole("button", { name: `Apply for ${school}` }).click();
  await page.getByRole("button", { name: "Start now" }).click();
  await page.getByRole("link", { name: "People who take part" }).click();
  const draft = new URL(page.url()).pathname.replace("/participants", "");
  await page.goto(`${draft}/participants/add`);
  const addLeah = async () => {
    await page.getByLabel("Full name").fill("Leah Grant");
    await page.getByLabel("What they do at your school").fill("Year 4 teacher");
    await page.getByRole("button", { name: "Add this person" }).click();
  };
  await addLeah();
  await expect(page.getByRole("heading", { level: 1, name: "Who will take part?" })).toBeVisible();
  await page.goto(`${draft}/participants/add`);
  await addLeah();
  const summary = page.locator(".govuk-error-summary");
  await expect(summary).toBeFocused();
  await expect(summary).toContainText("Leah Grant");
  await expect(page.getByLabel("Full name")).toHaveValue("Leah Grant");
  await page.goto(`${draft}/wishes`);
  await page.getByRole("button", { name: "Save and come back later" }).click();
  await expect(page).toHaveURL(new RegExp(`/school/${organisationId}$`));
});
