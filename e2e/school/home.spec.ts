import { aHub, aSchool } from "@/db/testing/factories";
import { expect, test } from "../fixtures/test";

test("a school finds itself and its hub at home", async ({ page, context, given }) => {
  const hub = await aHub(given.db);
  const school = await aSchool(given.db, { hubId: hub.id });
  await given.signedIn(context, { role: "school_maths_lead", organisationId: school.id });
  await page.goto(`/school/${school.id}`);
  await expect(page.getByRole("heading", { level: 1, name: school.name })).toBeVisible();
  await expect(page.getByRole("region", { name: "Your hub" })).toContainText(hub.name);
});

test("a school is not there for somebody of another school", async ({ page, context, given }) => {
  const hub = await aHub(given.db);
  const own = await aSchool(given.db, { hubId: hub.id });
  const other = await aSchool(given.db, { hubId: hub.id });
  await given.signedIn(context, { role: "school_maths_lead", organisationId: own.id });
  const answer = await page.goto(`/school/${other.id}`);
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("main")).not.toContainText(other.name);
});
