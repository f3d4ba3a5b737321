import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { applications, participants } from "@/db/schema/applications";
import { organisations } from "@/db/schema/schools";
import { anActor, anApplication, anOffer, aWorkGroup, TEST_NOW } from "@/db/testing/factories";
import { testContext } from "@/db/testing/test-context";
import type { UserActor } from "@/lib/access/actor";
import { approveApplication } from "./approve-application";
import { assignApplication } from "./assign-application";
import { declineApplication } from "./decline-application";
import { redirectApplication } from "./redirect-application";
import { saveMeeting } from "./save-meeting";
import { startApplication } from "./start-application";
import {
  completeBy,
  eventTypesOf,
  findRow,
  mailsOf,
  type SchoolInAHub,
  schoolInAHub,
  sentBy,
} from "./testing/school-in-a-hub";
import { undoDecision } from "./undo-decision";
import { withdrawApplication } from "./withdraw-application";

const t = testContext();
let school: SchoolInAHub;
let assistant: UserActor;
let applicationId: string;

beforeEach(async () => {
  school = await schoolInAHub(t.db);
  assistant = school.assistant;
  applicationId = await completeBy(t.as(school.lead), school);
});

async function asSeen(id = applicationId) {
  return { applicationId: id, version: (await findRow(t.db, id)).version };
}

describe("approving", () => {
  test("sets the tier, records who and when, and tells the school", async () => {
    await t.db
      .update(organisations)
      .set({ disadvantaged: 41 })
      .where(eq(organisations.id, school.organisationId));
    const answer = await approveApplication(t.as(assistant), await asSeen());
    expect(answer).toEqual({ ok: true, value: { tier: 0 } });
    expect(await findRow(t.db, applicationId)).toMatchObject({
      decision: "approved",
      tier: 0,
      decidedBy: assistant.personId,
      decidedAt: TEST_NOW,
    });
    expect(await mailsOf(t.db, applicationId, "application_approved")).toHaveLength(1);
    expect((await eventTypesOf(t.db, applicationId)).at(-1)).toBe("application.approved");
  });

  test("is for those who decide in this hub and phase", async () => {
    const { hubId, organisationId } = school;
    const others = [
      school.lead,
      await anActor(t.db, { role: "project_manager", hubId }),
      await anActor(t.db, { role: "assistant_hub_lead", hubId, phase: "secondary" }),
      await anActor(t.db, { role: "headteacher", organisationId }),
    ];
    for (const actor of others) {
      expect(await approveApplication(t.as(actor), await asSeen())).toEqual({
        ok: false,
        refusal: { code: "not_found" },
      });
    }
    expect((await findRow(t.db, applicationId)).decision).toBe("submitted");
  });

  test("needs the headteacher's agreement first", async () => {
    const offerId = (await anOffer(t.db)).id;
    const waiting = await sentBy(t.as(school.lead), { ...school, offerId });
    expect(await approveApplication(t.as(assistant), await asSeen(waiting))).toMatchObject({
      refusal: { code: "not_complete" },
    });
  });

  test("notices a change since it was read, and a decision by somebody else", async () => {
    const seen = await asSeen();
    await saveMeeting(t.as(school.lead), { applicationId, mode: "online" });
    expect(await approveApplication(t.as(assistant), seen)).toMatchObject({
      refusal: { code: "changed_meanwhile" },
    });
    await approveApplication(t.as(assistant), await asSeen());
    expect(await approveApplication(t.as(assistant), await asSeen())).toMatchObject({
      refusal: { code: "decided" },
    });
  });
});

describe("declining", () => {
  test("keeps the reason and mails the answer", async () => {
    const answer = await declineApplication(t.as(assistant), {
      ...(await asSeen()),
      reason: "cannot_release",
      note: "Ring me in May",
    });
    expect(answer.ok).toBe(true);
    expect(await findRow(t.db, applicationId)).toMatchObject({
      decision: "declined",
      decisionReason: "cannot_release",
      decisionNote: "Ring me in May",
    });
    const [mail] = await mailsOf(t.db, applicationId, "application_declined");
    expect(mail?.body).toContain("could not release teachers");
    expect(mail?.body).toContain("Ring me in May");
  });

  test("for something else says what", async () => {
    const seen = await asSeen();
    expect(await declineApplication(t.as(assistant), { ...seen, reason: "something_else" })).toMatchObject({
      refusal: { code: "note_needed" },
    });
    expect(await declineApplication(t.as(school.lead), { ...seen, reason: "cannot_release" })).toMatchObject({
      refusal: { code: "not_found" },
    });
  });
});

describe("redirecting", () => {
  test("prepares the other application with the answers and the people, and tells the school", async () => {
    const offerId = (await anOffer(t.db)).id;
    const answer = await redirectApplication(t.as(assistant), {
      ...(await asSeen()),
      offerId,
      reason: "groundwork_first",
    });
    if (!answer.ok) throw new Error(answer.refusal.code);
    expect(await findRow(t.db, applicationId)).toMatchObject({
      decision: "redirected",
      redirectedToOfferId: offerId,
    });
    const next = await findRow(t.db, answer.value.applicationId);
    expect(next).toMatchObject({
      decision: "draft",
      offerId,
      maximumKm: 15,
      startedBy: school.lead.personId,
      followsApplicationId: applicationId,
    });
    expect(await t.db.$count(participants, eq(participants.applicationId, next.id))).toBe(1);
    const [mail] = await mailsOf(t.db, applicationId, "application_redirected");
    expect(mail?.body).toContain(`/school/applications/${next.id}`);
  });

  test("goes to another offer whose window is open", async () => {
    const closed = (await anOffer(t.db, { closesOn: "2026-04-01" })).id;
    const seen = await asSeen();
    expect(
      await redirectApplication(t.as(assistant), { ...seen, offerId: closed, reason: "better_fit" }),
    ).toMatchObject({ refusal: { code: "closed" } });
    expect(
      await redirectApplication(t.as(assistant), { ...seen, offerId: school.offerId, reason: "better_fit" }),
    ).toMatchObject({ refusal: { code: "same_offer" } });
    expect(
      await redirectApplication(t.as(school.stranger), { ...seen, offerId: closed, reason: "better_fit" }),
    ).toMatchObject({ refusal: { code: "not_found" } });
  });
});

describe("undoing", () => {
  test("takes an approval back with its tier, and keeps the promise", async () => {
    await approveApplication(t.as(assistant), await asSeen());
    const { promisedOn } = await findRow(t.db, applicationId);
    expect((await undoDecision(t.as(assistant), await asSeen())).ok).toBe(true);
    expect(await findRow(t.db, applicationId)).toMatchObject({
      decision: "submitted",
      tier: null,
      decidedBy: null,
      promisedOn,
    });
    expect(await mailsOf(t.db, applicationId, "decision_undone")).toHaveLength(1);
  });

  test("is over once the school has accepted a place, and not for the school", async () => {
    const { hubId, offerId } = school;
    const group = await aWorkGroup(t.db, { hubId, offerId });
    await t.db
      .update(applications)
      .set({ decision: "approved", placement: "accepted", workGroupId: group.id })
      .where(eq(applications.id, applicationId));
    expect(await undoDecision(t.as(assistant), await asSeen())).toMatchObject({
      refusal: { code: "place_accepted" },
    });
    expect(await undoDecision(t.as(school.lead), await asSeen())).toMatchObject({
      refusal: { code: "not_found" },
    });
  });

  test("does not bring back what the school has since started anew", async () => {
    await declineApplication(t.as(assistant), { ...(await asSeen()), reason: "cannot_release" });
    await startApplication(t.as(school.lead), school);
    expect(await undoDecision(t.as(assistant), await asSeen())).toMatchObject({
      refusal: { code: "newer_application" },
    });
  });

  test("takes a suggested draft with it, unless the school went on with that", async () => {
    const offerId = (await anOffer(t.db)).id;
    const answer = await redirectApplication(t.as(assistant), {
      ...(await asSeen()),
      offerId,
      reason: "better_step",
    });
    if (!answer.ok) throw new Error(answer.refusal.code);
    const suggested = answer.value.applicationId;
    await t.db
      .update(applications)
      .set({ decision: "awaiting_headteacher" })
      .where(eq(applications.id, suggested));
    expect(await undoDecision(t.as(assistant), await asSeen())).toMatchObject({
      refusal: { code: "follow_up_sent" },
    });
    await t.db.update(applications).set({ decision: "draft" }).where(eq(applications.id, suggested));
    expect((await undoDecision(t.as(assistant), await asSeen())).ok).toBe(true);
    expect((await findRow(t.db, suggested)).decision).toBe("withdrawn");
  });
});

describe("withdrawing an approved application", () => {
  test("frees its place", async () => {
    const { hubId, offerId, organisationId } = school;
    const group = await aWorkGroup(t.db, { hubId, offerId: (await anOffer(t.db)).id });
    const { id } = await anApplication(t.db, {
      hubId,
      offerId: group.offerId,
      organisationId,
      decision: "approved",
      placement: "accepted",
      workGroupId: group.id,
    });
    expect(offerId).not.toBe(group.offerId);
    expect((await withdrawApplication(t.as(school.lead), { applicationId: id })).ok).toBe(true);
    expect(await findRow(t.db, id)).toMatchObject({ decision: "withdrawn", placement: "withdrawn" });
  });
});

describe("giving an application to somebody", () => {
  test("is for staff of the hub, from staff of the hub", async () => {
    const { hubId } = school;
    const manager = await anActor(t.db, { role: "project_manager", hubId });
    const answer = await assignApplication(t.as(manager), {
      ...(await asSeen()),
      personId: assistant.personId,
    });
    expect(answer).toEqual({ ok: true, value: { assignedTo: assistant.personId } });
    expect(
      await assignApplication(t.as(manager), { ...(await asSeen()), personId: school.lead.personId }),
    ).toMatchObject({ refusal: { code: "not_staff" } });
    expect(await assignApplication(t.as(school.lead), { ...(await asSeen()), personId: "" })).toMatchObject({
      refusal: { code: "not_found" },
    });
    expect(await assignApplication(t.as(manager), { ...(await asSeen()), personId: "" })).toEqual({
      ok: true,
      value: { assignedTo: null },
    });
  });
});
