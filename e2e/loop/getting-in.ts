import type { Page } from "@playwright/test";
import { receivedMail } from "../fixtures/mail";
import { signInByMail } from "../fixtures/sign-in";
import { expect } from "../fixtures/test";
import type { Browsers, Loop } from "./people";

/** She finds her school in the one box, asks for access, and her hub lets her in. */
export async function getIn({ school: page, hub }: Browsers, loop: Loop): Promise<void> {
  await findSchool(page, loop);
  await page.getByRole("main").getByRole("button", { name: "Get access for this school" }).click();
  await page.getByLabel("Your full name").fill(loop.mathsLead.name);
  await page.getByLabel("Your email address at work").fill(loop.mathsLead.email);
  await page.getByRole("radio", { name: "I lead maths, or apply for the school" }).check();
  await page.getByRole("button", { name: "Ask the hub" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Your hub has your request" })).toBeVisible();

  await signInByMail(hub, loop.assistant);
  await hub.goto("/hub/access");
  await hub.getByRole("radio", { name: "Yes, let them in" }).check();
  await hub.getByRole("button", { name: "Send the answer" }).click();
  await receivedMail(loop.mathsLead.email, /You can sign in/);
  await signInByMail(page, loop.mathsLead);
  await expect(page.getByRole("heading", { level: 1, name: loop.school.name })).toBeVisible();
  await expect(page.getByText("Your school has not applied for anything yet")).toBeVisible();
}

async function findSchool(page: Page, { school, hub }: Loop): Promise<void> {
  await page.goto("/");
  const box = page.getByRole("main").getByRole("combobox");
  await box.pressSequentially(`${school.name.split(" ")[0]} loopham`);
  await page.getByRole("option", { name: new RegExp(`URN ${school.urn}`) }).click();
  await page.getByRole("button", { name: "Find our hub" }).click();
  await page.waitForURL(`/schools/${school.urn}`);
  await expect(page.getByRole("region", { name: "Its Maths Hub" })).toContainText(hub);
}

/** Why Mastering Number at Key Stage 2 is not open to her yet, and what would open it. */
export async function seeWhyNotYet(page: Page, { school }: Loop): Promise<void> {
  await page.goto("/programmes/mastering-number-ks2");
  const verdict = page.getByRole("region", { name: /^You could start in/ });
  await expect(verdict).toContainText(`Not yet for ${school.name}`);
  await expect(verdict.getByRole("listitem").filter({ hasText: "Not yet:" }).first()).toBeVisible();
  await expect(verdict.getByRole("list", { name: "Your route to this programme" })).toContainText("Now");
}
