import type { Locator } from "@playwright/test";
import { currentAcademicYear, sayAcademicYear } from "@/lib/kernel/academic-year";
import { systemClock } from "@/lib/kernel/clock";
import { answerEverything, programmePage } from "../fixtures/answer-everything";
import { pointer } from "../fixtures/hand";
import { linkIn, receivedMail } from "../fixtures/mail";
import { expect } from "../fixtures/test";
import type { Browsers, Loop } from "./people";

const nextYear = sayAcademicYear(currentAcademicYear(systemClock.now()) + 1);

/** She applies for Development, her head agrees from the mail, and her hub approves it. */
export async function enrol({ school: page, head, hub }: Browsers, loop: Loop): Promise<void> {
  await page.goto(programmePage);
  await page.getByRole("button", { name: `Apply for ${loop.school.name}` }).click();
  await page.getByRole("button", { name: "Start now" }).click();
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await answerEverything(page, pointer(), {
    school: loop.school.name,
    organisationId: loop.school.id,
    headName: loop.head.name,
    headEmail: loop.head.email,
  });
  await page.getByRole("button", { name: "Send application" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Application sent" })).toBeVisible();
  await page.goto(`/school/${loop.school.id}`);
  await expect(page.getByRole("region", { name: "One thing for you" })).toContainText(
    `${loop.head.name} has not agreed yet`,
  );

  await agree(head, loop);
  await hub.goto("/hub/queue");
  await hub.getByRole("link", { name: loop.school.name }).click();
  await hub.getByRole("button", { name: "Approve and put forward to matching" }).click();
  await expect(hub.getByRole("region", { name: "Decision" })).toContainText("Approved");
  await page.reload();
  await expect(page.getByRole("region", { name: "One thing for you" })).toHaveCount(0);
  await expect(page.getByText("Approved, group to come")).toBeVisible();
}

async function agree(page: Browsers["head"], { head }: Loop): Promise<void> {
  await page.goto(linkIn(await receivedMail(head.email, /please answer by/)));
  const promises = page.getByRole("group", { name: "I agree that our school will" }).getByRole("checkbox");
  for (const promise of await promises.all()) await promise.check();
  await page.getByLabel("Your full name").fill(head.name);
  await page.getByRole("button", { name: "Agree", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "You have agreed" })).toBeVisible();
}

/** Her hub plans a group near her school on a day that she can, with a lead and dates, and opens it for matching. */
export async function planGroup({ hub: page }: Browsers, { lead }: Loop, name: string): Promise<void> {
  await page.goto("/hub/work-groups");
  await page.getByRole("button", { name: "Plan a group" }).click();
  await choose(page.getByLabel("What does the group work on?"), new RegExp(`^Development, ${nextYear}`));
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByLabel("Name of the group").fill(name);
  await page.getByLabel("Venue", { exact: true }).fill("Loopham Teaching Centre");
  await page.getByLabel("Postcode of the venue").fill("LS6 3PN");
  await page.getByLabel("Weekday").selectOption({ label: "Tuesday" });
  await page.getByLabel("Smallest number of schools").fill("1");
  await choose(page.getByLabel("Lead"), new RegExp(lead.name));
  await page.getByRole("button", { name: "Save and go on to the dates" }).click();
  await page.getByLabel("Sessions", { exact: true }).fill("6");
  await page.getByLabel("Weeks between").fill("4");
  await page.getByRole("button", { name: "Propose dates" }).click();
  await page.getByRole("button", { name: "Save these dates" }).click();
  await page.getByRole("button", { name: "Open for matching" }).click();
  await expect(page.getByText("The group was opened for matching")).toBeVisible();
}

/** Chooses the first answer of a list whose words fit. */
async function choose(list: Locator, words: RegExp): Promise<void> {
  const value = await list.getByRole("option", { name: words }).first().getAttribute("value");
  await list.selectOption(value);
}

/** Matching runs, the hub looks through it and publishes it, the offer comes by mail, and she accepts. */
export async function takePlace({ school: page, hub }: Browsers, loop: Loop, group: string): Promise<void> {
  await hub.goto("/hub/matching");
  await hub.getByRole("button", { name: "Match 1 application" }).click();
  await hub.getByRole("button", { name: "I have looked through 1 result" }).click({ timeout: 30_000 });
  await hub.getByRole("button", { name: "Publish 1 result" }).click();
  await expect(hub.getByText(/1 place offered, to be answered by/)).toBeVisible();

  const mail = await receivedMail(loop.mathsLead.email, new RegExp(group));
  await page.goto(`/school/${loop.school.id}`);
  await expect(page.getByRole("region", { name: "One thing for you" })).toContainText(group);
  await page.goto(linkIn(mail));
  await expect(page.getByRole("heading", { level: 1, name: `You have a place in ${group}` })).toBeVisible();
  await expect(page.getByRole("region", { name: "Why this group" })).toContainText("on Tuesdays");
  await page.getByRole("button", { name: "Accept the place" }).click();
  await page.getByRole("link", { name: "See your group, its lead and its dates" }).click();
  await expect(page.getByRole("heading", { level: 1, name: group })).toBeVisible();
  await expect(page.getByRole("main")).toContainText(loop.lead.name);
}
