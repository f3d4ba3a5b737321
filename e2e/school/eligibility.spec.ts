import { aHub, aSchool } from "@/db/testing/factories";
import { signInAsThe } from "../fixtures/personas";
import { expect, test } from "../fixtures/test";

test("a maths lead sees why Mastering Number at KS2 is not open yet, and takes the first step to it", async ({
  page,
  context,
  given,
}) => {
  const hub = await aHub(given.db);
  const school = await aSchool(given.db, { hubId: hub.id });
  await given.signedIn(context, { role: "school_maths_lead", organisationId: school.id });
  await page.goto("/programmes?q=mastering+number");
  const card = page.getByRole("listitem").filter({ hasText: "Mastering Number at Key Stage 2" });
  await expect(card).toContainText("Not yet");
  await expect(card).toContainText("Next step");
  await card.getByRole("link", { name: "Mastering Number at Key Stage 2" }).click();
  const verdict = page.getByRole("region", { name: /^You could start in/ });
  await expect(verdict).toContainText(`Not yet for ${school.name}`);
  await expect(verdict.getByRole("listitem").filter({ hasText: "Not yet:" }).first()).toBeVisible();
  await expect(verdict.getByRole("list", { name: "Your route to this programme" })).toContainText("Now");
  await verdict.getByRole("button", { name: /^Apply for/ }).click();
  await expect(page.getByRole("button", { name: "Start now" })).toBeVisible();
});

test("a visitor reads the conditions of the same programme and is led to sign in", async ({ page }) => {
  await page.goto("/programmes/mastering-number-ks2");
  await expect(page.getByText("You can apply if:")).toBeVisible();
  await page.getByRole("button", { name: "Sign in to apply" }).click();
  await expect(page).toHaveURL(/\/sign-in\?to=%2Fprogrammes%2Fmastering-number-ks2/);
});

test("what is searched and filtered stands in the address, and opens the same list for somebody else", async ({
  page,
  browser,
  baseURL,
}) => {
  await page.goto("/programmes");
  await page.getByLabel("Search").fill("number");
  await page.getByRole("checkbox", { name: "Key Stages 1 and 2" }).check();
  await page.getByRole("button", { name: "Apply filters" }).click();
  const inUse = page.getByRole("list", { name: "Filters in use" });
  await expect(inUse).toContainText("Key Stages 1 and 2");
  const titles = await page.getByRole("main").getByRole("heading", { level: 3 }).allTextContents();
  expect(titles).toContain("Mastering Number at Key Stage 2");
  expect(titles).not.toContain("Developing A Level Pedagogy");

  const other = await browser.newContext({ baseURL: baseURL ?? "", javaScriptEnabled: false });
  const shared = await other.newPage();
  await shared.goto(page.url());
  expect(await shared.getByRole("main").getByRole("heading", { level: 3 }).allTextContents()).toEqual(titles);
  await other.close();

  await inUse.getByRole("link", { name: "Remove filter: Key Stages 1 and 2" }).click();
  await expect(page).toHaveURL(/\/programmes\?q=number$/);
  await page.goBack();
  await expect(inUse).toContainText("Key Stages 1 and 2");
  await inUse.getByRole("link", { name: "Clear filters" }).click();
  await expect(page).toHaveURL(/\/programmes$/);
});

test("somebody with several schools chooses for which one the catalogue speaks, in the address", async ({
  page,
}) => {
  await signInAsThe(page, /Leads maths for/);
  await page.goto("/programmes");
  const schools = page.getByRole("combobox", { name: "School", exact: true });
  const [, second] = await schools.getByRole("option").allTextContents();
  await schools.selectOption({ index: 1 });
  await page.getByRole("checkbox", { name: "Open to us now" }).check();
  await page.getByRole("button", { name: "Apply filters" }).click();
  await expect(page).toHaveURL(/school=/);
  await expect(page.getByText(`Sorted for ${second}`)).toBeVisible();
  await page.getByRole("main").getByRole("heading", { level: 3 }).first().getByRole("link").click();
  await expect(page.getByRole("combobox", { name: "Show this for" })).toContainText(String(second));
  await expect(page).toHaveURL(/school=/);
});
