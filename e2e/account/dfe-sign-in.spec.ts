import { faultsOf } from "../fixtures/axe";
import { aColleague, newEmail, newSchool } from "../fixtures/colleague";
import { signInAtProvider, tamperOnTheWay } from "../fixtures/identity-provider";
import { expect, test } from "../fixtures/test";

test("somebody we know signs in and sees the browser in the account", async ({ page, given }) => {
  const { name, email } = await aColleague(given);
  await signInAtProvider(page, { email, firstName: "A.", lastName: "Okonjo" });
  await expect(page).toHaveURL(/\/school/);
  await page.goto("/account");
  await expect(page.getByText(`You are signed in as ${name}`)).toBeVisible();
  await expect(page.getByRole("heading", { name: /\(this browser\)/ })).toBeVisible();
  await page.getByRole("link", { name: "Sign out here" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL("/");
  await page.goto("/account");
  await expect(page).toHaveURL(/\/sign-in\?to=/);
});

test("somebody new comes in for the school that DfE Sign-in names", async ({ page, given }) => {
  const school = await newSchool(given);
  await signInAtProvider(page, {
    email: newEmail(),
    firstName: "Bilal",
    lastName: "Yusuf",
    urn: String(school.urn),
  });
  await expect(page).toHaveURL(/\/school/);
  await page.goto("/account");
  await expect(page.getByText("You are signed in as Bilal Yusuf")).toBeVisible();
  await expect(page.getByText(`${school.name}: maths lead`)).toBeVisible();
});

for (const [chosen, urn] of [
  ["no organisation", ""],
  ["an organisation that is no school of ours", "999999"],
] as const) {
  test(`somebody new with ${chosen} is told what to do`, async ({ page }) => {
    await signInAtProvider(page, { email: newEmail(), firstName: "Cara", lastName: "Bell", urn });
    await expect(page.getByText("did not name a school or college in England that we know")).toBeVisible();
    await expect(page.getByRole("link", { name: "Ask your Maths Hub to let you in" })).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
  });
}

test("whoever turns back there comes back to a page that says so", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Continue with DfE Sign-in" }).click();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByText("Signing in there was not finished")).toBeVisible();
});

for (const parameter of ["state", "nonce", "code_challenge"]) {
  test(`an answer with another ${parameter} than we sent lets nobody in`, async ({ page, given }) => {
    const school = await newSchool(given);
    await tamperOnTheWay(page, parameter);
    await signInAtProvider(page, {
      email: newEmail(),
      firstName: "Dai",
      lastName: "Evans",
      urn: String(school.urn),
    });
    await expect(page.getByText("Signing in there was not finished")).toBeVisible();
    await page.goto("/account");
    await expect(page).toHaveURL(/\/sign-in\?to=/);
  });
}

test("the way back of one browser lets no other in", async ({ page, browser, baseURL, given }) => {
  const school = await newSchool(given);
  let back = "";
  const issuer = process.env.OIDC_ISSUER ?? "";
  await page.route(`${issuer}/interaction/**`, async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    const answer = await route.fetch({ maxRedirects: 0 });
    const resumed = await page.request.get(answer.headers().location ?? "", { maxRedirects: 0 });
    back = resumed.headers().location ?? "";
    await route.fulfill({ status: 200, body: "taken away" });
  });
  await signInAtProvider(page, {
    email: newEmail(),
    firstName: "Eve",
    lastName: "Low",
    urn: String(school.urn),
  });
  await expect(page.getByText("taken away")).toBeVisible();
  expect(back).toContain("/api/auth/callback/dfe?code=");
  const victim = await browser.newPage({ baseURL: baseURL ?? "" });
  await victim.goto(back);
  await expect(victim.getByText("Signing in there was not finished")).toBeVisible();
  await victim.close();
});

test("without JavaScript, and on a phone", async ({ browser, baseURL, given }) => {
  const phone = await browser.newContext({
    baseURL: baseURL ?? "",
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  });
  const page = await phone.newPage();
  const { email } = await aColleague(given);
  await signInAtProvider(page, { email, firstName: "Ada", lastName: "Okonjo" });
  await expect(page).toHaveURL(/\/school/);
  await phone.close();
});
