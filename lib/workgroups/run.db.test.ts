import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { workGroupLeads, workGroupSessions, workGroups } from "@/db/schema/workgroups";
import {
  aHub,
  aLead,
  anActor,
  anEmployment,
  aParticipant,
  aPerson,
  aSession,
  aWorkGroup,
  nobodysId,
} from "@/db/testing/factories";
import { testContext } from "@/db/testing/test-context";
import { systemActor } from "@/lib/access/actor";
import { assignLead } from "./assign-lead";
import { cancelSession } from "./cancel-session";
import { cancelWorkGroup } from "./cancel-work-group";
import { confirmWorkGroup } from "./confirm-work-group";
import { followGroupDates } from "./follow-group-dates";
import { moveSession } from "./move-session";
import { eventsOf, type GroupInAHub, groupInAHub, mailsOf } from "./testing/group-in-a-hub";

const t = testContext();
let hub: GroupInAHub;

beforeEach(async () => {
  hub = await groupInAHub(t.db);
});

async function findGroup(id = hub.groupId) {
  const [row] = await t.db.select().from(workGroups).where(eq(workGroups.id, id));
  return row;
}

async function findSession(id: string) {
  const [row] = await t.db.select().from(workGroupSessions).where(eq(workGroupSessions.id, id));
  return row;
}

describe("the lead of a group", () => {
  const choose = (personId: string) =>
    assignLead(t.as(hub.assistant), { workGroupId: hub.groupId, personId });

  test("is told, and the one before stays in its history", async () => {
    const other = await anActor(t.db, { role: "work_group_lead", hubId: hub.hubId });
    expect((await choose(hub.lead.personId)).ok).toBe(true);
    expect((await choose(other.personId)).ok).toBe(true);
    const rows = await t.db
      .select({ personId: workGroupLeads.personId, finishedOn: workGroupLeads.finishedOn })
      .from(workGroupLeads)
      .where(eq(workGroupLeads.workGroupId, hub.groupId));
    expect(rows).toEqual(
      expect.arrayContaining([
        { personId: hub.lead.personId, finishedOn: "2026-05-13" },
        { personId: other.personId, finishedOn: null },
      ]),
    );
    expect(await eventsOf(t.db, hub.groupId)).toEqual([
      "work_group.lead_assigned",
      "work_group.lead_stood_down",
      "work_group.lead_assigned",
    ]);
    const told = (await mailsOf(t.db, hub.hubId)).map(({ purpose, toName }) => ({ purpose, toName }));
    expect(told).toContainEqual({ purpose: "work_group_lead", toName: other.name });
  });

  test.each(["offered", "accepted", "started"] as const)(
    "never comes from a school whose place is %s",
    async (placement) => {
      const { organisationId } = await hub.place(placement);
      await anEmployment(t.db, hub.lead.personId, organisationId);
      expect(await choose(hub.lead.personId)).toMatchObject({ refusal: { code: "own_school" } });
      expect(await eventsOf(t.db, hub.groupId)).toEqual([]);
    },
  );

  test("may come from a school that declined its place", async () => {
    const { organisationId } = await hub.place("declined");
    await anEmployment(t.db, hub.lead.personId, organisationId);
    expect((await choose(hub.lead.personId)).ok).toBe(true);
  });

  test("is refused when already leading, without a lead's grant in this hub, and once the group is over", async () => {
    await choose(hub.lead.personId);
    expect(await choose(hub.lead.personId)).toMatchObject({ refusal: { code: "already_lead" } });
    const ofAnotherHub = await anActor(t.db, { role: "work_group_lead", hubId: (await aHub(t.db)).id });
    expect(await choose(ofAnotherHub.personId)).toMatchObject({ refusal: { code: "not_a_lead" } });
    expect(
      await assignLead(t.as(hub.manager), { workGroupId: hub.groupId, personId: hub.lead.personId }),
    ).toMatchObject({ refusal: { code: "not_found" } });
    await hub.set({ status: "finished" });
    expect(await choose((await aPerson(t.db)).id)).toMatchObject({ refusal: { code: "wrong_status" } });
  });
});

describe("moving a session", () => {
  const to = { sequence: 0, heldOn: "2026-10-13", startsAt: "09:30", endsAt: "11:30", accepted: "" };
  const move = async (sessionId: string, change: object = {}) =>
    moveSession(t.as(hub.manager), { workGroupId: hub.groupId, sessionId, ...to, ...change });

  test("changes every calendar and tells the lead, the schools and their people", async () => {
    const session = await aSession(t.db, { workGroupId: hub.groupId });
    await aLead(t.db, hub.groupId, hub.lead.personId);
    const { applicationId, mathsLead } = await hub.place("accepted");
    const participant = await aPerson(t.db);
    await aParticipant(t.db, applicationId, participant.id);
    expect(await move(session.id)).toMatchObject({ ok: true, value: { told: 3 } });
    expect(await findSession(session.id)).toMatchObject({
      heldOn: "2026-10-13",
      startsAt: "09:30:00",
      sequence: 1,
    });
    expect(await eventsOf(t.db, hub.groupId)).toEqual(["work_group.session_moved"]);
    const mails = await mailsOf(t.db, hub.hubId);
    expect(mails.map(({ toName }) => toName).sort()).toEqual(
      [hub.lead.name, mathsLead.name, participant.name].sort(),
    );
    expect(mails[0]?.subject).toContain("Tuesday 13 October 2026");
    expect(mails[0]?.body).toContain("Tuesday 6 October 2026, 1.30pm to 3.30pm");
  });

  test("warns of an odd date once, with everything that is odd, and takes it when it is sent again", async () => {
    const session = await aSession(t.db, { workGroupId: hub.groupId });
    const heldOn = "2026-10-26";
    const warned = await move(session.id, { heldOn });
    expect(warned).toMatchObject({ refusal: { code: "date_odd" } });
    const { warnings } = (warned.ok ? undefined : warned.refusal.detail) ?? {};
    expect(warnings).toContain("October half term");
    expect(warnings).toContain("the group meets on Tuesdays");
    expect((await findSession(session.id))?.heldOn).toBe("2026-10-06");
    expect((await move(session.id, { heldOn, accepted: `${heldOn} 09:30 11:30` })).ok).toBe(true);
  });

  test("warns when the lead or the venue has another session at that time", async () => {
    const session = await aSession(t.db, { workGroupId: hub.groupId });
    await aLead(t.db, hub.groupId, hub.lead.personId);
    const elsewhere = (await aHub(t.db)).id;
    const other = await aWorkGroup(t.db, { offerId: hub.offerId, hubId: elsewhere, name: "Secret Monday" });
    await aLead(t.db, other.id, hub.lead.personId);
    await aSession(t.db, { workGroupId: other.id, heldOn: to.heldOn, startsAt: "10:30", endsAt: "12:30" });
    const beside = await aWorkGroup(t.db, {
      offerId: hub.offerId,
      hubId: hub.hubId,
      name: "Fernley Morning",
    });
    await aSession(t.db, {
      workGroupId: beside.id,
      heldOn: to.heldOn,
      startsAt: "11:00",
      endsAt: "13:00",
      venuePostcode: hub.venuePostcode,
    });
    const warned = await move(session.id);
    const warnings = String(warned.ok ? "" : warned.refusal.detail?.warnings);
    expect(warnings).toContain(`${hub.lead.name} leads a group of another hub from 10.30am to 12.30pm`);
    expect(warnings).toContain("Testham Teaching Centre has Fernley Morning from 11am to 1pm");
    expect(warnings).not.toContain("Secret Monday");
    expect((await move(session.id, { startsAt: "13:30", endsAt: "15:30" })).ok).toBe(true);
  });

  test("is refused when it changed meanwhile, took place, is cancelled, is another group's, or the group is over", async () => {
    const session = await aSession(t.db, { workGroupId: hub.groupId });
    const over = await aSession(t.db, { workGroupId: hub.groupId, number: 2, registerSavedAt: new Date(0) });
    const off = await aSession(t.db, { workGroupId: hub.groupId, number: 3, cancelledAt: new Date(0) });
    const other = await aWorkGroup(t.db, { offerId: hub.offerId, hubId: hub.hubId });
    const foreign = await aSession(t.db, { workGroupId: other.id });
    const asLead = moveSession(t.as(hub.lead), { workGroupId: hub.groupId, sessionId: session.id, ...to });
    expect(await asLead).toMatchObject({ refusal: { code: "not_found" } });
    expect(await move(session.id, { sequence: 4 })).toMatchObject({ refusal: { code: "changed_meanwhile" } });
    expect(await move(over.id)).toMatchObject({ refusal: { code: "session_over" } });
    expect(await move(off.id)).toMatchObject({ refusal: { code: "session_cancelled" } });
    expect(await move(foreign.id)).toMatchObject({ refusal: { code: "not_found" } });
    await hub.set({ status: "cancelled" });
    expect(await move(session.id)).toMatchObject({ refusal: { code: "wrong_status" } });
  });
});

describe("cancelling a session", () => {
  const off = (sessionId: string, sequence = 0) =>
    cancelSession(t.as(hub.manager), {
      workGroupId: hub.groupId,
      sessionId,
      sequence,
      reason: "The lead is ill",
    });

  test("keeps it in calendars as cancelled and tells everybody why", async () => {
    const session = await aSession(t.db, { workGroupId: hub.groupId });
    await hub.place("accepted");
    expect(await off(session.id)).toMatchObject({ ok: true, value: { told: 1 } });
    expect(await findSession(session.id)).toMatchObject({ sequence: 1, cancelledAt: expect.any(Date) });
    expect(await eventsOf(t.db, hub.groupId)).toEqual(["work_group.session_cancelled"]);
    expect((await mailsOf(t.db, hub.hubId))[0]?.body).toContain("The lead is ill");
  });

  test("happens once, and not to who saw it before it moved, nor after its register", async () => {
    const session = await aSession(t.db, { workGroupId: hub.groupId, sequence: 1 });
    expect(await off(session.id)).toMatchObject({ refusal: { code: "changed_meanwhile" } });
    expect((await off(session.id, 1)).ok).toBe(true);
    expect(await off(session.id, 2)).toMatchObject({ refusal: { code: "session_cancelled" } });
    const over = await aSession(t.db, { workGroupId: hub.groupId, number: 2, registerSavedAt: new Date(0) });
    expect(await off(over.id)).toMatchObject({ refusal: { code: "session_over" } });
    expect(await off(nobodysId())).toMatchObject({ refusal: { code: "not_found" } });
    await hub.set({ status: "finished" });
    expect(await off(over.id)).toMatchObject({ refusal: { code: "wrong_status" } });
  });
});

describe("confirming a group", () => {
  const confirm = (reason = "") =>
    confirmWorkGroup(t.as(hub.assistant), { workGroupId: hub.groupId, reason });

  test("needs dates, a lead and enough schools, or a reason for running with fewer", async () => {
    expect(await confirm()).toMatchObject({ refusal: { code: "no_sessions" } });
    await aSession(t.db, { workGroupId: hub.groupId });
    expect(await confirm()).toMatchObject({ refusal: { code: "no_lead" } });
    await aLead(t.db, hub.groupId, hub.lead.personId);
    await hub.place("accepted");
    await hub.place("offered");
    expect(await confirm()).toMatchObject({
      refusal: { code: "below_minimum", detail: { taken: 1, minimum: 2 } },
    });
    expect((await confirm("A third school joins in November")).ok).toBe(true);
    expect(await findGroup()).toMatchObject({ status: "confirmed", version: 2 });
    expect(await eventsOf(t.db, hub.groupId)).toEqual(["work_group.confirmed"]);
    expect(await confirm()).toMatchObject({ refusal: { code: "wrong_status" } });
  });

  test("is not the project manager's", async () => {
    expect(await confirmWorkGroup(t.as(hub.manager), { workGroupId: hub.groupId, reason: "" })).toMatchObject(
      { refusal: { code: "not_found" } },
    );
  });
});

describe("cancelling a group without places", () => {
  const cancel = () =>
    cancelWorkGroup(t.as(hub.assistant), { workGroupId: hub.groupId, reason: "No lead can be found" });

  test("cancels what lies ahead, keeps what took place, and tells its lead", async () => {
    const ahead = await aSession(t.db, { workGroupId: hub.groupId });
    const past = await aSession(t.db, { workGroupId: hub.groupId, number: 2, registerSavedAt: new Date(0) });
    await aLead(t.db, hub.groupId, hub.lead.personId);
    expect((await cancel()).ok).toBe(true);
    expect(await findGroup()).toMatchObject({ status: "cancelled", cancelledReason: "No lead can be found" });
    expect(await findSession(ahead.id)).toMatchObject({ cancelledAt: expect.any(Date), sequence: 1 });
    expect(await findSession(past.id)).toMatchObject({ cancelledAt: null, sequence: 0 });
    expect(await eventsOf(t.db, hub.groupId)).toEqual(["work_group.cancelled"]);
    expect((await mailsOf(t.db, hub.hubId)).map(({ toName }) => toName)).toEqual([hub.lead.name]);
    expect(await cancel()).toMatchObject({ refusal: { code: "wrong_status" } });
  });

  test("is refused while a school holds a place, and to those who only arrange", async () => {
    await hub.place("offered");
    expect(await cancel()).toMatchObject({ refusal: { code: "places_held" } });
    expect(
      await cancelWorkGroup(t.as(hub.manager), { workGroupId: hub.groupId, reason: "No" }),
    ).toMatchObject({ refusal: { code: "not_found" } });
  });
});

describe("the calendar moves groups on", () => {
  const follow = (day: string) =>
    followGroupDates(t.as(systemActor("follow-group-dates"), new Date(`${day}T09:00:00Z`)));

  test("from confirmed to running on the first day, to finished after the last, each once", async () => {
    await hub.set({ status: "confirmed" });
    await aSession(t.db, { workGroupId: hub.groupId, number: 1, heldOn: "2026-10-06" });
    await aSession(t.db, { workGroupId: hub.groupId, number: 2, heldOn: "2027-05-04" });
    await aSession(t.db, {
      workGroupId: hub.groupId,
      number: 3,
      heldOn: "2027-06-08",
      cancelledAt: new Date(0),
    });
    expect(await follow("2026-10-05")).toEqual({ ok: true, value: { moved: 0 } });
    expect(await follow("2026-10-06")).toEqual({ ok: true, value: { moved: 1 } });
    expect(await findGroup()).toMatchObject({ status: "running", version: 2 });
    expect(await follow("2027-05-04")).toEqual({ ok: true, value: { moved: 0 } });
    expect(await follow("2027-05-05")).toEqual({ ok: true, value: { moved: 1 } });
    expect(await follow("2027-05-05")).toEqual({ ok: true, value: { moved: 0 } });
    expect((await findGroup())?.status).toBe("finished");
    expect(await eventsOf(t.db, hub.groupId)).toEqual(["work_group.started", "work_group.finished"]);
  });

  test("says both when the whole year lies behind, and leaves groups that nobody confirmed", async () => {
    await aSession(t.db, { workGroupId: hub.groupId, heldOn: "2026-10-06" });
    await follow("2027-07-01");
    expect((await findGroup())?.status).toBe("recruiting");
    await hub.set({ status: "confirmed" });
    await follow("2027-07-01");
    expect(await eventsOf(t.db, hub.groupId)).toEqual(["work_group.started", "work_group.finished"]);
  });

  test("is nobody's wish", async () => {
    expect(await followGroupDates(t.as(hub.assistant))).toMatchObject({ refusal: { code: "not_found" } });
  });
});
