import { eq } from "drizzle-orm";
import { applications } from "@/db/schema/applications";
import { aGroupAt, anApproved, hubToMatch } from "@/lib/matching/testing/hub-to-match";
import { faultsOf } from "../fixtures/axe";
import { publishedRun } from "../fixtures/published-run";
import { expect, test } from "../fixtures/test";

const NOT_TUESDAYS = 0b00010;
const ONLY_TUESDAYS = 0b11101;
const ONLY_THURSDAYS = 0b10111;

test("late applications are brought in without moving anyone, after a look at what moving would give", async ({
  page,
  context,
  given,
}) => {
  const hub = await hubToMatch(given.db);
  const near = await aGroupAt(given.db, hub, { km: 5, maximumSchools: 1, name: "Near Tuesday" });
  const settled = await anApproved(given.db, hub);
  await publishedRun(given, hub);
  const far = await aGroupAt(given.db, hub, { km: 9, maximumSchools: 2, weekday: 3, name: "Far Thursday" });
  const late = await anApproved(given.db, hub, { impossibleDays: NOT_TUESDAYS });
  const tight = await anApproved(given.db, hub, { impossibleDays: ONLY_TUESDAYS });

  await given.signIn(context, { id: hub.assistant.personId, name: hub.assistant.name });
  await page.goto("/hub/matching");
  await page.getByRole("button", { name: "Compare with moving schools" }).click();
  const way = (title: string) => page.getByRole("region", { name: title });
  await expect(way("Moves nobody")).toContainText("1 of 2 schools", { timeout: 20_000 });
  await expect(way("Moves the fewest")).toContainText("2 of 2 schools");
  await expect(page.getByText("Moves from Near Tuesday (5.0 km) to Far Thursday (9.0 km)")).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await way("Moves nobody").getByRole("button", { name: "Choose the way that moves nobody" }).click();
  await page.getByRole("button", { name: "Publish 2 results" }).click();
  await expect(page.getByText(/1 place offered, to be answered by/)).toBeVisible();

  const rows = await given.db.select().from(applications).where(eq(applications.hubId, hub.hubId));
  const placeOf = (id: string) => rows.find((row) => row.id === id);
  expect(placeOf(settled.id)).toMatchObject({ placement: "offered", workGroupId: near.id });
  expect(placeOf(late.id)).toMatchObject({ placement: "offered", workGroupId: far.id });
  expect(placeOf(tight.id)).toMatchObject({ placement: "waiting" });
});

for (const width of [390, 1280])
  test.describe(`at ${width}`, () => {
    test.use({ viewport: { width, height: 900 } });

    test("a way that leaves a group with fewer schools than it needs says so", async ({
      page,
      context,
      given,
    }) => {
      const hub = await hubToMatch(given.db);
      const sizes = { minimumSchools: 2, maximumSchools: 2 };
      await aGroupAt(given.db, hub, { km: 5, ...sizes, name: "Near Tuesday" });
      await anApproved(given.db, hub);
      await anApproved(given.db, hub);
      await publishedRun(given, hub);
      await aGroupAt(given.db, hub, { km: 9, minimumSchools: 3, weekday: 3, name: "Far Thursday" });
      await anApproved(given.db, hub, { impossibleDays: ONLY_THURSDAYS });
      await anApproved(given.db, hub, { impossibleDays: ONLY_THURSDAYS });
      await given.signIn(context, { id: hub.assistant.personId, name: hub.assistant.name });
      await page.goto("/hub/matching");
      await page.getByRole("button", { name: "Compare with moving schools" }).click();
      const moves = page.getByRole("region", { name: "Moves the fewest" });
      await expect(moves).toContainText("Near Tuesday would go down to 1 school and needs 2.", {
        timeout: 20_000,
      });
      await expect(page.getByRole("region", { name: "Moves nobody" })).not.toContainText("Too few to run");
      expect(await faultsOf(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });
  });
