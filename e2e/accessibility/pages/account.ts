import type { Page } from "@playwright/test";
import { linkIn, receivedMail } from "../../fixtures/mail";
import type { Scene } from "../scene";
import { errorAfter, type Sight } from "../sight";

export const accountPages: readonly Sight[] = [
  { page: "(account)/account", by: "school", at: "/account" },
  { page: "(account)/agree/[secret]", by: "visitor", at: ({ applications }) => applications.agreement },
  {
    page: "(account)/agree/[secret]",
    by: "visitor",
    state: "error",
    at: ({ applications }) => applications.agreement,
    after: errorAfter("Agree"),
  },
  {
    page: "(account)/agree/[secret]",
    by: "visitor",
    state: "answered",
    at: ({ applications }) => applications.agreementGiven,
  },
  { page: "(account)/agree/[secret]", by: "visitor", state: "over", at: "/agree/nothing" },
  { page: "(account)/consent/[secret]", by: "visitor", at: ({ support }) => support.consent },
  {
    page: "(account)/consent/[secret]",
    by: "visitor",
    state: "error",
    at: ({ support }) => support.consent,
    after: errorAfter("Send my answer"),
  },
  {
    page: "(account)/consent/[secret]",
    by: "visitor",
    state: "answered",
    at: ({ support }) => support.consentGiven,
  },
  { page: "(account)/get-access", by: "visitor", at: "/get-access" },
  { page: "(account)/get-access", by: "visitor", state: "found", at: "/get-access?q=Primary" },
  { page: "(account)/get-access", by: "visitor", state: "empty", at: "/get-access?q=zzzzzz" },
  { page: "(account)/get-access", by: "visitor", state: "asking", at: { by: askForAccess } },
  {
    page: "(account)/get-access",
    by: "visitor",
    state: "error",
    at: { by: askForAccess },
    after: errorAfter(/^Ask/),
  },
  { page: "(account)/get-access/asked", by: "visitor", at: "/get-access/asked" },
  { page: "(account)/invitation/[secret]", by: "visitor", at: ({ invitation }) => invitation },
  { page: "(account)/invitation/[secret]", by: "visitor", state: "over", at: "/invitation/nothing" },
  { page: "(account)/outbox", by: "visitor", at: "/outbox" },
  { page: "(account)/personas", by: "visitor", at: "/personas" },
  { page: "(account)/sign-in", by: "visitor", at: "/sign-in" },
  {
    page: "(account)/sign-in",
    by: "visitor",
    state: "error",
    at: "/sign-in",
    after: errorAfter(/email/),
  },
  { page: "(account)/sign-in/dfe", by: "visitor", at: "/sign-in/dfe" },
  { page: "(account)/sign-in/sent", by: "visitor", at: { by: askForLink } },
  {
    page: "(account)/sign-in/sent",
    by: "visitor",
    state: "error",
    at: { by: askForLink },
    after: errorAfter("Sign in"),
  },
  { page: "(account)/sign-in/link/[secret]", by: "visitor", at: { by: followLink } },
  { page: "(account)/sign-in/link/[secret]", by: "visitor", state: "over", at: "/sign-in/link/nothing" },
  { page: "(account)/sign-out", by: "school", at: "/sign-out" },
];

async function askForAccess(page: Page): Promise<void> {
  await page.goto("/get-access?q=Primary");
  await page.getByRole("main").getByRole("listitem").getByRole("link").first().click();
  await page.getByRole("button", { name: /^Ask/ }).waitFor();
}

async function askForLink(page: Page, { email }: Scene): Promise<void> {
  await page.goto("/sign-in");
  await page.getByRole("textbox").fill(email);
  await page.getByRole("main").getByRole("button", { name: /email/ }).click();
  await page.waitForURL(/\/sign-in\/sent/);
}

async function followLink(page: Page, scene: Scene): Promise<void> {
  await askForLink(page, scene);
  await page.goto(linkIn(await receivedMail(scene.email, /^Sign in/)));
}
