import type { BrowserContext, Page } from "@playwright/test";
import { aHub, aSchool } from "@/db/testing/factories";
import type { Given } from "../fixtures/given";
import type { Hand } from "../fixtures/hand";
import { expect } from "../fixtures/test";

/** Open to any state primary school that has not begun Teaching for Mastery. */
export const programmePage = "/programmes/primary-tfm-development";

export interface Applicant {
  readonly school: string;
  readonly organisationId: string;
  readonly headName: string;
  readonly headEmail: string;
}

/** A school without history, whose maths lead is signed in in this browser. */
export async function aSchoolToApplyFor(given: Given, context: BrowserContext): Promise<Applicant> {
  const hub = await aHub(given.db);
  const school = await aSchool(given.db, { hubId: hub.id });
  await given.signedIn(context, { role: "school_maths_lead", organisationId: school.id });
  return {
    school: school.name,
    organisationId: school.id,
    headName: "Tom Ashworth",
    headEmail: `head-${school.urn}@schools.example`,
  };
}

/** From the first question of a draft to the page on which answers are checked: possible days are Tuesday and Thursday. */
export async function answerEverything(page: Page, hand: Hand, applicant: Applicant): Promise<void> {
  const goOn = () => hand.press(page.getByRole("button", { name: "Save and continue" }));
  await hand.choose(page.getByRole("checkbox", { name: "Tuesday" }));
  await hand.choose(page.getByRole("checkbox", { name: "Thursday" }));
  await goOn();
  await question(page, "Does one of them suit you best?");
  await hand.choose(page.getByRole("checkbox", { name: "Tuesday" }));
  await goOn();
  await question(page, "How far could you travel?");
  await hand.write(page.getByLabel("Farthest distance from school"), "25");
  await hand.choose(page.getByRole("radio", { name: /Yes, if it is in our reach/ }));
  await goOn();
  await nameSomebody(page, hand);
  await question(page, "What your school agrees to");
  await hand.choose(page.getByRole("checkbox", { name: /I have read this/ }));
  await goOn();
  await question(page, "Who is your headteacher?");
  await hand.write(page.getByLabel("Full name"), applicant.headName);
  await hand.write(page.getByLabel("E-mail address"), applicant.headEmail);
  await goOn();
  await question(page, "Check your answers");
  await expect(page.getByText("Leah Grant, Year 4 teacher")).toBeVisible();
}

/** One person now, the other later. */
async function nameSomebody(page: Page, hand: Hand): Promise<void> {
  await question(page, "Who will take part?");
  await hand.choose(page.getByRole("radio", { name: "Yes, add somebody now" }));
  await hand.press(page.getByRole("button", { name: "Save and continue" }));
  await question(page, "Add somebody who will take part");
  await hand.write(page.getByLabel("Full name"), "Leah Grant");
  await hand.write(page.getByLabel("What they do at your school"), "Year 4 teacher");
  await hand.press(page.getByRole("button", { name: "Add this person" }));
  await question(page, "Who will take part?");
  await hand.choose(page.getByRole("radio", { name: /We will name people later/ }));
  await hand.press(page.getByRole("button", { name: "Save and continue" }));
}

async function question(page: Page, title: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
}
