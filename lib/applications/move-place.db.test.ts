import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { workGroups } from "@/db/schema/workgroups";
import { aLead, anActor, aPerson, aWorkGroup } from "@/db/testing/factories";
import { testContext } from "@/db/testing/test-context";
import { movePlace } from "./move-place";
import { anApproved, anOfferOfAPlace, offeredIn } from "./testing/places";
import { eventTypesOf, findRow, mailsOf, type SchoolInAHub, schoolInAHub } from "./testing/school-in-a-hub";

const t = testContext();
let school: SchoolInAHub;
let place: { applicationId: string; fromGroupId: string; workGroupId: string };

const aGroup = async () => (await aWorkGroup(t.db, { ...about(), minimumSchools: 1, maximumSchools: 1 })).id;
const about = () => ({ hubId: school.hubId, offerId: school.offerId });

beforeEach(async () => {
  school = await schoolInAHub(t.db);
  const [fromGroupId, workGroupId] = [await aGroup(), await aGroup()];
  const { organisationId, lead } = school;
  const values = { ...offeredIn(fromGroupId), placement: "accepted" } as const;
  const { id } = await anApproved(t.db, school, { ...values, organisationId, startedBy: lead.personId });
  place = { applicationId: id, fromGroupId, workGroupId };
});

const move = (actor = school.assistant) => movePlace(t.as(actor), { ...place, ...anOfferOfAPlace });

describe("a place moves to another group", () => {
  test("and stays accepted; the school and both leads are told once", async () => {
    for (const workGroupId of [place.fromGroupId, place.workGroupId])
      await aLead(t.db, workGroupId, (await aPerson(t.db)).id);
    expect(await move()).toEqual({ ok: true, value: { applicationId: place.applicationId } });
    expect(await findRow(t.db, place.applicationId)).toMatchObject({
      placement: "accepted",
      workGroupId: place.workGroupId,
      placementReason: anOfferOfAPlace.reason,
    });
    expect(await eventTypesOf(t.db, place.applicationId)).toEqual(["application.place_moved"]);
    expect(await mailsOf(t.db, place.applicationId, "place_moved")).toHaveLength(1);
    expect(await mailsOf(t.db, place.applicationId, "place_moved_lead")).toHaveLength(2);
    expect(await move()).toMatchObject({ refusal: { code: "place_changed" } });
  });

  test("by those who decide for its hub", async () => {
    const manager = await anActor(t.db, { role: "project_manager", hubId: school.hubId });
    for (const actor of [school.lead, manager])
      expect(await move(actor)).toMatchObject({ refusal: { code: "not_found" } });
  });

  test("never into a group that is full, nor once one of the two has begun", async () => {
    await anApproved(t.db, school, offeredIn(place.workGroupId));
    expect(await move()).toMatchObject({ refusal: { code: "group_full" } });
    place = { ...place, workGroupId: await aGroup() };
    await t.db.update(workGroups).set({ status: "running" }).where(eq(workGroups.id, place.fromGroupId));
    expect(await move()).toMatchObject({ refusal: { code: "group_not_open" } });
  });
});
