import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { headteacherAgreements, participants } from "@/db/schema/applications";
import { events } from "@/db/schema/events";
import { people } from "@/db/schema/people";
import { anActor, anApplication, anOffer, TEST_NOW } from "@/db/testing/factories";
import { testContext } from "@/db/testing/test-context";
import { type UserActor, visitor } from "@/lib/access/actor";
import { answerAgreement } from "./answer-agreement";
import { askHeadteacher } from "./ask-headteacher";
import { saveHeadteacher } from "./save-headteacher";
import { saveMeeting } from "./save-meeting";
import { submitApplication } from "./submit-application";
import { switchOffer } from "./switch-offer";
import {
  agree,
  eventTypesOf,
  filledBy,
  findRow,
  mailsOf,
  type SchoolInAHub,
  schoolInAHub,
  secretOf,
  sentBy,
  startedBy,
} from "./testing/school-in-a-hub";
import { withdrawApplication } from "./withdraw-application";

const t = testContext();
let school: SchoolInAHub;
let lead: UserActor;
let stranger: UserActor;
let organisationId: string;
let offerId: string;
let hubId: string;

beforeEach(async () => {
  school = await schoolInAHub(t.db);
  ({ lead, stranger, organisationId, offerId, hubId } = school);
});

const later = (minutes: number) => new Date(TEST_NOW.getTime() + minutes * 60_000);

describe("sending", () => {
  test("needs every part", async () => {
    const applicationId = await startedBy(t.as(lead), school);
    const answer = await submitApplication(t.as(lead), { applicationId, version: 1 });
    expect(answer).toMatchObject({ refusal: { code: "part_missing", detail: { part: "wishes" } } });
    expect((await findRow(t.db, applicationId)).decision).toBe("draft");
  });

  test("asks the headteacher and waits, and a second sending changes nothing", async () => {
    const applicationId = await sentBy(t.as(lead), school);
    expect(await findRow(t.db, applicationId)).toMatchObject({
      decision: "awaiting_headteacher",
      submittedAt: TEST_NOW,
      promisedOn: null,
    });
    const again = await submitApplication(t.as(lead), { applicationId, version: 1 });
    expect(again).toMatchObject({ ok: true, value: { applicationId } });
    expect(await mailsOf(t.db, applicationId, "headteacher_agreement")).toHaveLength(1);
    expect(await mailsOf(t.db, applicationId, "application_sent")).toHaveLength(1);
    const types = await eventTypesOf(t.db, applicationId);
    expect(types.filter((type) => type === "application.submitted")).toHaveLength(1);
  });

  test("notices that somebody changed an answer after it was read", async () => {
    const applicationId = await filledBy(t.as(lead), school);
    const { version } = await findRow(t.db, applicationId);
    await saveMeeting(t.as(lead), { applicationId, mode: "online" });
    expect(await submitApplication(t.as(lead), { applicationId, version })).toMatchObject({
      refusal: { code: "changed_meanwhile" },
    });
  });

  test("keeps to the window and to the school", async () => {
    const applicationId = await filledBy(t.as(lead), school);
    const { version } = await findRow(t.db, applicationId);
    const late = await submitApplication(t.as(lead, new Date("2026-07-01T09:00:00Z")), {
      applicationId,
      version,
    });
    expect(late).toMatchObject({ refusal: { code: "closed" } });
    expect(await submitApplication(t.as(stranger), { applicationId, version })).toMatchObject({
      refusal: { code: "not_found" },
    });
  });
});

describe("the headteacher", () => {
  test("agrees by the link: the hub's promise begins, and the text is kept", async () => {
    const applicationId = await sentBy(t.as(lead), school);
    const answer = await answerAgreement(t.as(visitor, later(60)), {
      secret: await secretOf(t.db, applicationId),
      ...agree,
    });
    expect(answer).toEqual({ ok: true, value: { answer: "agreed", applicationId } });
    expect(await findRow(t.db, applicationId)).toMatchObject({
      decision: "submitted",
      promisedOn: "2026-06-04",
    });
    const [kept] = await t.db
      .select()
      .from(headteacherAgreements)
      .where(eq(headteacherAgreements.applicationId, applicationId));
    expect(kept).toMatchObject({
      answer: "agreed",
      answerName: "Tom Ashworth",
      commitmentVersion: 1,
      commitmentText: "The school releases its participants for every session.",
    });
    expect(kept?.secretHash).not.toBe(await secretOf(t.db, applicationId));
    const [event] = await t.db
      .select()
      .from(events)
      .where(eq(events.type, "application.headteacher_answered"));
    expect(event).toMatchObject({ actorKind: "link", actorId: null });
  });

  test("agrees once: the same answer again is the same, another is refused", async () => {
    const applicationId = await sentBy(t.as(lead), school);
    const secret = await secretOf(t.db, applicationId);
    await answerAgreement(t.as(visitor), { secret, ...agree });
    expect((await answerAgreement(t.as(visitor), { secret, ...agree })).ok).toBe(true);
    expect(await answerAgreement(t.as(visitor), { secret, answer: "refused", promises: [] })).toMatchObject({
      refusal: { code: "link_used" },
    });
    expect(await mailsOf(t.db, applicationId, "headteacher_agreed")).toHaveLength(1);
  });

  test("says no with one press, and may be asked again", async () => {
    const applicationId = await sentBy(t.as(lead), school);
    const no = await answerAgreement(t.as(visitor), {
      secret: await secretOf(t.db, applicationId),
      answer: "refused",
      promises: [],
    });
    expect(no.ok).toBe(true);
    expect((await findRow(t.db, applicationId)).decision).toBe("awaiting_headteacher");
    expect((await askHeadteacher(t.as(lead, later(5)), { applicationId })).ok).toBe(true);
    const yes = await answerAgreement(t.as(visitor, later(6)), {
      secret: await secretOf(t.db, applicationId),
      ...agree,
    });
    expect(yes.ok).toBe(true);
  });

  test("ticks every promise and signs", async () => {
    const applicationId = await sentBy(t.as(lead), school);
    const secret = await secretOf(t.db, applicationId);
    expect(
      await answerAgreement(t.as(visitor), { secret, answer: "agreed", name: "Tom Ashworth", promises: [] }),
    ).toMatchObject({ refusal: { code: "promises_missing" } });
    expect(await answerAgreement(t.as(visitor), { secret, answer: "agreed", promises: ["0"] })).toMatchObject(
      { refusal: { code: "name_needed" } },
    );
  });

  test("finds no use in a made-up, old or replaced link", async () => {
    const applicationId = await sentBy(t.as(lead), school);
    const first = await secretOf(t.db, applicationId);
    expect(await answerAgreement(t.as(visitor), { secret: "made-up", ...agree })).toMatchObject({
      refusal: { code: "not_found" },
    });
    const tooLate = new Date("2026-05-27T23:00:00Z");
    expect(await answerAgreement(t.as(visitor, tooLate), { secret: first, ...agree })).toMatchObject({
      refusal: { code: "link_old" },
    });
    expect((await askHeadteacher(t.as(lead, later(90)), { applicationId })).ok).toBe(true);
    expect(await answerAgreement(t.as(visitor, later(91)), { secret: first, ...agree })).toMatchObject({
      refusal: { code: "link_old" },
    });
  });

  test("is not written to twice within the hour, nor more than six times a day", async () => {
    const applicationId = await sentBy(t.as(lead), school);
    expect(await askHeadteacher(t.as(lead, later(30)), { applicationId })).toMatchObject({
      refusal: { code: "asked_just_now" },
    });
    for (const hours of [2, 4, 6, 8, 10])
      await askHeadteacher(t.as(lead, later(hours * 60)), { applicationId });
    expect(await askHeadteacher(t.as(lead, later(12 * 60)), { applicationId })).toMatchObject({
      refusal: { code: "asked_too_often" },
    });
    expect(await askHeadteacher(t.as(stranger), { applicationId })).toMatchObject({
      refusal: { code: "not_found" },
    });
  });

  test("gets a new link when the address was wrong, and the old one ends", async () => {
    const applicationId = await sentBy(t.as(lead), school);
    const first = await secretOf(t.db, applicationId);
    const moved = await saveHeadteacher(t.as(lead, later(5)), {
      applicationId,
      headName: "Farah Malik",
      headEmail: "f.malik@hallbeck.example",
    });
    expect(moved.ok).toBe(true);
    const mails = await mailsOf(t.db, applicationId, "headteacher_agreement");
    expect(mails.map((mail) => mail.toEmail).sort()).toEqual([
      "f.malik@hallbeck.example",
      "head@hallbeck.example",
    ]);
    expect(await answerAgreement(t.as(visitor, later(6)), { secret: first, ...agree })).toMatchObject({
      refusal: { code: "link_old" },
    });
  });

  test("is not the applicant under another name", async () => {
    const applicationId = await startedBy(t.as(lead), school);
    const [own] = await t.db.select().from(people).where(eq(people.id, lead.personId));
    const answer = await saveHeadteacher(t.as(lead), {
      applicationId,
      headName: "Tom",
      headEmail: own?.email?.toUpperCase() ?? "",
    });
    expect(answer).toMatchObject({ refusal: { code: "head_is_applicant" } });
  });

  test("agrees signed in, before sending: then sending begins the promise at once", async () => {
    const applicationId = await filledBy(t.as(lead), school);
    const head = await anActor(t.db, { role: "headteacher", organisationId });
    expect(await answerAgreement(t.as(lead), { applicationId, ...agree })).toMatchObject({
      refusal: { code: "not_found" },
    });
    expect((await answerAgreement(t.as(head), { applicationId, ...agree })).ok).toBe(true);
    await submitApplication(t.as(lead), {
      applicationId,
      version: (await findRow(t.db, applicationId)).version,
    });
    expect(await findRow(t.db, applicationId)).toMatchObject({
      decision: "submitted",
      promisedOn: "2026-06-04",
    });
    expect(await mailsOf(t.db, applicationId, "headteacher_agreement")).toHaveLength(0);
  });
});

describe("taking back", () => {
  test("withdraws once, and ends the headteacher's link", async () => {
    const applicationId = await sentBy(t.as(lead), school);
    const secret = await secretOf(t.db, applicationId);
    expect((await withdrawApplication(t.as(lead), { applicationId })).ok).toBe(true);
    expect((await withdrawApplication(t.as(lead), { applicationId })).ok).toBe(true);
    const types = await eventTypesOf(t.db, applicationId);
    expect(types.filter((type) => type === "application.withdrawn")).toHaveLength(1);
    expect(await answerAgreement(t.as(visitor), { secret, ...agree })).toMatchObject({
      refusal: { code: "link_old" },
    });
    expect(await withdrawApplication(t.as(stranger), { applicationId })).toMatchObject({
      refusal: { code: "not_found" },
    });
  });

  test("leaves room for a new application", async () => {
    const first = await startedBy(t.as(lead), school);
    await withdrawApplication(t.as(lead), { applicationId: first });
    expect(await startedBy(t.as(lead), school)).not.toBe(first);
  });

  test("refuses what the hub has declined", async () => {
    const { id } = await anApplication(t.db, { organisationId, offerId, hubId, decision: "declined" });
    expect(await withdrawApplication(t.as(lead), { applicationId: id })).toMatchObject({
      refusal: { code: "decided" },
    });
  });

  test("switches with the answers, or not at all", async () => {
    const applicationId = await filledBy(t.as(lead), school);
    const other = (await anOffer(t.db)).id;
    const closed = (await anOffer(t.db, { closesOn: "2026-04-01" })).id;
    expect(await switchOffer(t.as(lead), { applicationId, offerId: closed })).toMatchObject({
      refusal: { code: "closed" },
    });
    expect((await findRow(t.db, applicationId)).decision).toBe("draft");
    expect(await switchOffer(t.as(lead), { applicationId, offerId })).toMatchObject({
      refusal: { code: "same_offer" },
    });
    const answer = await switchOffer(t.as(lead), { applicationId, offerId: other });
    if (!answer.ok) throw new Error(answer.refusal.code);
    expect((await findRow(t.db, applicationId)).decision).toBe("withdrawn");
    const next = await findRow(t.db, answer.value.applicationId);
    expect(next).toMatchObject({
      offerId: other,
      maximumKm: 15,
      wishesSaved: true,
      commitmentRead: false,
      headName: "Tom Ashworth",
      followsApplicationId: applicationId,
    });
    expect(await t.db.$count(participants, eq(participants.applicationId, next.id))).toBe(1);
    expect(await switchOffer(t.as(stranger), { applicationId: next.id, offerId })).toMatchObject({
      refusal: { code: "not_found" },
    });
  });
});
