import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { applications } from "@/db/schema/applications";
import { hubNeighbours, hubs } from "@/db/schema/hubs";
import { workGroups } from "@/db/schema/workgroups";
import {
  aHub,
  aLead,
  anActor,
  anEmployment,
  anOffer,
  aPerson,
  aWorkGroup,
  TEST_NOW,
} from "@/db/testing/factories";
import { testContext } from "@/db/testing/test-context";
import { keepWaiting } from "./keep-waiting";
import { offerPlace } from "./offer-place";
import { allGroupsFull, anApproved, anOfferOfAPlace } from "./testing/places";
import { eventTypesOf, findRow, mailsOf, type SchoolInAHub, schoolInAHub } from "./testing/school-in-a-hub";

const t = testContext();
let school: SchoolInAHub;
let groupId: string;
let applicationId: string;

beforeEach(async () => {
  school = await schoolInAHub(t.db);
  const { hubId, offerId } = school;
  groupId = (
    await aWorkGroup(t.db, {
      hubId,
      offerId,
      name: "Fernley Tuesday group",
      maximumSchools: 1,
      minimumSchools: 1,
    })
  ).id;
  const { organisationId } = school;
  applicationId = (await anApproved(t.db, school, { organisationId, startedBy: school.lead.personId })).id;
});

function offer(to = applicationId, workGroupId = groupId) {
  return offerPlace(t.as(school.assistant), { applicationId: to, workGroupId, ...anOfferOfAPlace });
}

describe("offering a place", () => {
  test("holds it with its reason and last date, and tells the school by when to answer", async () => {
    await aLead(t.db, groupId, (await aPerson(t.db, { name: "Daniel Whitlock" })).id);
    expect(await offer()).toEqual({ ok: true, value: { applicationId } });
    expect(await findRow(t.db, applicationId)).toMatchObject({
      placement: "offered",
      workGroupId: groupId,
      offeredAt: TEST_NOW,
      answerBy: "2026-05-27",
      placementReason: anOfferOfAPlace.reason,
      placementExplanation: anOfferOfAPlace.explanation,
      version: 2,
    });
    expect(await eventTypesOf(t.db, applicationId)).toEqual(["application.place_offered"]);
    const [mail] = await mailsOf(t.db, applicationId, "place_offered");
    expect(mail?.subject).toContain("in Fernley Tuesday group: please answer by Wednesday 27 May 2026");
    expect(mail?.body).toContain("led by Daniel Whitlock");
    expect(mail?.body.split(/\s+/).length).toBeLessThan(120);
  });

  test("stops at the last place of the group", async () => {
    await offer((await anApproved(t.db, school)).id);
    expect(await offer()).toMatchObject({ refusal: { code: "group_full" } });
    expect((await findRow(t.db, applicationId)).placement).toBe("unplaced");
  });

  test("is for those who decide in this hub, in a group the school can be in", async () => {
    const input = { applicationId, workGroupId: groupId, ...anOfferOfAPlace };
    const manager = await anActor(t.db, { role: "project_manager", hubId: school.hubId });
    for (const actor of [school.lead, manager])
      expect(await offerPlace(t.as(actor), input)).toMatchObject({ refusal: { code: "not_found" } });
    const elsewhere = await aHub(t.db);
    const group = await aWorkGroup(t.db, { hubId: elsewhere.id, offerId: school.offerId });
    expect(await offer(applicationId, group.id)).toMatchObject({ refusal: { code: "not_found" } });
    await t.db.insert(hubNeighbours).values({ hubId: school.hubId, neighbourId: elsewhere.id });
    await t.db.update(hubs).set({ acceptsGuests: true }).where(eq(hubs.id, elsewhere.id));
    expect((await offer(applicationId, group.id)).ok).toBe(true);
  });

  test("needs an approved application without a place, and an open group of its offer", async () => {
    const { hubId, offerId } = school;
    const other = await aWorkGroup(t.db, { hubId, offerId: (await anOffer(t.db)).id });
    expect(await offer(applicationId, other.id)).toMatchObject({ refusal: { code: "other_offer" } });
    const planned = await aWorkGroup(t.db, { hubId, offerId, status: "planned" });
    expect(await offer(applicationId, planned.id)).toMatchObject({ refusal: { code: "group_not_open" } });
    const undecided = await anApproved(t.db, school, { decision: "submitted", tier: null });
    expect(await offer(undecided.id)).toMatchObject({ refusal: { code: "not_approved" } });
    await offer();
    await t.db.update(workGroups).set({ maximumSchools: 5 }).where(eq(workGroups.id, groupId));
    expect(await offer()).toMatchObject({ refusal: { code: "not_unplaced" } });
  });

  test("leaves a school out of the group that its own teacher leads, and respects a newer application", async () => {
    const lead = await aPerson(t.db);
    await anEmployment(t.db, lead.id, school.organisationId);
    await aLead(t.db, groupId, lead.id);
    expect(await offer()).toMatchObject({ refusal: { code: "own_lead" } });
    const group = await aWorkGroup(t.db, school);
    await t.db.update(applications).set({ placement: "declined" }).where(eq(applications.id, applicationId));
    await anApproved(t.db, school, { organisationId: school.organisationId });
    expect(await offer(applicationId, group.id)).toMatchObject({ refusal: { code: "newer_application" } });
  });
});

describe("waiting", () => {
  test("is told once with the sentence, and again only when the sentence has changed", async () => {
    const wait = () => keepWaiting(t.as(school.assistant), { applicationId, ...allGroupsFull });
    expect(await wait()).toEqual({ ok: true, value: { applicationId } });
    expect((await wait()).ok).toBe(true);
    expect(await findRow(t.db, applicationId)).toMatchObject({
      placement: "waiting",
      workGroupId: null,
      placementReason: allGroupsFull.reason,
    });
    expect(await eventTypesOf(t.db, applicationId)).toEqual([
      "application.kept_waiting",
      "application.kept_waiting",
    ]);
    const [mail, ...more] = await mailsOf(t.db, applicationId, "place_waiting");
    expect(more).toEqual([]);
    expect(mail?.body).toContain("36 places in 3 groups");
  });

  test("is said by those who decide, to an approved application without a place", async () => {
    expect(await keepWaiting(t.as(school.lead), { applicationId, ...allGroupsFull })).toMatchObject({
      refusal: { code: "not_found" },
    });
    await offer();
    expect(await keepWaiting(t.as(school.assistant), { applicationId, ...allGroupsFull })).toMatchObject({
      refusal: { code: "not_unplaced" },
    });
  });
});
