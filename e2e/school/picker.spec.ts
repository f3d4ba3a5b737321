import type { Page } from "@playwright/test";
import { anEstablishment, aRegisteredSchool } from "@/db/testing/establishments";
import { aHub } from "@/db/testing/factories";
import { faultsOf } from "../fixtures/axe";
import type { Given } from "../fixtures/given";
import { expect, test } from "../fixtures/test";

/** Two schools of one name and one more, in a town that no other test knows; found by a word that is theirs alone. */
async function threeSchools(given: Given) {
  const word = `quill${Math.random()
    .toString(36)
    .replace(/[^a-z]/g, "")
    .slice(0, 6)}`;
  const hub = await aHub(given.db);
  const first = Math.floor(Math.random() * 80_000) + 700_000;
  const make = (at: number, name: string, town: string) =>
    aRegisteredSchool(given.db, { hubId: hub.id, urn: first + at, name, town, postcode: `TE1 ${at}ST` });
  const name = `St ${capital(word)}'s Catholic Primary School`;
  const [north, south] = [await make(1, name, "Northby"), await make(2, name, "Southby")];
  const other = await make(3, `${capital(word)} Junior School`, "Northby");
  return { word, name, hub, north, south, other };
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function box(page: Page) {
  return page.getByRole("main").getByRole("combobox");
}

async function noSidewaysScroll(page: Page): Promise<void> {
  const width = page.viewportSize()?.width ?? 0;
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
}

test("a visitor finds the school at home with the keyboard alone and reads which hub serves it", async ({
  page,
  given,
}) => {
  const { word, name, hub, south } = await threeSchools(given);
  await page.goto("/");
  await expect(box(page)).toBeVisible();
  await box(page).focus();
  await page.keyboard.type(`st ${word}s catholic southby`, { delay: 10 });
  const option = page.getByRole("option", { name: new RegExp(`Southby.*URN ${south.urn}`) });
  await expect(option).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "1 school." })).toBeAttached();
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press("ArrowDown");
  await expect(option).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(box(page)).toHaveValue(`${name}, Southby`);
  await expect(page.getByRole("status").filter({ hasText: `${name} is chosen.` })).toBeAttached();
  await expect(page.getByRole("listbox")).toBeHidden();
  await page.keyboard.press("Enter");
  await page.waitForURL(`/schools/${south.urn}`);
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByRole("region", { name: "Its Maths Hub" })).toContainText(hub.name);
  await expect(
    page.getByRole("main").getByRole("button", { name: "Get access for this school" }),
  ).toBeVisible();
});

test("namesakes are told apart, the arrows go round, Escape closes and typing on takes the choice back", async ({
  page,
  given,
}) => {
  const { word, name } = await threeSchools(given);
  await page.goto("/get-access");
  await expect(box(page)).toBeVisible();
  await box(page).pressSequentially(`st ${word}s catholic`);
  await expect(page.getByRole("option")).toHaveCount(2);
  await expect(page.getByRole("option", { name: /Northby/ })).toBeVisible();
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("option").nth(1)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("option").nth(0)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("listbox")).toBeHidden();
  await page.keyboard.press("ArrowDown");
  await page.getByRole("option", { name: /Southby/ }).click();
  await expect(box(page)).toHaveValue(`${name}, Southby`);
  await expect(page.locator("input[type=hidden][name=school]")).toBeAttached();
  await box(page).press("Backspace");
  await expect(page.locator("input[type=hidden][name=school]")).not.toBeAttached();
});

test("what cannot be found is said, in the box and on the page", async ({ page }) => {
  await page.goto("/get-access");
  await expect(box(page)).toBeVisible();
  await box(page).pressSequentially("St Oswinzz");
  await expect(page.getByText('We cannot find "St Oswinzz". Try the postcode or URN.').first()).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Find the school" }).click();
  await page.waitForURL(/q=St\+Oswinzz/);
  await expect(
    page.getByRole("main").getByText('We cannot find "St Oswinzz". Try the postcode or URN.'),
  ).toBeVisible();
  await expect(box(page)).toHaveValue("St Oswinzz");
});

test("without JavaScript the page lists the schools, and leads on", async ({ browser, given }) => {
  const { word, hub, north } = await threeSchools(given);
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 800 },
  });
  const page = await context.newPage();
  await page.goto("/");
  await page.getByRole("textbox", { name: "Start with your school" }).fill(`${word} northby`);
  await page.getByRole("button", { name: "Find our hub" }).click();
  await expect(page.getByRole("heading", { name: "Which of these 2 schools?" })).toBeVisible();
  await noSidewaysScroll(page);
  await page.getByRole("link", { name: /Catholic Primary/ }).click();
  await page.waitForURL(`/schools/${north.urn}`);
  await expect(page.getByRole("main")).toContainText(hub.name);
  await noSidewaysScroll(page);
  await context.close();
});

test.describe("at 390 px", () => {
  test.use({ viewport: { width: 390, height: 800 } });

  test("the suggestions fit the screen", async ({ page, given }) => {
    const { word } = await threeSchools(given);
    await page.goto("/");
    await expect(box(page)).toBeVisible();
    await box(page).pressSequentially(word);
    await expect(page.getByRole("option")).toHaveCount(3);
    await noSidewaysScroll(page);
    expect(await faultsOf(page)).toEqual([]);
  });
});

test("a hub refers a school of its own, and is offered no other", async ({ page, context, given }) => {
  const { word, hub, other } = await threeSchools(given);
  const elsewhere = await aHub(given.db);
  const stranger = { hubId: elsewhere.id, urn: (other.urn ?? 0) + 1, name: `${capital(word)} Infant School` };
  await aRegisteredSchool(given.db, { ...stranger, town: "Northby" });
  await given.signedIn(context, { role: "hub_lead", hubId: hub.id });
  await page.goto("/hub/referrals/new");
  await expect(box(page)).toBeVisible();
  await box(page).pressSequentially(`${word} northby`);
  await expect(page.getByRole("option")).toHaveCount(2);
  await page.getByRole("option", { name: /Junior/ }).click();
  await page.getByRole("button", { name: "Find the school" }).click();
  await expect(page.getByText(`${other.name}, Northby, URN ${other.urn}`)).toBeVisible();
});

test("a school that closed leads to the one that carries it on", async ({ page, given }) => {
  const { north } = await threeSchools(given);
  const old = (north.urn ?? 0) + 50;
  await anEstablishment(given.db, {
    urn: old,
    name: "Old Quillmoor School",
    open: false,
    organisationId: north.id,
  });
  await page.goto(`/schools/${old}`);
  await page.waitForURL(`/schools/${north.urn}`);
  await expect(page.getByRole("heading", { level: 1, name: north.name })).toBeVisible();
});

test("a URN that the register never gave is not there", async ({ page }) => {
  for (const urn of ["999999", "1", "abc"]) expect((await page.goto(`/schools/${urn}`))?.status()).toBe(404);
});

test.describe("the answers as data", () => {
  test("hold register facts only, eight unless more are asked for, and are not kept", async ({
    request,
    given,
  }) => {
    const { word, south } = await threeSchools(given);
    const answer = await request.get(`/api/schools?q=${word}+southby`);
    expect(answer.headers()["cache-control"]).toContain("no-store");
    const { schools } = await answer.json();
    expect(schools[0]).toMatchObject({
      urn: south.urn,
      town: "Southby",
      organisationId: south.id,
      open: true,
    });
    expect(Object.keys(schools[0]).sort()).toEqual([
      "formerly",
      "hub",
      "name",
      "open",
      "organisationId",
      "phase",
      "postcode",
      "town",
      "urn",
    ]);
    expect((await (await request.get("/api/schools?q=primary+school")).json()).schools).toHaveLength(8);
    expect((await (await request.get("/api/schools?q=primary+school&limit=25")).json()).schools).toHaveLength(
      25,
    );
  });

  for (const query of [`q=${"a".repeat(121)}`, "q=abc&limit=26", "q=abc&limit=0", "q=abc&for=everything"])
    test(`a question that is none is refused: ${query.slice(0, 24)}`, async ({ request }) => {
      expect((await request.get(`/api/schools?${query}`)).status()).toBe(400);
    });

  test("nobody is told of schools to refer who may refer none", async ({ request }) => {
    const answer = await request.get("/api/schools?q=primary&for=referral");
    expect(await answer.json()).toEqual({ schools: [] });
  });
});
