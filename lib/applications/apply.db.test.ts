import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { applications, participants } from "@/db/schema/applications";
import { people } from "@/db/schema/people";
import { organisations } from "@/db/schema/schools";
import {
  anActor,
  anApplication,
  anEmployment,
  anOffer,
  aPerson,
  aProgramme,
  aSchool,
  nobodysId,
} from "@/db/testing/factories";
import { testContext } from "@/db/testing/test-context";
import { type UserActor, visitor } from "@/lib/access/actor";
import { addParticipant } from "./add-participant";
import { confirmParticipants } from "./confirm-participants";
import { removeParticipant } from "./remove-participant";
import { saveBestDays } from "./save-best-days";
import { saveDays } from "./save-days";
import { saveMeeting } from "./save-meeting";
import { startApplication } from "./start-application";
import { eventTypesOf, findRow, type SchoolInAHub, schoolInAHub, startedBy } from "./testing/school-in-a-hub";

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

describe("starting", () => {
  test("writes one draft and one event", async () => {
    const applicationId = await startedBy(t.as(lead), school);
    expect(await findRow(t.db, applicationId)).toMatchObject({
      decision: "draft",
      placement: "unplaced",
      hubId,
      startedBy: lead.personId,
    });
    expect(await eventTypesOf(t.db, applicationId)).toEqual(["application.started"]);
  });

  test("answers a second start with the first, whoever asks and even after closing", async () => {
    const applicationId = await startedBy(t.as(lead), school);
    const colleague = await anActor(t.db, { role: "headteacher", organisationId });
    const again = await startApplication(t.as(colleague, new Date("2026-08-01T09:00:00Z")), {
      organisationId,
      offerId,
    });
    expect(again).toEqual({ ok: true, value: { applicationId, isNew: false } });
    expect(await t.db.$count(applications, eq(applications.organisationId, organisationId))).toBe(1);
  });

  test("is for the school's own people", async () => {
    for (const actor of [stranger, visitor, await anActor(t.db, { role: "hub_lead", hubId })]) {
      const answer = await startApplication(t.as(actor), { organisationId, offerId });
      expect(answer).toEqual({ ok: false, refusal: { code: "not_found" } });
    }
    expect(await t.db.$count(applications, eq(applications.organisationId, organisationId))).toBe(0);
  });

  test("keeps to the window, to midnight in London of its last day", async () => {
    const early = await startApplication(t.as(lead, new Date("2026-03-01T23:59:00Z")), {
      organisationId,
      offerId,
    });
    expect(early).toMatchObject({
      ok: false,
      refusal: { code: "not_yet_open", detail: { opensOn: "2026-03-02" } },
    });
    const late = await startApplication(t.as(lead, new Date("2026-06-26T23:00:00Z")), {
      organisationId,
      offerId,
    });
    expect(late).toMatchObject({ ok: false, refusal: { code: "closed" } });
    const lastMinute = await startApplication(t.as(lead, new Date("2026-06-26T22:59:00Z")), {
      organisationId,
      offerId,
    });
    expect(lastMinute.ok).toBe(true);
  });

  test("needs a hub", async () => {
    const school = await aSchool(t.db, { hubId });
    const actor = await anActor(t.db, { role: "school_maths_lead", organisationId: school.id });
    await t.db.update(organisations).set({ hubId: null }).where(eq(organisations.id, school.id));
    const answer = await startApplication(t.as(actor), { organisationId: school.id, offerId });
    expect(answer).toEqual({ ok: false, refusal: { code: "no_hub" } });
  });
});

describe("starting for a person", () => {
  let personal: string;
  beforeEach(async () => {
    const programme = await aProgramme(t.db, { unit: "person", format: "sktm_programme" });
    personal = (await anOffer(t.db, { programmeId: programme.id })).id;
  });

  test("names the person as the one who takes part, and allows one each", async () => {
    const colleague = await aPerson(t.db, { name: "Beth Kelly" });
    await anEmployment(t.db, colleague.id, organisationId);
    const forBeth = await startApplication(t.as(lead), {
      organisationId,
      offerId: personal,
      person: colleague.id,
    });
    const forSelf = await startApplication(t.as(lead), { organisationId, offerId: personal, person: "self" });
    const again = await startApplication(t.as(lead), {
      organisationId,
      offerId: personal,
      person: colleague.id,
    });
    if (!forBeth.ok || !forSelf.ok) throw new Error("refused");
    expect(again).toEqual({ ok: true, value: { applicationId: forBeth.value.applicationId, isNew: false } });
    expect(forSelf.value.isNew).toBe(true);
    const named = await t.db
      .select()
      .from(participants)
      .where(eq(participants.applicationId, forBeth.value.applicationId));
    expect(named.map((participant) => participant.personId)).toEqual([colleague.id]);
  });

  test("asks for a person, and only knows those of the school", async () => {
    const nobody = await startApplication(t.as(lead), { organisationId, offerId: personal });
    expect(nobody).toMatchObject({ refusal: { code: "name_the_person" } });
    const elsewhere = await startApplication(t.as(lead), {
      organisationId,
      offerId: personal,
      person: (await aPerson(t.db)).id,
    });
    expect(elsewhere).toMatchObject({ refusal: { code: "not_found" } });
  });
});

describe("answers", () => {
  test("keep days as bits, and a day that is impossible is no longer preferred", async () => {
    const applicationId = await startedBy(t.as(lead), school);
    await saveDays(t.as(lead), { applicationId, days: ["0", "1", "4"] });
    await saveBestDays(t.as(lead), { applicationId, best: ["1", "2"] });
    expect(await findRow(t.db, applicationId)).toMatchObject({
      impossibleDays: 0b01100,
      preferredDays: 0b00010,
    });
    await saveDays(t.as(lead), { applicationId, days: ["0", "4"] });
    expect(await findRow(t.db, applicationId)).toMatchObject({
      impossibleDays: 0b01110,
      preferredDays: 0,
      version: 4,
    });
  });

  test("are shared within the school and closed to others", async () => {
    const applicationId = await startedBy(t.as(lead), school);
    const head = await anActor(t.db, { role: "headteacher", organisationId });
    expect((await saveMeeting(t.as(head), { applicationId, mode: "online" })).ok).toBe(true);
    expect(await saveMeeting(t.as(stranger), { applicationId, mode: "either" })).toMatchObject({
      refusal: { code: "not_found" },
    });
    expect((await findRow(t.db, applicationId)).mode).toBe("online");
  });

  test("are closed once the hub has decided", async () => {
    const { id: applicationId } = await anApplication(t.db, {
      organisationId,
      offerId,
      hubId,
      decision: "approved",
    });
    expect(await saveDays(t.as(lead), { applicationId, days: ["0", "1"] })).toMatchObject({
      refusal: { code: "decided" },
    });
    expect(
      (await addParticipant(t.as(lead), { applicationId, name: "Leah Grant", jobTitle: "Teacher" })).ok,
    ).toBe(true);
  });
});

describe("people who take part", () => {
  test("need no account, and nobody is named twice", async () => {
    const applicationId = await startedBy(t.as(lead), school);
    const first = await addParticipant(t.as(lead), {
      applicationId,
      name: "Leah Grant",
      jobTitle: "Year 4 teacher",
    });
    const twice = await addParticipant(t.as(lead), {
      applicationId,
      name: "leah grant",
      jobTitle: "Year 4 teacher",
    });
    expect(first.ok).toBe(true);
    expect(twice).toMatchObject({ refusal: { code: "already_named", detail: { name: "Leah Grant" } } });
    expect(await t.db.$count(people, eq(people.name, "Leah Grant"))).toBe(1);
  });

  test("are one record each, found by their address, unless the name is another's", async () => {
    const applicationId = await startedBy(t.as(lead), school);
    const known = await aPerson(t.db, { name: "Owen Price", email: "o.price@hallbeck.example" });
    const wrong = await addParticipant(t.as(lead), {
      applicationId,
      name: "Mary Hill",
      email: "O.Price@hallbeck.example",
      jobTitle: "Teacher",
    });
    expect(wrong).toEqual({ ok: false, refusal: { code: "address_of_another" } });
    await addParticipant(t.as(lead), {
      applicationId,
      name: "Owen Price",
      email: "O.Price@hallbeck.example",
      jobTitle: "Teacher",
    });
    const [named] = await t.db
      .select()
      .from(participants)
      .where(eq(participants.applicationId, applicationId));
    expect(named?.personId).toBe(known.id);
  });

  test("are at most as many as the offer takes, and may be removed and named again", async () => {
    const applicationId = await startedBy(t.as(lead), school);
    const add = (name: string) => addParticipant(t.as(lead), { applicationId, name, jobTitle: "Teacher" });
    const first = await add("Leah Grant");
    await add("Owen Price");
    expect(await add("Mary Hill")).toMatchObject({
      refusal: { code: "people_full", detail: { maximum: 2 } },
    });
    if (!first.ok) throw new Error("refused");
    const { participantId } = first.value;
    expect(await removeParticipant(t.as(lead), { applicationId, participantId })).toEqual({
      ok: true,
      value: { removed: true },
    });
    expect(await removeParticipant(t.as(lead), { applicationId, participantId })).toEqual({
      ok: true,
      value: { removed: false },
    });
    expect((await add("Leah Grant")).ok).toBe(true);
    expect(await removeParticipant(t.as(stranger), { applicationId, participantId })).toMatchObject({
      refusal: { code: "not_found" },
    });
  });

  test("may be named later", async () => {
    const applicationId = await startedBy(t.as(lead), school);
    await confirmParticipants(t.as(lead), { applicationId });
    expect((await findRow(t.db, applicationId)).participantsLater).toBe(true);
    await addParticipant(t.as(lead), { applicationId, name: "Leah Grant", jobTitle: "Teacher" });
    expect((await findRow(t.db, applicationId)).participantsLater).toBe(false);
    expect(await confirmParticipants(t.as(stranger), { applicationId })).toMatchObject({
      refusal: { code: "not_found" },
    });
  });
});

test("what does not exist is not found", async () => {
  expect(await saveDays(t.as(lead), { applicationId: nobodysId(), days: ["0", "1"] })).toMatchObject({
    refusal: { code: "not_found" },
  });
});
