import type { BrowserContextOptions, Page } from "@playwright/test";
import {
  type Applicant,
  answerEverything,
  aSchoolToApplyFor,
  programmePage,
} from "../fixtures/answer-everything";
import { type Hand, keyboard, pointer } from "../fixtures/hand";
import { linkIn, receivedMail } from "../fixtures/mail";
import { expect, test } from "../fixtures/test";

interface Way {
  readonly name: string;
  readonly use: BrowserContextOptions;
  readonly handOf: (page: Page) => Hand;
}

const wide = { viewport: { width: 1280, height: 900 } };
const ways: readonly Way[] = [
  { name: "on a wide screen", use: wide, handOf: pointer },
  { name: "on a phone", use: { viewport: { width: 390, height: 800 } }, handOf: pointer },
  { name: "without JavaScript", use: { ...wide, javaScriptEnabled: false }, handOf: pointer },
  { name: "by keyboard alone", use: wide, handOf: keyboard },
];

for (const { name, use, handOf } of ways) {
  test.describe(name, () => {
    test.use(use);

    test("a school applies, its headteacher agrees from the mail, it changes an answer and withdraws", async ({
      page,
      context,
      browser,
      baseURL,
      given,
    }) => {
      test.slow();
      const applicant = await aSchoolToApplyFor(given, context);
      const hand = handOf(page);
      await apply(page, hand, applicant);
      const reference = await seeThatItIsSent(page, hand, applicant);
      const ofHead = await browser.newContext({ ...use, baseURL: baseURL ?? "" });
      await agree(await ofHead.newPage(), handOf, applicant);
      await ofHead.close();
      await page.reload();
      await expect(page.getByRole("region", { name: "Where it is" })).toContainText("You hear by");
      await changeDays(page, hand);
      await withdraw(page, hand);
      await expect(page.getByRole("main")).toContainText(reference);
    });
  });
}

async function apply(page: Page, hand: Hand, applicant: Applicant): Promise<void> {
  await page.goto(programmePage);
  await hand.press(page.getByRole("button", { name: `Apply for ${applicant.school}` }));
  await hand.press(page.getByRole("button", { name: "Start now" }));
  await expect(page.getByRole("main")).toContainText("Nothing has been sent yet");
  await hand.press(page.getByRole("button", { name: "Start", exact: true }));
  await answerEverything(page, hand, applicant);
  await hand.press(page.getByRole("button", { name: "Send application" }));
}

/** @returns the reference that the confirmation shows */
async function seeThatItIsSent(page: Page, hand: Hand, { headEmail }: Applicant): Promise<string> {
  await expect(page.getByRole("heading", { level: 1, name: "Application sent" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText(headEmail);
  const reference = await referenceOn(page);
  await hand.press(page.getByRole("link", { name: "View or print it" }));
  await expect(page.getByText(`Reference ${reference}`)).toBeVisible();
  await expect(page.getByText("Headteacher to agree")).toBeVisible();
  return reference;
}

async function referenceOn(page: Page): Promise<string> {
  return String(await page.getByText("Your reference").locator("strong").textContent());
}

async function agree(page: Page, handOf: Way["handOf"], { headEmail, headName }: Applicant): Promise<void> {
  const hand = handOf(page);
  await page.goto(linkIn(await receivedMail(headEmail, /please answer by/)));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Do you agree to your school taking part?",
  );
  const promises = page.getByRole("group", { name: "I agree that our school will" }).getByRole("checkbox");
  for (const promise of await promises.all()) await hand.choose(promise);
  await hand.write(page.getByLabel("Your full name"), headName);
  await hand.press(page.getByRole("button", { name: "Agree", exact: true }));
  await expect(page.getByRole("heading", { level: 1, name: "You have agreed" })).toBeVisible();
}

async function changeDays(page: Page, hand: Hand): Promise<void> {
  await hand.press(page.getByRole("link", { name: "Change possible days" }));
  await hand.choose(page.getByRole("checkbox", { name: "Friday" }));
  await hand.press(page.getByRole("button", { name: "Save", exact: true }));
  await expect(page.getByText("Tuesday, Thursday or Friday")).toBeVisible();
}

async function withdraw(page: Page, hand: Hand): Promise<void> {
  await hand.press(page.getByRole("link", { name: "Withdraw" }));
  await hand.write(page.getByLabel("Why are you withdrawing?"), "Two teachers leave at Easter");
  await hand.press(page.getByRole("button", { name: "Withdraw the application" }));
  await expect(page.getByRole("region", { name: "Where it is" })).toContainText("Your school withdrew");
}

test.describe("in the middle of an application", () => {
  test("refresh, the back button and another day lose nothing", async ({ page, context, given }) => {
    const applicant = await aSchoolToApplyFor(given, context);
    const hand = pointer();
    await startDraft(page, applicant);
    await page.getByRole("button", { name: "Start", exact: true }).click();
    await page.getByRole("checkbox", { name: "Monday" }).check();
    await page.getByRole("checkbox", { name: "Friday" }).check();
    await hand.press(page.getByRole("button", { name: "Save and continue" }));
    await expect(
      page.getByRole("heading", { level: 1, name: "Does one of them suit you best?" }),
    ).toBeVisible();
    await page.reload();
    await expect(page.getByRole("checkbox")).toHaveCount(2);
    await page.goBack();
    await expect(page.getByRole("checkbox", { name: "Monday" })).toBeChecked();
    await expect(page.getByRole("checkbox", { name: "Tuesday" })).not.toBeChecked();
    await page.goForward();
    await page.getByRole("button", { name: "Save and come back later" }).click();
    await expect(page).toHaveURL(new RegExp(`/school/${applicant.organisationId}$`));
    await page.goto(programmePage);
    await page.getByRole("button", { name: "Go on with your application" }).click();
    await expect(page.getByRole("main")).toContainText("Nothing has been sent yet");
  });

  test("two browsers that send the same application make one", async ({ page, context, browser, given }) => {
    const applicant = await aSchoolToApplyFor(given, context);
    await startDraft(page, applicant);
    await page.getByRole("button", { name: "Start", exact: true }).click();
    await answerEverything(page, pointer(), applicant);
    const other = await browser.newContext({ storageState: await context.storageState() });
    const second = await other.newPage();
    await second.goto(page.url());
    await Promise.all(
      [page, second].map((one) => one.getByRole("button", { name: "Send application" }).click()),
    );
    for (const one of [page, second])
      await expect(one.getByRole("heading", { level: 1, name: "Application sent" })).toBeVisible();
    const references = await Promise.all([page, second].map(referenceOn));
    expect(new Set(references).size).toBe(1);
    await receivedMail(applicant.headEmail, /please answer by/);
    await other.close();
  });

  test("two browsers that start at once go on with one draft", async ({ page, context, given }) => {
    const applicant = await aSchoolToApplyFor(given, context);
    const second = await context.newPage();
    for (const one of [page, second]) {
      await one.goto(programmePage);
      await one.getByRole("button", { name: `Apply for ${applicant.school}` }).click();
    }
    await Promise.all([page, second].map((one) => one.getByRole("button", { name: "Start now" }).click()));
    for (const one of [page, second]) await one.waitForURL(/\/school\/applications\//);
    expect(page.url()).toBe(second.url());
  });
});

async function startDraft(page: Page, applicant: Applicant): Promise<void> {
  await page.goto(programmePage);
  await page.getByRole("button", { name: `Apply for ${applicant.school}` }).click();
  await page.getByRole("button", { name: "Start now" }).click();
  await expect(page.getByRole("main")).toContainText("Nothing has been sent yet");
}
