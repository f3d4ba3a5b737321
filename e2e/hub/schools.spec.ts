import { randomInt } from "node:crypto";
import type { Page } from "@playwright/test";
import { localAuthorities } from "@/db/schema/hubs";
import { aHub, anActor, aSchool } from "@/db/testing/factories";
import { importRegister } from "@/lib/schools/import-register";
import {
  aClosedRow,
  aRow,
  type Cells,
  registerFolder,
  succession,
} from "@/lib/schools/testing/register-folder";
import { faultsOf } from "../fixtures/axe";
import type { Given } from "../fixtures/given";
import { expect, test } from "../fixtures/test";

const folder = registerFolder();
test.afterAll(() => folder.remove());

/** A hub that looks after an authority of its own, with one school, and another hub. */
async function aHubWithASchool({ db }: Given) {
  const laCode = `E${randomInt(1_000_000)}`;
  const hubOf = (name: string) =>
    aHub(db, { code: `${laCode}${name}`, slug: `${laCode}-${name}`, name: `${name} ${laCode} Maths Hub` });
  const [hub, other] = [await hubOf("Near"), await hubOf("Far")];
  await db
    .insert(localAuthorities)
    .values({ code: laCode, name: "Testshire", region: "North East", hubId: hub.id });
  const school = await aSchool(db, {
    hubId: hub.id,
    laCode,
    name: `Hallbeck ${laCode} Primary School`,
    urn: 500_000 + randomInt(99_999),
  });
  return { hub, other, school, laCode };
}

async function expectNoFaults(page: Page): Promise<void> {
  expect(await faultsOf(page)).toEqual([]);
  const width = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  expect(await page.evaluate(width), "the page scrolls sideways").toBeLessThanOrEqual(0);
}

for (const width of [1280, 390])
  test(`a hub finds a school, moves it to another hub and ends that, at ${width} px`, async ({
    page,
    context,
    given,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    const { hub, other, school } = await aHubWithASchool(given);
    const lead = await given.signedIn(context, { role: "hub_lead", hubId: hub.id });
    await page.goto("/hub/schools");
    await expect(page.getByRole("heading", { level: 1, name: "Schools" })).toBeVisible();

    await page.goto("/hub/schools?q=no-such-school");
    await expect(page.getByRole("main")).toContainText("No school fits what you chose.");
    await page.getByLabel("Name, town, postcode or URN").fill(String(school.urn));
    await page.getByRole("button", { name: "Apply" }).click();
    await page.getByRole("link", { name: school.name }).click();
    await expect(page.getByRole("heading", { level: 1, name: school.name })).toBeVisible();
    await expect(page.getByRole("region", { name: hub.name })).toContainText("Testshire");

    await page.getByRole("button", { name: "Move to another hub" }).click();
    await page.getByRole("button", { name: "Move the school" }).click();
    await expect(page.locator(".govuk-error-summary")).toContainText(
      "Choose the hub that the school moves to",
    );
    await expect(page).toHaveTitle(/^Error: /);
    await page.getByLabel("Which hub?").selectOption({ label: other.name });
    await page.getByLabel("Why").fill("It works with the schools of its trust there");
    await page.getByRole("button", { name: "Move the school" }).click();

    const panel = page.getByRole("region", { name: other.name });
    await expect(panel).toContainText(`by ${lead.name}: “It works with the schools of its trust there”`);
    await expect(panel.getByRole("button", { name: "Move to another hub" })).toHaveCount(0);
    await page.goto("/hub/schools?view=away");
    await page.getByRole("link", { name: school.name }).click();
    await page.getByRole("button", { name: "End the move" }).click();
    const sendBack = page.getByRole("button", { name: `Send it back to ${hub.name}` });
    await expect(sendBack).toBeVisible();
    await sendBack.click();
    await expect(page.getByRole("region", { name: hub.name })).toContainText("Earlier moves");
    await expect(page.getByRole("list").filter({ hasText: "The school left" })).toBeVisible();
  });

test("a school is moved without JavaScript", async ({ browser, baseURL, given }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  const { hub, other, school } = await aHubWithASchool(given);
  await given.signedIn(context, { role: "hub_lead", hubId: hub.id });
  await page.goto(`/hub/schools/${school.id}/move`);
  await page.getByLabel("Which hub?").selectOption({ label: other.name });
  await page.getByRole("button", { name: "Move the school" }).click();
  await expect(page.locator(".govuk-error-summary")).toContainText("Say in a sentence why the school moves");
  await page.getByLabel("Why").fill("It works with the schools of its trust there");
  await page.getByRole("button", { name: "Move the school" }).click();
  await expect(page.getByRole("region", { name: other.name })).toContainText("Testshire");
  await context.close();
});

test("a record is not there for another hub, and an assistant lead reads it without moving the school", async ({
  page,
  context,
  given,
}) => {
  const { hub, other, school } = await aHubWithASchool(given);
  await given.signedIn(context, { role: "hub_lead", hubId: other.id });
  const answer = await page.goto(`/hub/schools/${school.id}`);
  expect(answer?.status()).toBe(404);
  await given.signedIn(context, { role: "assistant_hub_lead", hubId: hub.id, phase: "primary" });
  await page.goto(`/hub/schools/${school.id}`);
  await expect(page.getByRole("region", { name: hub.name })).toContainText(
    "lead or deputy can move the school",
  );
  expect((await page.goto(`/hub/schools/${school.id}/move`))?.status()).toBe(404);
});

/** Two schools of the authority have become one, so the register's links leave open whose journey goes on. */
async function aMerger(given: Given, laCode: string) {
  const first = 600_000 + 10 * randomInt(9000);
  const [one, two, both] = [first + 1, first + 2, first + 3];
  const inAuthority = { "LA (code)": laCode, "LA (name)": "Testshire" };
  const before = [aRow(one, inAuthority), aRow(two, inAuthority)];
  const after = [
    aClosedRow(one, "31-08-2025", inAuthority),
    aClosedRow(two, "31-08-2025", inAuthority),
    aRow(both, inAuthority),
  ];
  await importFiles(given, before, []);
  await importFiles(given, after, [...succession(one, both), ...succession(two, both)]);
  return { one, two, both };
}

async function importFiles(given: Given, rows: readonly Cells[], links: readonly Cells[]): Promise<void> {
  const operator = await anActor(given.db, { role: "operator" });
  const files = { file: folder.register(rows), links: folder.links(links), confirmed: true };
  const answer = await importRegister(given.as(operator), files);
  if (!answer.ok) throw new Error(answer.refusal.code);
}

for (const width of [1280, 390])
  test(`a hub says whose journey goes on where schools became one, at ${width} px`, async ({
    page,
    context,
    given,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    const { hub, laCode } = await aHubWithASchool(given);
    await given.signedIn(context, { role: "assistant_hub_lead", hubId: hub.id, phase: "primary" });
    await page.goto("/hub/schools/reviews");
    await expect(page.getByRole("main")).toContainText("Nothing is open.");

    const { one, both } = await aMerger(given, laCode);
    await page.goto("/hub/schools");
    await page.getByRole("link", { name: "Answer 1 question that the register leaves open" }).click();
    await page.getByRole("link", { name: "Schools that became one" }).click();
    await expect(page.getByLabel("How do you know?")).toBeVisible();
    await page
      .getByRole("radio", {
        name: `The history of School ${one} (${one}) goes on in School ${both} (${both})`,
      })
      .check();
    await page.getByLabel("How do you know?").fill("Same site, head and children");
    await page.getByRole("button", { name: "Save the answer" }).click();
    await expect(page.locator(".govuk-error-summary")).toContainText("Tick that you have checked it");
    await expect(page.getByLabel("How do you know?")).toHaveValue("Same site, head and children");
    await page.getByRole("checkbox", { name: /I have checked it/ }).check();
    await page.getByRole("button", { name: "Save the answer" }).click();
    await expect(page.getByRole("region", { name: "Answered" })).toContainText(
      "Same site, head and children",
    );

    await page.getByRole("link", { name: `School ${both}` }).click();
    const urns = page.getByRole("table").filter({ hasText: "In the register" });
    await expect(urns.getByRole("row")).toHaveCount(3);
    await expect(urns).toContainText("31 August 2025");
    await expectNoFaults(page);
    await page.goto("/hub/schools/reviews?view=answered");
    await expect(page.getByRole("table")).toContainText("Same site, head and children");
  });
