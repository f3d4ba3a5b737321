import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { applications } from "@/db/schema/applications";
import { workGroups } from "@/db/schema/workgroups";
import { aLead, anActor, aPerson, aSession, aWorkGroup } from "@/db/testing/factories";
import { testContext } from "@/db/testing/test-context";
import { systemActor } from "@/lib/access/actor";
import { acceptPlace } from "./accept-place";
import { choosePlace } from "./choose-place";
import { declinePlace } from "./decline-place";
import { applicationJobs } from "./jobs";
import { lapsePlace } from "./lapse-place";
import { offerPlace } from "./offer-place";
import { listGroupsToOffer } from "./queries/groups-to-offer";
import { anApproved, anOfferOfAPlace } from "./testing/places";
import { eventTypesOf, findRow, mailsOf, type SchoolInAHub, schoolInAHub } from "./testing/school-in-a-hub";
import { undoDecision } from "./undo-decision";
import { warnBeforeLapse } from "./warn-before-lapse";
import { withdrawApplication } from "./withdraw-application";

const t = testContext();
const ours = systemActor("lapse-places");
let school: SchoolInAHub;
let place: { applicationId: string; workGroupId: string };

beforeEach(async () => {
  school = await schoolInAHub(t.db);
  const group = await aWorkGroup(t.db, {
    hubId: school.hubId,
    offerId: school.offerId,
    name: "Fernley Tuesday group",
    minimumSchools: 1,
    maximumSchools: 1,
  });
  const { organisationId, lead } = school;
  const { id } = await anApproved(t.db, school, { organisationId, startedBy: lead.personId });
  place = { applicationId: id, workGroupId: group.id };
  await offerPlace(t.as(school.assistant), { ...place, ...anOfferOfAPlace });
});

const row = () => findRow(t.db, place.applicationId);
const asLead = (now?: Date) => t.as(school.lead, now);
const onTheLastDay = new Date("2026-05-27T22:30:00Z");
const justAfterMidnight = new Date("2026-05-27T23:10:00Z");

describe("accepting", () => {
  test("takes the place once, and says when the group first meets", async () => {
    await aSession(t.db, { workGroupId: place.workGroupId });
    const yes = { ok: true, value: { workGroupId: place.workGroupId } };
    expect(await acceptPlace(asLead(), place)).toEqual(yes);
    expect(await acceptPlace(asLead(), place)).toEqual(yes);
    expect((await row()).placement).toBe("accepted");
    expect(await eventTypesOf(t.db, place.applicationId)).toEqual([
      "application.place_offered",
      "application.place_accepted",
    ]);
    const [mail, ...more] = await mailsOf(t.db, place.applicationId, "place_accepted");
    expect(more).toEqual([]);
    expect(mail?.subject).toContain("first on Tuesday 6 October 2026");
    expect(mail?.body).toContain(`/school/work-groups/${place.workGroupId}`);
  });

  test("is open until midnight in England of the last date, and not a minute longer", async () => {
    expect(await acceptPlace(asLead(justAfterMidnight), place)).toMatchObject({
      refusal: { code: "place_lapsed" },
    });
    expect((await acceptPlace(asLead(onTheLastDay), place)).ok).toBe(true);
  });

  test("is for those who act for the school, and only of the place they read about", async () => {
    for (const actor of [school.stranger, school.assistant])
      expect(await acceptPlace(t.as(actor), place)).toMatchObject({ refusal: { code: "not_found" } });
    const other = await aWorkGroup(t.db, school);
    await t.db
      .update(applications)
      .set({ workGroupId: other.id })
      .where(eq(applications.id, place.applicationId));
    expect(await acceptPlace(asLead(), place)).toMatchObject({ refusal: { code: "changed_meanwhile" } });
  });
});

describe("declining", () => {
  test("frees the place at once, keeps why, and tells the hub", async () => {
    const no = { ...place, reason: "release", note: "Two of us are on leave" } as const;
    expect((await declinePlace(asLead(), no)).ok).toBe(true);
    expect((await declinePlace(asLead(), no)).ok).toBe(true);
    expect(await row()).toMatchObject({
      placement: "declined",
      placeDeclineReason: "release",
      placeDeclineNote: "Two of us are on leave",
    });
    expect((await eventTypesOf(t.db, place.applicationId)).at(-1)).toBe("application.place_declined");
    const [mail, ...more] = await mailsOf(t.db, place.applicationId, "place_freed");
    expect(more).toEqual([]);
    expect(mail?.body).toContain("We cannot release teachers for these dates. Two of us are on leave");
    const next = await anApproved(t.db, school);
    const { workGroupId } = place;
    const offered = await offerPlace(t.as(school.assistant), {
      applicationId: next.id,
      workGroupId,
      ...anOfferOfAPlace,
    });
    expect(offered.ok).toBe(true);
  });

  test("for something else says what; a yes before it, or another school, is refused", async () => {
    expect(await declinePlace(asLead(), { ...place, reason: "something_else" })).toMatchObject({
      refusal: { code: "say_why" },
    });
    expect(await declinePlace(t.as(school.stranger), { ...place, reason: "day" })).toMatchObject({
      refusal: { code: "not_found" },
    });
    await acceptPlace(asLead(), place);
    expect(await declinePlace(asLead(), { ...place, reason: "day" })).toMatchObject({
      refusal: { code: "no_offer" },
    });
  });

  test("can be followed by another offer, which forgets the no", async () => {
    await declinePlace(asLead(), { ...place, reason: "day" });
    const again = await choosePlace(t.as(school.assistant), {
      ...place,
      answerBy: "2026-06-05",
      reason: "You rang and would come after all.",
    });
    expect(again.ok).toBe(true);
    expect(await row()).toMatchObject({
      placement: "offered",
      placeDeclineReason: null,
      placementExplanation: { kind: "chosen", decidedBy: "person", km: 5, preferredDay: false },
    });
  });
});

describe("a date that passes", () => {
  test("lets the offer lapse and tells the school, the day after the last date and not before", async () => {
    expect(await lapsePlace(t.as(ours, onTheLastDay), place)).toMatchObject({ refusal: { code: "not_due" } });
    expect((await lapsePlace(t.as(ours, justAfterMidnight), place)).ok).toBe(true);
    expect((await row()).placement).toBe("lapsed");
    expect((await eventTypesOf(t.db, place.applicationId)).at(-1)).toBe("application.place_lapsed");
    expect(await mailsOf(t.db, place.applicationId, "place_lapsed")).toHaveLength(1);
    expect(await acceptPlace(asLead(), place)).toMatchObject({ refusal: { code: "place_lapsed" } });
  });

  test("is warned of once, two working days before, in the morning", async () => {
    const warn = (at: string) => warnBeforeLapse(t.as(ours, new Date(at)), place);
    // Monday 25 May is a bank holiday: the second working day before the Wednesday is the Friday.
    expect(await warn("2026-05-21T09:00:00Z")).toMatchObject({ refusal: { code: "not_due" } });
    expect(await warn("2026-05-22T05:30:00Z")).toMatchObject({ refusal: { code: "not_due" } });
    expect((await warn("2026-05-22T06:10:00Z")).ok).toBe(true);
    expect(await warn("2026-05-26T09:00:00Z")).toMatchObject({ refusal: { code: "not_due" } });
    expect((await eventTypesOf(t.db, place.applicationId)).at(-1)).toBe("application.lapse_warned");
    const [mail, ...more] = await mailsOf(t.db, place.applicationId, "place_warning");
    expect(more).toEqual([]);
    expect(mail?.subject).toContain("Please answer by Wednesday 27 May 2026");
  });

  test("is followed by our jobs for every offer, and by nobody else", async () => {
    expect(await lapsePlace(t.as(school.assistant, justAfterMidnight), place)).toMatchObject({
      refusal: { code: "not_found" },
    });
    for (const { run } of applicationJobs) await run(t.as(ours, new Date("2026-05-26T09:00:00Z")), {});
    expect(await row()).toMatchObject({ placement: "offered", warnedAt: new Date("2026-05-26T09:00:00Z") });
    for (const { run } of applicationJobs) await run(t.as(ours, justAfterMidnight), {});
    for (const { run } of applicationJobs) await run(t.as(ours, justAfterMidnight), {});
    expect((await row()).placement).toBe("lapsed");
    expect(await mailsOf(t.db, place.applicationId, "place_lapsed")).toHaveLength(1);
  });
});

describe("giving a place back", () => {
  test("by withdrawing tells the lead and the hub, and frees it", async () => {
    await aLead(t.db, place.workGroupId, (await aPerson(t.db, { email: "daniel@schools.example" })).id);
    await acceptPlace(asLead(), place);
    await withdrawApplication(asLead(), { applicationId: place.applicationId, reason: "New headteacher" });
    expect(await row()).toMatchObject({ decision: "withdrawn", placement: "withdrawn" });
    const mails = await mailsOf(t.db, place.applicationId, "place_freed");
    expect(mails.map(({ toEmail }) => toEmail)).toContain("daniel@schools.example");
    expect(mails).toHaveLength(2);
    expect(mails.every(({ body }) => body.includes("New headteacher"))).toBe(true);
  });

  test("by the hub undoing its decision takes the offer with it, until it is accepted", async () => {
    const { version } = await row();
    const undo = (seen: number) =>
      undoDecision(t.as(school.assistant), { applicationId: place.applicationId, version: seen });
    expect((await undo(version)).ok).toBe(true);
    expect(await row()).toMatchObject({
      decision: "submitted",
      placement: "unplaced",
      workGroupId: null,
      placementExplanation: null,
    });
    const [mail] = await mailsOf(t.db, place.applicationId, "decision_undone");
    expect(mail?.body).toContain("The place it offered is no longer held");
  });
});

describe("choosing a place by hand", () => {
  test("begins with the open groups that have a place free, for those who decide", async () => {
    const next = await anApproved(t.db, school);
    const list = (actor = school.assistant) => listGroupsToOffer(t.as(actor), next.id);
    expect(await list()).toEqual([]);
    await t.db.update(workGroups).set({ maximumSchools: 3 }).where(eq(workGroups.id, place.workGroupId));
    expect(await list()).toMatchObject([{ id: place.workGroupId, free: 2 }]);
    const manager = await anActor(t.db, { role: "project_manager", hubId: school.hubId });
    for (const actor of [manager, school.lead, school.stranger]) expect(await list(actor)).toEqual([]);
    await t.db.update(workGroups).set({ status: "planned" }).where(eq(workGroups.id, place.workGroupId));
    expect(await list()).toEqual([]);
  });

  test("is for those who decide, and meets the same refusals as any offer", async () => {
    const next = await anApproved(t.db, school);
    const choice = {
      applicationId: next.id,
      workGroupId: place.workGroupId,
      answerBy: "2026-06-05",
      reason: "A place is free.",
    };
    const manager = await anActor(t.db, { role: "project_manager", hubId: school.hubId });
    expect(await choosePlace(t.as(manager), choice)).toMatchObject({ refusal: { code: "not_found" } });
    expect(await choosePlace(t.as(school.assistant), choice)).toMatchObject({
      refusal: { code: "group_full" },
    });
    await t.db.update(workGroups).set({ maximumSchools: 2 }).where(eq(workGroups.id, place.workGroupId));
    expect((await choosePlace(t.as(school.assistant), choice)).ok).toBe(true);
    expect((await eventTypesOf(t.db, next.id)).at(-1)).toBe("application.place_offered");
  });
});
