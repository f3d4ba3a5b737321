import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { applications } from "@/db/schema/applications";
import { events } from "@/db/schema/events";
import { attendances } from "@/db/schema/workgroups";
import {
  aHub,
  aLead,
  anActor,
  anApplication,
  anOffer,
  aParticipant,
  aSchool,
  aSession,
  aWorkGroup,
  nobodysId,
} from "@/db/testing/factories";
import { testContext } from "@/db/testing/test-context";
import type { UserActor } from "@/lib/access/actor";
import { saveRegister } from "./save-register";

const t = testContext();
const after = new Date("2026-10-06T16:00:00Z");

let lead: UserActor;
let hubId: string;
let workGroupId: string;
let sessionId: string;
let applicationId: string;
let participantId: string;

beforeEach(async () => {
  const hub = await aHub(t.db);
  const school = await aSchool(t.db, { hubId: hub.id });
  const offer = await anOffer(t.db);
  const group = await aWorkGroup(t.db, { offerId: offer.id, hubId: hub.id, status: "running" });
  lead = await anActor(t.db, { role: "work_group_lead", hubId: hub.id });
  await aLead(t.db, group.id, lead.personId);
  const application = await anApplication(t.db, {
    organisationId: school.id,
    offerId: offer.id,
    hubId: hub.id,
    decision: "approved",
    placement: "accepted",
    workGroupId: group.id,
  });
  hubId = hub.id;
  workGroupId = group.id;
  applicationId = application.id;
  participantId = (await aParticipant(t.db, application.id)).id;
  sessionId = (await aSession(t.db, { workGroupId: group.id })).id;
});

const attended = () => ({ sessionId, marks: [{ participantId, mark: "attended" as const }] });

async function eventTypes() {
  const told = await t.db
    .select({ type: events.type })
    .from(events)
    .where(eq(events.workGroupId, workGroupId))
    .orderBy(events.id);
  return told.map(({ type }) => type);
}

describe("taking a register", () => {
  it("keeps the mark, starts the place at the first attendance and tells both", async () => {
    const answer = await saveRegister(t.as(lead, after), attended());
    expect(answer).toMatchObject({ ok: true });
    const [mark] = await t.db.select().from(attendances).where(eq(attendances.sessionId, sessionId));
    expect(mark).toMatchObject({ participantId, mark: "attended", markedBy: lead.personId });
    const [place] = await t.db.select().from(applications).where(eq(applications.id, applicationId));
    expect(place?.placement).toBe("started");
    expect(await eventTypes()).toEqual(["session.register_saved", "place.started"]);
  });

  it("does nothing when the same marks come again", async () => {
    await saveRegister(t.as(lead, after), attended());
    await saveRegister(t.as(lead, after), attended());
    expect(await eventTypes()).toEqual(["session.register_saved", "place.started"]);
  });

  it("does not start a place for somebody who was absent, and keeps a substitute's name", async () => {
    await saveRegister(t.as(lead, after), { sessionId, marks: [{ participantId, mark: "absent" }] });
    const [before] = await t.db.select().from(applications).where(eq(applications.id, applicationId));
    expect(before?.placement).toBe("accepted");
    await saveRegister(t.as(lead, after), {
      sessionId,
      marks: [{ participantId, mark: "substitute", substituteName: "Ruth Holt" }],
    });
    const [mark] = await t.db.select().from(attendances).where(eq(attendances.sessionId, sessionId));
    expect(mark).toMatchObject({ mark: "substitute", substituteName: "Ruth Holt" });
  });

  it("opens on the day, not before, and closes 60 days after", async () => {
    expect(await saveRegister(t.as(lead, new Date("2026-10-05T12:00:00Z")), attended())).toMatchObject({
      ok: false,
      refusal: { code: "session_ahead" },
    });
    expect(await saveRegister(t.as(lead, new Date("2026-12-10T12:00:00Z")), attended())).toMatchObject({
      ok: false,
      refusal: { code: "register_closed" },
    });
  });

  it("refuses a participant of another group", async () => {
    expect(
      await saveRegister(t.as(lead, after), {
        sessionId,
        marks: [{ participantId: nobodysId(), mark: "attended" }],
      }),
    ).toMatchObject({ ok: false, refusal: { code: "not_in_group" } });
  });

  it("does not exist for a lead of another group, a school or another hub", async () => {
    const other = await aHub(t.db);
    const strangers = [
      await anActor(t.db, { role: "work_group_lead", hubId }),
      await anActor(t.db, { role: "hub_lead", hubId: other.id }),
      await anActor(t.db),
    ];
    for (const stranger of strangers) {
      expect(await saveRegister(t.as(stranger, after), attended())).toMatchObject({
        ok: false,
        refusal: { code: "not_found" },
      });
    }
    expect(await eventTypes()).toEqual([]);
  });
});
