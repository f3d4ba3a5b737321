import type { BrowserContext, Page } from "@playwright/test";
import { aHub, anActor, anOffer, aProgramme, aSchool } from "@/db/testing/factories";
import { addDays } from "@/lib/kernel/dates";
import { faultsOf } from "../fixtures/axe";
import type { Given } from "../fixtures/given";
import { linkIn, receivedMail } from "../fixtures/mail";
import { thisYear } from "../fixtures/progression";
import { expect, test } from "../fixtures/test";

async function setting(given: Given) {
  const hub = await aHub(given.db);
  const school = await aSchool(given.db, { hubId: hub.id });
  const programmeId = (await aProgramme(given.db, { stage: "development", ladderPhase: "primary" })).id;
  const { year, today } = thisYear;
  await anOffer(given.db, {
    programmeId,
    academicYear: year,
    opensOn: addDays(today, -30),
    closesOn: addDays(today, 1),
    decisionsOn: addDays(today, 2),
    startsOn: addDays(today, 10),
    endsOn: addDays(today, 200),
  });
  const lead = await anActor(given.db, { role: "school_maths_lead", organisationId: school.id });
  const decider = await anActor(given.db, { role: "assistant_hub_lead", hubId: hub.id, phase: "primary" });
  const as = (context: BrowserContext, actor: typeof lead) =>
    given.signIn(context, { id: actor.personId, name: actor.name });
  return { school, lead, decider, as };
}

async function ask(page: Page, head: string): Promise<void> {
  await page.getByRole("checkbox", { name: "A new headteacher" }).check();
  await page.getByLabel("What have you seen?").fill("Lessons follow the scheme page by page");
  await page.getByRole("radio", { name: "Within this term" }).check();
  await page.getByLabel("Headteacher’s name").fill("Ada Head");
  await page.getByLabel("Headteacher’s email address").fill(head);
  await page.getByRole("button", { name: "Ask for support and ask the headteacher" }).click();
}

test("a school asks for support, its head agrees by link, and it leads to a Development application", async ({
  page,
  context,
  given,
}) => {
  test.slow();
  const { school, lead, decider, as } = await setting(given);
  const head = `head.${school.urn}@schools.example`;
  await as(context, lead);
  await page.goto(`/school/${school.id}/support`);
  await expect(page.getByText("Your school has not asked for support yet")).toBeVisible();
  await page.getByRole("button", { name: "Ask for support" }).click();
  await expect(page.getByRole("button", { name: "Ask for support and ask the headteacher" })).toBeVisible();
  await page.getByRole("button", { name: "Ask for support and ask the headteacher" }).click();
  await expect(page.locator(".govuk-error-summary")).toContainText("Choose at least one barrier");
  await ask(page, head);
  await expect(page.getByRole("status").filter({ hasText: "It answers by" })).toBeVisible();

  await page.goto(linkIn(await receivedMail(head, /please answer by/)));
  await page.getByRole("radio", { name: "Yes, I agree" }).check();
  await page.getByRole("button", { name: "Send my answer" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "You agreed" })).toBeVisible();

  await as(context, decider);
  await page.goto("/hub/referrals");
  await page.getByRole("table").getByRole("link", { name: school.name }).click();
  await page.getByRole("radio", { name: /Intensive support/ }).check();
  await page.getByRole("button", { name: "Save the decision" }).click();
  await expect(page).toHaveURL(/\/hub\/cases\//);
  await page.getByLabel("Summary for the lead of the school’s next group").fill("Start with the Year 3 team");
  await page.getByRole("button", { name: "Save the summary" }).click();
  await expect(page.getByRole("definition").filter({ hasText: "Start with the Year 3 team" })).toBeVisible();
  await page.getByText("Close the case").first().click();
  await page.getByRole("radio", { name: "Ready for Development" }).check();
  await page.getByLabel("What shows it").fill("Leaders lead the work themselves");
  await page.getByRole("button", { name: "Close the case" }).click();
  await expect(page.getByRole("heading", { name: "Next: Development" })).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);

  await as(context, lead);
  await page.goto(`/school/${school.id}/support`);
  await expect(page.getByRole("definition").filter({ hasText: "Start with the Year 3 team" })).toBeVisible();
  await page.getByRole("button", { name: "Start your application for Development" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Apply for/ })).toBeVisible();
});

test("a trust asks for a school of the trust on its own pages, and not for another", async ({
  page,
  context,
  given,
}) => {
  const hub = await aHub(given.db);
  const trustCode = `T${hub.code}`;
  const trust = await aSchool(given.db, { hubId: hub.id, kind: "trust", trustCode, urn: null });
  const school = await aSchool(given.db, { hubId: hub.id, trustCode });
  const other = await aSchool(given.db, { hubId: hub.id });
  await given.signedIn(context, { role: "trust_lead", organisationId: trust.id });
  await page.goto(`/school/${school.id}/support/new`);
  await ask(page, `head.${school.urn}@schools.example`);
  await expect(page.getByRole("status").filter({ hasText: "It answers by" })).toBeVisible();
  expect((await page.goto(`/school/${other.id}/support`))?.status()).toBe(404);
});
