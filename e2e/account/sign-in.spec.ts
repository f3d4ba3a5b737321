import type { Browser, Page } from "@playwright/test";
import { aColleague, acceptInvitation, anInvitedColleague, newEmail } from "../fixtures/colleague";
import { linkIn, receivedMail, receivedMails } from "../fixtures/mail";
import { expect, test } from "../fixtures/test";

const phone = { width: 390, height: 844 };

/** Asks for the mail with link and code, and waits for it. */
const mailsTo = (email: string) => receivedMails().filter(({ to }) => to.includes(email)).length;

async function askForMail(page: Page, email: string) {
  const before = mailsTo(email);
  await page.goto("/sign-in");
  await page.getByLabel("Email address").fill(email);
  await page.getByRole("button", { name: "Send the email" }).click();
  await page.waitForURL("/sign-in/sent**");
  await expect.poll(() => mailsTo(email), { timeout: 15_000 }).toBeGreaterThan(before);
  const mail = await receivedMail(email, /^Sign(ing)? in/);
  const [, code = ""] = /: (\d{6})\n/.exec(mail.text) ?? [];
  return { mail, code };
}

async function typeCode(page: Page, code: string): Promise<void> {
  await page.getByLabel("Code from the email").fill(code);
  await page.getByRole("button", { name: "Sign in" }).click();
}

const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

/** A browser of somebody's own, as wide as a phone. */
function newPhone(
  browser: Browser,
  baseURL: string | undefined,
  options: { javaScriptEnabled?: boolean } = {},
) {
  return browser.newContext({ baseURL: baseURL ?? "", viewport: phone, ...options });
}

async function fitsTheScreen(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
}

test("a mailed link signs in once, with one press", async ({ page, browser, baseURL, given }) => {
  const { name, email } = await aColleague(given);
  const { mail } = await askForMail(page, email);
  expect(mail.subject).toMatch(/your link works until \d/);
  await page.goto(linkIn(mail));
  await expect(page.getByText(`You are signing in as ${name}`)).toBeVisible();
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/school/);
  const other = await browser.newContext({ baseURL: baseURL ?? "" });
  const second = await other.newPage();
  await second.goto(linkIn(mail));
  await expect(second.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
  await other.close();
});

test("a code signs in where it was asked for, and leads to where one was going", async ({ page, given }) => {
  const { email } = await aColleague(given);
  await page.goto("/account");
  await expect(page).toHaveURL("/sign-in?to=/account");
  await page.getByLabel("Email address").fill(email);
  await page.getByRole("button", { name: "Send the email" }).click();
  await page.waitForURL("/sign-in/sent**");
  const [, code = ""] = /: (\d{6})\n/.exec((await receivedMail(email, /^Sign in/)).text) ?? [];
  await typeCode(page, code);
  await expect(page).toHaveURL("/account");
  const [cookie, ...others] = await page.context().cookies();
  expect(cookie).toMatchObject({ name: "mathshubs.session", httpOnly: true, sameSite: "Lax", path: "/" });
  expect(others).toEqual([]);
});

test("the fifth wrong code spends the code, and the link still works", async ({ page, given }) => {
  const { email } = await aColleague(given);
  const { mail, code } = await askForMail(page, email);
  const summary = page.locator(".govuk-error-summary");
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const answered = page.waitForResponse((answer) => answer.request().method() === "POST");
    await typeCode(page, wrong(code));
    await answered;
    await expect(summary).toContainText("That code does not match");
  }
  await expect(page).toHaveTitle(/^Error: /);
  await typeCode(page, code);
  await expect(summary).toContainText("That code can no longer be used");
  await page.goto(linkIn(mail));
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/school/);
});

test("an address that nobody has gets the same screen, and a mail that says how to get in", async ({
  page,
  given,
}) => {
  const { email } = await aColleague(given);
  await askForMail(page, email);
  const known = await page.getByRole("main").textContent();
  const stranger = newEmail();
  const { mail } = await askForMail(page, stranger);
  expect(await page.getByRole("main").textContent()).toBe(known);
  expect(mail.subject).toContain("we do not know this address yet");
  expect(linkIn(mail)).toBe("/get-access");
});

test("an address without an @ is asked for again, and kept", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByLabel("Email address").fill("ada at school");
  await page.getByRole("button", { name: "Send the email" }).click();
  await expect(page.locator(".govuk-error-summary")).toBeVisible();
  await expect(page.getByLabel("Email address")).toHaveValue("ada at school");
  await expect(page).toHaveTitle(/^Error: /);
});

test("an invitation is accepted once, by whoever it was sent to", async ({
  page,
  browser,
  baseURL,
  given,
}) => {
  const colleague = await anInvitedColleague(given);
  await page.goto(colleague.invitation);
  await expect(page.getByText(`${colleague.name}, `)).toBeVisible();
  await acceptInvitation(page, colleague);
  await expect(page).toHaveURL(/\/school/);
  const other = await browser.newContext({ baseURL: baseURL ?? "" });
  const second = await other.newPage();
  await second.goto(colleague.invitation);
  await expect(second.getByRole("heading", { name: "This invitation no longer works" })).toBeVisible();
  await other.close();
});

test("a browser that is signed out from another is out at its next page", async ({
  page,
  browser,
  baseURL,
  given,
}) => {
  const colleague = await aColleague(given);
  const lost = await browser.newPage({ baseURL: baseURL ?? "" });
  for (const one of [lost, page]) {
    const { mail } = await askForMail(one, colleague.email);
    await one.goto(linkIn(mail));
    await one.getByRole("button", { name: "Sign in" }).click();
    await one.waitForURL(/\/school/);
  }
  await page.goto("/account");
  await page.getByRole("button", { name: "Sign out everywhere else" }).click();
  await expect(page.getByRole("button", { name: "Sign out everywhere else" })).toHaveCount(0);
  await lost.goto("/account");
  await expect(lost).toHaveURL("/sign-in?to=/account");
  await lost.close();
});

test("signing in needs neither JavaScript nor a wide screen", async ({ browser, baseURL, given }) => {
  const colleague = await aColleague(given);
  const context = await newPhone(browser, baseURL, { javaScriptEnabled: false });
  const page = await context.newPage();
  const { code } = await askForMail(page, colleague.email);
  await typeCode(page, wrong(code));
  await expect(page.locator(".govuk-error-summary")).toContainText("That code does not match");
  await typeCode(page, code);
  await expect(page).toHaveURL(/\/school/);
  await page.goto("/account");
  await expect(page.getByText(`You are signed in as ${colleague.name}`)).toBeVisible();
  await page.getByRole("link", { name: "Sign out here" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.goto("/account");
  await expect(page).toHaveURL("/sign-in?to=/account");
  await context.close();
});

test("the way in by invitation is no wider than a phone", async ({ browser, baseURL, given }) => {
  const colleague = await anInvitedColleague(given);
  const context = await newPhone(browser, baseURL);
  const page = await context.newPage();
  await page.goto(colleague.invitation);
  expect(await fitsTheScreen(page)).toBe(true);
  await acceptInvitation(page, colleague);
  await page.goto("/account");
  expect(await fitsTheScreen(page)).toBe(true);
  await context.close();
});
