import type { BrowserContext, Page } from "@playwright/test";
import { hubNeighbours } from "@/db/schema/hubs";
import { aHub, anApplication, aSchool } from "@/db/testing/factories";
import { aGroupAt, type HubToMatch, hubToMatch } from "@/lib/matching/testing/hub-to-match";
import { faultsOf } from "../fixtures/axe";
import type { Given } from "../fixtures/given";
import { expect, test } from "../fixtures/test";

const screens = [
  { name: "on a wide screen", viewport: { width: 1280, height: 900 } },
  { name: "on a phone", viewport: { width: 390, height: 800 } },
];

for (const { name, viewport } of screens)
  test.describe(name, () => {
    test.use({ viewport });

    test("the groups within reach are counted anew while days and distance are chosen", async ({
      page,
      context,
      given,
    }) => {
      const { hub, wishes } = await aDraft(given, context);
      await fourGroups(given, hub);
      const reach = page.getByRole("status");
      await page.goto(wishes);
      await expect(reach).toContainText(
        "2 Work Groups that are open now could be within your reach: 1 on Tuesdays and 1 on Wednesdays.",
      );
      await expect(reach).toContainText(`Counted with travel up to 20 km and groups of`);
      expect(await faultsOf(page)).toEqual([]);
      await page.getByRole("checkbox", { name: "Tuesday" }).check();
      await expect(reach).toContainText("1 Work Group that is open now is within your reach.");
      await expect(reach).toContainText("More would be within reach with Wednesday (1, online).");
      await page.getByRole("checkbox", { name: "Wednesday" }).check();
      await expect(reach).toContainText("2 Work Groups that are open now are within your reach.");
      await page.getByRole("checkbox", { name: "Tuesday" }).uncheck();
      await page.getByRole("checkbox", { name: "Wednesday" }).uncheck();
      await page.getByRole("checkbox", { name: "Monday" }).check();
      await expect(reach).toContainText("No Work Group that is open now is within your reach yet.");
      await expect(reach).toContainText(
        "Some would be within reach with Tuesday (1) or Wednesday (1, online).",
      );
      expect(await faultsOf(page)).toEqual([]);
      await page.getByRole("checkbox", { name: "Tuesday" }).check();
      await goOn(page, "Does one of them suit you best?");
      await expect(reach).toContainText("1 Work Group that is open now is within your reach.");
      await goOn(page, "How would you like to meet?");
      await expect(reach).toContainText("It meets face to face.");
      await page.getByRole("radio", { name: "Face to face" }).check();
      await goOn(page, "How far could you travel?");
      await expect(reach).toContainText(
        "More would be within reach with travel up to 26 km (1) or groups of neighbouring hubs (1).",
      );
      await page.getByLabel("Farthest distance from school").fill("26");
      await expect(reach).toContainText("2 Work Groups that are open now are within your reach.");
      await page.getByRole("radio", { name: "Yes, if it is in our reach" }).check();
      await expect(reach).toContainText("3 Work Groups that are open now are within your reach.");
      await expect(reach).not.toContainText("Counted with");
      expect(await faultsOf(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        viewport.width,
      );
    });
  });

test.describe("without JavaScript", () => {
  test.use({ viewport: { width: 390, height: 800 }, javaScriptEnabled: false });

  test("each question says how many groups the saved wishes reach, and a slip how many the typed ones do", async ({
    page,
    context,
    given,
  }) => {
    const { hub, wishes } = await aDraft(given, context);
    await fourGroups(given, hub);
    const reach = page.getByRole("status");
    await page.goto(wishes);
    await page.getByRole("checkbox", { name: "Tuesday" }).check();
    await page.getByRole("button", { name: "Save and continue" }).click();
    await expect(page.getByText("Choose at least 2 days that you could attend").first()).toBeVisible();
    await expect(reach).toContainText("1 Work Group that is open now is within your reach.");
    await page.getByRole("checkbox", { name: "Wednesday" }).check();
    await goOn(page, "Does one of them suit you best?");
    await expect(reach).toContainText("2 Work Groups that are open now are within your reach.");
    await goOn(page, "How would you like to meet?");
    await expect(reach).toContainText("1 of them meets face to face, 1 online.");
    await page.getByRole("radio", { name: "Either suits us" }).check();
    await goOn(page, "How far could you travel?");
    await page.getByLabel("Farthest distance from school").fill("26");
    await page.getByRole("button", { name: "Save and continue" }).click();
    await expect(
      page.getByText("Choose whether a group of a neighbouring hub would be possible").first(),
    ).toBeVisible();
    await expect(reach).toContainText("3 Work Groups that are open now are within your reach.");
  });
});

test("where none is open, the school reads that its wishes count for groups to come", async ({
  page,
  context,
  given,
}) => {
  const { wishes } = await aDraft(given, context);
  for (const question of ["", "/best", "/meeting", "/travel"]) {
    await page.goto(`${wishes}${question}`);
    await expect(page.getByRole("status")).toHaveText(
      "No Work Group that is open now is within your reach yet.Your wishes count for every group that opens before places are worked out.",
    );
  }
});

/** An application that has just been begun by a school, whose maths lead is signed in in this browser. */
async function aDraft(given: Given, context: BrowserContext) {
  const hub = await hubToMatch(given.db);
  const school = await aSchool(given.db, { hubId: hub.hubId });
  const lead = await given.signedIn(context, { role: "school_maths_lead", organisationId: school.id });
  const { id } = await anApplication(given.db, {
    ...{ organisationId: school.id, hubId: hub.hubId, offerId: hub.offerId, startedBy: lead.personId },
    decision: "draft",
    wishesSaved: false,
    submittedAt: null,
  });
  return { hub, wishes: `/school/applications/${id}/wishes` };
}

/** Two on Tuesdays, of which one is far away, one online on Wednesdays, and one of a neighbouring hub on Tuesdays. */
async function fourGroups({ db }: Given, hub: HubToMatch): Promise<void> {
  const next = await aHub(db);
  await db.insert(hubNeighbours).values({ hubId: hub.hubId, neighbourId: next.id });
  await aGroupAt(db, hub, { km: 5 });
  await aGroupAt(db, hub, { km: 25.5 });
  await aGroupAt(db, hub, { km: 5, weekday: 2, online: true });
  await aGroupAt(db, { ...hub, hubId: next.id }, { km: 9 });
}

async function goOn(page: Page, title: string): Promise<void> {
  await page.getByRole("button", { name: "Save and continue" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
}
