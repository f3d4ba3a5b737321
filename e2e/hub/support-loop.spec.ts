import type { BrowserContext, Page } from "@playwright/test";
import { aHub, anActor, anOffer, aProgramme, aSchool } from "@/db/testing/factories";
import type { UserActor } from "@/lib/access/actor";
import { currentAcademicYear } from "@/lib/kernel/academic-year";
import { systemClock } from "@/lib/kernel/clock";
import { addDays, londonDate } from "@/lib/kernel/dates";
import type { Given } from "../fixtures/given";
import { linkIn, receivedMail } from "../fixtures/mail";
import { expect, test } from "../fixtures/test";

const today = londonDate(systemClock.now());

/** A school that may begin Development, its hub, and a partner from outside. */
async function aHubThatSupports(given: Given) {
  const hub = await aHub(given.db);
  const school = await aSchool(given.db, { hubId: hub.id });
  const programmeId = (await aProgramme(given.db, { stage: "development", ladderPhase: "primary" })).id;
  await anOffer(given.db, {
    programmeId,
    academicYear: currentAcademicYear(systemClock.now()),
    opensOn: addDays(today, -30),
    closesOn: addDays(today, 1),
    decisionsOn: addDays(today, 2),
    startsOn: addDays(today, 10),
    endsOn: addDays(today, 200),
  });
  return {
    school,
    head: `head-${school.urn}@schools.example`,
    mathsLead: await anActor(given.db, { role: "school_maths_lead", organisationId: school.id }),
    assistant: await anActor(given.db, { role: "assistant_hub_lead", hubId: hub.id, phase: "primary" }),
    partner: await anActor(given.db, { role: "intensive_support_partner", hubId: hub.id }),
  };
}

type World = Awaited<ReturnType<typeof aHubThatSupports>>;

async function refer(page: Page, { school, head }: World): Promise<void> {
  await page.goto(`/hub/referrals/new?school=${school.id}`);
  await page.getByRole("checkbox", { name: "A new headteacher" }).check();
  await page.getByRole("radio", { name: /hub/i }).first().check();
  await page.getByLabel("What have you seen?").fill("Two visits in October");
  await page.getByRole("radio", { name: "Within this term" }).check();
  await page.getByLabel("Headteacher’s name").fill("Ada Head");
  await page.getByLabel("Headteacher’s email address").fill(head);
  await page.getByRole("button", { name: "Refer the school and ask the headteacher" }).click();
  await expect(page.getByText(/has been asked/)).toBeVisible();
}

async function agree(page: Page, { head }: World): Promise<void> {
  await page.goto(linkIn(await receivedMail(head, /please answer by/)));
  await page.getByRole("radio", { name: "Yes, I agree" }).check();
  await page.getByRole("button", { name: "Send my answer" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "You agreed" })).toBeVisible();
}

/** @returns the address of the case */
async function acceptAsIntensive(page: Page, { school, partner }: World): Promise<string> {
  await page.goto("/hub/referrals");
  await page.getByRole("table").getByRole("link", { name: school.name }).click();
  await page.getByRole("radio", { name: /Intensive support/ }).check();
  await page.getByRole("button", { name: "Save the decision" }).click();
  await page.getByRole("radio", { name: partner.name }).check();
  await page.getByRole("button", { name: "Assign this partner" }).click();
  await expect(page.getByRole("definition").filter({ hasText: partner.name })).toBeVisible();
  return new URL(page.url()).pathname;
}

/** The partner plans a visit, leads the school through the four phases, writes a note and hands over. */
async function support(page: Page, { school }: World): Promise<void> {
  await page.goto("/lead/cases");
  await page.getByRole("link", { name: school.name }).click();
  await page.getByText("Plan a visit", { exact: true }).click();
  await page.getByLabel("Date").fill(addDays(today, 14));
  await page.getByRole("radio", { name: "Half a day" }).check();
  await page.getByLabel("What for").fill("Look at planning together");
  await page.getByRole("button", { name: "Plan the visit" }).click();
  await expect(page.getByText(/half a day: Look at planning together/)).toBeVisible();
  for (const phase of ["Prepare (plan)", "Deliver", "Sustain"]) {
    await page.getByRole("button", { name: `Move on to ${phase}` }).click();
    await expect(page.getByRole("definition").filter({ hasText: phase })).toBeVisible();
  }
  await page.getByRole("link", { name: "Read the notes" }).click();
  await page.getByRole("textbox", { name: "Note" }).fill("The new head wants to begin with Year 3");
  await page.getByRole("button", { name: "Save the note" }).click();
  await expect(page.getByText("The new head wants to begin with Year 3")).toBeVisible();
  await page.getByRole("link", { name: "Back" }).click();
  await page.getByLabel("Summary for the lead of the school’s next group").fill("Start with the Year 3 team");
  await page.getByRole("button", { name: "Save the summary" }).click();
  await expect(page.getByRole("definition").filter({ hasText: "Start with the Year 3 team" })).toBeVisible();
}

async function closeAsReady(page: Page, at: string): Promise<void> {
  await page.goto(at);
  await page.getByText("Close the case").first().click();
  await page.getByRole("radio", { name: "Ready for Development" }).check();
  await page.getByLabel("What shows it").fill("Leaders lead the work themselves");
  await page.getByRole("button", { name: "Close the case" }).click();
  await page.getByRole("button", { name: "Start the application for Development" }).click();
  await expect(page.getByText("The application has been started")).toBeVisible();
}

const widths = [
  { name: "on a wide screen", viewport: { width: 1280, height: 900 } },
  { name: "on a phone", viewport: { width: 390, height: 844 } },
];

for (const { name, viewport } of widths)
  test.describe(name, () => {
    test.use({ viewport });

    test("a referral goes to Intensive support and out to Development", async ({ page, context, given }) => {
      test.slow();
      const world = await aHubThatSupports(given);
      const as = (actor: UserActor, here: BrowserContext = context) =>
        given.signIn(here, { id: actor.personId, name: actor.name });
      await as(world.assistant);
      await refer(page, world);
      await agree(page, world);
      const at = await acceptAsIntensive(page, world);
      await as(world.partner);
      await support(page, world);
      await as(world.assistant);
      await closeAsReady(page, at);
      await as(world.mathsLead);
      await page.goto(`/school/${world.school.id}`);
      await expect(page.getByRole("region", { name: "One thing for you" })).toContainText(
        "has not been sent",
      );
      await page.getByRole("button", { name: "Go on with it" }).click();
      await expect(page.getByRole("heading", { level: 1, name: /^Apply for/ })).toBeVisible();
    });
  });
