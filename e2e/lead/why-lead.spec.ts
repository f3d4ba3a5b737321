import { aGroupAt, anApproved } from "@/lib/matching/testing/hub-to-match";
import { aSpecialist, hubForSpecialists } from "@/lib/matching/testing/specialists";
import { assignLead } from "@/lib/workgroups/assign-lead";
import { faultsOf } from "../fixtures/axe";
import { done } from "../fixtures/done";
import { publishedRun } from "../fixtures/published-run";
import { expect, test } from "../fixtures/test";

test.describe("a lead on a phone, without JavaScript", () => {
  test.use({ viewport: { width: 390, height: 800 }, javaScriptEnabled: false });

  test("reads why a match gave her the group, with numbers and no other name", async ({
    page,
    context,
    given,
  }) => {
    const hub = await hubForSpecialists(given.db);
    const group = await aGroupAt(given.db, hub, { km: 5, name: "Valley Tuesday" });
    const lead = await aSpecialist(given.db, hub, { km: 12, days: 20 });
    const other = await aSpecialist(given.db, hub, { km: 20 });
    await anApproved(given.db, hub, { previousLeadId: lead.personId });
    await publishedRun(given, hub);
    await given.signIn(context, { id: lead.personId, name: lead.name });
    await page.goto(`/lead/groups/${group.id}`);
    const why = page.getByRole("region", { name: "Why you lead this group" });
    await expect(why).toContainText(`${hub.assistant.name} published it on`);
    await expect(why).toContainText("7.0 km in a straight line from your school");
    await expect(why).toContainText("had 20 days left, enough for 3 more groups. The match gives you 1.");
    await expect(why).toContainText("The 1 school placed in it had you as its lead last year.");
    await expect(why).toContainText("Of the 2 people who could lead it, nobody would have suited it better.");
    await expect(why).not.toContainText(other.name);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});

for (const width of [390, 1280])
  test.describe(`at ${width}`, () => {
    test.use({ viewport: { width, height: 800 } });

    test("the hub gives a reason with its choice and the lead reads it; after a match she reads what it found", async ({
      page,
      context,
      browser,
      baseURL,
      given,
    }) => {
      const hub = await hubForSpecialists(given.db);
      const group = await aGroupAt(given.db, hub, { km: 5, name: "Hill Tuesday" });
      const lead = await aSpecialist(given.db, hub);
      const ofHub = await browser.newContext({ baseURL: baseURL ?? "" });
      await given.signIn(ofHub, { id: hub.assistant.personId, name: hub.assistant.name });
      const choice = await ofHub.newPage();
      await choice.goto(`/hub/work-groups/${group.id}/lead`);
      await choice.getByRole("radio", { name: lead.name }).check();
      await choice.getByLabel("Why this person?").fill("You know the schools of this hill");
      expect(await faultsOf(choice)).toEqual([]);
      await choice.getByRole("button", { name: "Save and tell the lead" }).click();
      await expect(
        choice.getByRole("heading", { level: 1, name: "Hill Tuesday", exact: true }),
      ).toBeVisible();
      await ofHub.close();

      await given.signIn(context, { id: lead.personId, name: lead.name });
      await page.goto(`/lead/groups/${group.id}`);
      const why = page.getByRole("region", { name: "Why you lead this group" });
      await expect(why).toContainText(`${hub.assistant.name} put you down as its lead on`);
      await expect(why).toContainText("The reason given: You know the schools of this hill");
      expect(await faultsOf(page)).toEqual([]);

      const matched = await aGroupAt(given.db, hub, { km: 8, weekday: 3, name: "Moor Thursday" });
      await anApproved(given.db, hub, { impossibleDays: 0b00010 });
      await publishedRun(given, hub);
      await page.goto(`/lead/groups/${matched.id}`);
      await expect(why).toContainText("You led 1 group of the same year and had 30 days left");
      expect(await faultsOf(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });
  });

test("whoever was put down without a word reads who did it and when", async ({ page, context, given }) => {
  const hub = await hubForSpecialists(given.db);
  const group = await aGroupAt(given.db, hub, { km: 5 });
  const lead = await aSpecialist(given.db, hub);
  done(await assignLead(given.as(hub.assistant), { workGroupId: group.id, personId: lead.personId }));
  await given.signIn(context, { id: lead.personId, name: lead.name });
  await page.goto(`/lead/groups/${group.id}`);
  const why = page.getByRole("region", { name: "Why you lead this group" });
  await expect(why).toContainText(`${hub.assistant.name} put you down as its lead on`);
  await expect(why).not.toContainText("The reason given");
  expect(await faultsOf(page)).toEqual([]);
});
