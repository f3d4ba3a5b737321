import type { Page } from "@playwright/test";
import { linkIn, receivedMail } from "../fixtures/mail";
import { signInByMail } from "../fixtures/sign-in";
import { expect } from "../fixtures/test";
import type { Browsers, Loop } from "./people";

/** The demonstration's clock, moved where everybody moves it. */
export async function moveClock(page: Page, step: "One year ahead" | "Back to now"): Promise<void> {
  await page.goto("/personas");
  await page.getByRole("button", { name: step }).click();
  const back = page.getByRole("button", { name: "Back to now" });
  await expect(back).toHaveCount(step === "Back to now" ? 0 : 1);
}

/** The lead finds the school in the register of a session that was held, marks who came, and recommends Embedding. */
export async function leadTheGroup({ lead: page }: Browsers, loop: Loop, group: string): Promise<void> {
  await signInByMail(page, loop.lead);
  await page.goto("/lead");
  await page
    .getByRole("region", { name: /register/ })
    .getByRole("link")
    .last()
    .click();
  await expect(page.getByRole("heading", { level: 1, name: "Register" })).toBeVisible();
  const teacher = page.getByRole("group", { name: /Leah Grant/ });
  await expect(teacher).toContainText(loop.school.name);
  await teacher.getByText("Attended", { exact: true }).click();
  await page.getByRole("button", { name: "Save the register" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();

  await page.goto("/lead");
  await page.getByRole("link", { name: group }).first().click();
  await page.getByRole("link", { name: "Reviews of the schools" }).click();
  await page.getByRole("link", { name: loop.school.name }).click();
  for (const area of areas)
    await page
      .getByRole("group", { name: area })
      .getByRole("radio", { name: "Growing" })
      .check({ force: true });
  await page.getByLabel("What you have seen: lesson design").fill("Pupils explain with a bar model");
  await page.getByRole("radio", { name: "Embedding" }).check();
  await page.getByRole("button", { name: "Share with the school" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Shared with" })).toBeVisible();
}

const areas = [
  "Systems and culture",
  "Leadership of maths",
  "Subject knowledge",
  "Lesson design",
  "Professional development",
];

/** The school sees its year on its journey, says that it continues, and the hub decides the stage. */
export async function decideStage({ school: page, hub }: Browsers, loop: Loop): Promise<void> {
  await expect(async () => {
    await page.goto(`/school/${loop.school.id}`);
    await expect(page.getByRole("region", { name: "Teaching for Mastery" })).toContainText("Development", {
      timeout: 500,
    });
  }).toPass({ timeout: 30_000 });
  await page.getByRole("link", { name: "Read the review and answer" }).click();
  await page.getByRole("radio", { name: "Yes, we continue" }).check();
  await page.getByRole("button", { name: "Send the answer" }).click();
  await expect(page.getByText("You said that your school continues")).toBeVisible();

  await hub.goto("/hub/progression");
  await hub.getByRole("link", { name: loop.school.name }).click();
  await expect(hub.getByRole("radio", { name: "Embedding" })).toBeChecked();
  await hub.getByRole("button", { name: "Decide and tell the school" }).click();
  await expect(hub.getByText("The school has the next application")).toBeVisible();
}

/** Next year's application is filled in from this year's: three pages, and it is sent. */
export async function sendNextApplication({ school: page, head }: Browsers, loop: Loop): Promise<void> {
  const title = (words: string) => expect(page.getByRole("heading", { level: 1, name: words })).toBeVisible();
  await page.goto(`/school/${loop.school.id}`);
  await page.getByRole("link", { name: "Check your application and send it" }).click();
  await title("What your school agrees to");
  await page.getByRole("checkbox", { name: /I have read this/ }).check();
  await page.getByRole("button", { name: "Save and continue" }).click();
  await title("Who is your headteacher?");
  await expect(page.getByLabel("Full name")).toHaveValue(loop.head.name);
  await expect(page.getByLabel("E-mail address")).toHaveValue(loop.head.email);
  await page.getByRole("button", { name: "Save and continue" }).click();
  await title("Check your answers");
  await expect(page.getByText("Leah Grant, Year 4 teacher")).toBeVisible();
  await expect(page.getByText("Tuesday or Thursday")).toBeVisible();
  await page.getByRole("button", { name: "Send application" }).click();
  await title("Application sent");
  await head.goto(linkIn(await receivedMail(loop.head.email, /Embedding.*please answer by/)));
  await expect(head.getByRole("heading", { level: 1 })).toHaveText(
    "Do you agree to your school taking part?",
  );
}
