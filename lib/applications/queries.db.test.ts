import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { applications } from "@/db/schema/applications";
import { organisations } from "@/db/schema/schools";
import { anActor, anApplication, anOffer, aProgramme, aSchool, aWorkGroup } from "@/db/testing/factories";
import { testContext } from "@/db/testing/test-context";
import { visitor } from "@/lib/access/actor";
import { tierOf } from "./priority-rules";
import { findAgreement } from "./queries/agreement";
import { findApplication } from "./queries/application";
import { findHubApplication } from "./queries/hub-application";
import { countHubQueue, listHubQueue, listQueueOptions } from "./queries/hub-queue";
import { listOpenOffers } from "./queries/open-offers";
import { listOwnApplications } from "./queries/own-applications";
import { findStart } from "./queries/start";
import { queueAddress, readQueueFilters } from "./read-queue-filters";
import { anApproved } from "./testing/places";
import { completeBy, type SchoolInAHub, schoolInAHub, secretOf, sentBy } from "./testing/school-in-a-hub";

const t = testContext();
let school: SchoolInAHub;

beforeEach(async () => {
  school = await schoolInAHub(t.db);
});

describe("an application", () => {
  test("is read whole by its school, while it waits for the head and after", async () => {
    const id = await sentBy(t.as(school.lead), school);
    const view = await findApplication(t.as(school.lead), id);
    expect(view).toMatchObject({
      decision: "awaiting_headteacher",
      headAgreed: false,
      link: { headName: "Tom Ashworth", askedOn: "2026-05-13", expiresOn: "2026-05-27", isOpen: true },
      participants: [{ name: "Leah Grant", jobTitle: "Year 4 teacher" }],
      finished: { wishes: true, people: true, commitment: true, headteacher: true },
    });
    const later = await findApplication(t.as(school.lead, new Date("2026-05-27T23:00:00Z")), id);
    expect(later?.link?.isOpen).toBe(false);
  });

  test("is nothing to other schools, to its hub on the school's pages, and to visitors", async () => {
    const id = await sentBy(t.as(school.lead), school);
    for (const actor of [school.stranger, school.assistant, visitor]) {
      expect(await findApplication(t.as(actor), id)).toBeUndefined();
    }
    expect(await findApplication(t.as(school.lead), "not-an-id")).toBeUndefined();
  });

  test("is read by its hub once sent, and by the phase's own staff only", async () => {
    const id = await completeBy(t.as(school.lead), school);
    const view = await findHubApplication(t.as(school.assistant), id);
    expect(view).toMatchObject({
      mayDecide: true,
      mayAssign: true,
      tierNow: 1,
      head: { answer: "agreed" },
      others: [],
    });
    const manager = await anActor(t.db, { role: "project_manager", hubId: school.hubId });
    expect(await findHubApplication(t.as(manager), id)).toMatchObject({
      mayDecide: false,
      mayAssign: true,
      staff: expect.arrayContaining([expect.objectContaining({ id: school.assistant.personId })]),
    });
    const secondary = await anActor(t.db, {
      role: "assistant_hub_lead",
      hubId: school.hubId,
      phase: "secondary",
    });
    for (const actor of [secondary, school.lead, visitor])
      expect(await findHubApplication(t.as(actor), id)).toBeUndefined();
  });

  test("shows its agreement to whoever holds the link, and looking uses nothing up", async () => {
    const id = await sentBy(t.as(school.lead), school);
    const secret = await secretOf(t.db, id);
    expect(await findAgreement(t.as(visitor), secret)).toMatchObject({
      state: "open",
      answerBy: "2026-05-27",
      people: ["Leah Grant"],
    });
    expect(await findAgreement(t.as(visitor), secret)).toMatchObject({ state: "open" });
    expect(await findAgreement(t.as(visitor), "made-up")).toBeUndefined();
  });
});

describe("the hub's queue", () => {
  const queue = (params: Record<string, string> = {}) =>
    listHubQueue(t.as(school.assistant), school.hubId, readQueueFilters(params));

  test("puts the oldest promise first and counts the days it is late", async () => {
    const { organisationId, hubId, offerId } = school;
    const other = await aSchool(t.db, { hubId, name: "Quarry Rise Primary" });
    await anApplication(t.db, { organisationId, hubId, offerId, promisedOn: "2026-06-05" });
    await anApplication(t.db, { organisationId: other.id, hubId, offerId, promisedOn: "2026-05-12" });
    const { rows, total } = await queue();
    expect(total).toBe(2);
    expect(rows.map((row) => row.daysLate)).toEqual([1, 0]);
    expect((await queue({ q: "quarry" })).rows.map((row) => row.school)).toEqual(["Quarry Rise Primary"]);
    expect((await queue({ q: "100%" })).total).toBe(0);
    expect(await countHubQueue(t.as(school.assistant), hubId)).toMatchObject({
      all: 2,
      late: 1,
      decide: 2,
      mine: 0,
      head: 0,
    });
    expect((await listQueueOptions(t.as(school.assistant), hubId)).staff).toHaveLength(1);
  });

  test("hides drafts, other phases and other hubs", async () => {
    const { organisationId, hubId, offerId } = school;
    const secondary = await anOffer(t.db, {
      programmeId: (await aProgramme(t.db, { phase: "secondary" })).id,
    });
    await anApplication(t.db, { organisationId, hubId, offerId, decision: "draft" });
    await anApplication(t.db, { organisationId, hubId, offerId: secondary.id });
    expect((await queue()).total).toBe(0);
    const leader = await anActor(t.db, { role: "hub_lead", hubId });
    expect((await listHubQueue(t.as(leader), hubId, readQueueFilters({}))).total).toBe(1);
    const elsewhere = await schoolInAHub(t.db);
    expect((await listHubQueue(t.as(elsewhere.assistant), hubId, readQueueFilters({}))).total).toBe(0);
  });

  test.each([
    { disadvantaged: 35, priorityArea: false },
    { disadvantaged: 34.9, priorityArea: false },
    { disadvantaged: 19.9, priorityArea: false },
    { disadvantaged: 3, priorityArea: true },
    { disadvantaged: null, priorityArea: false },
  ])("gives the tier that the rule gives: %o", async (facts) => {
    const { organisationId, hubId, offerId } = school;
    await t.db.update(organisations).set(facts).where(eq(organisations.id, organisationId));
    await anApplication(t.db, { organisationId, hubId, offerId });
    const [row] = (await queue()).rows;
    expect(row?.tier).toBe(tierOf("disadvantage", { ...facts, supported: false }));
    expect((await queue({ priority: String(row?.tier) })).total).toBe(1);
  });

  test("keeps its filters in the address, and leaves out what cannot be read", () => {
    const filters = readQueueFilters({
      view: "late",
      q: "st mary",
      sort: "school",
      page: "3",
      programme: "x'; drop",
      area: "999",
    });
    expect(filters).toMatchObject({ view: "late", programme: "", area: "999", page: 3 });
    expect(queueAddress(filters, { page: 2 }, "COD")).toBe(
      "/hub/queue?hub=COD&view=late&q=st+mary&area=999&sort=school&page=2",
    );
    expect(queueAddress(filters, { view: "all", q: "", area: "", sort: "promised" }, undefined)).toBe(
      "/hub/queue",
    );
  });
});

describe("what a school may start", () => {
  test("is shown to those who apply for it", async () => {
    const { organisationId, offerId, lead, stranger } = school;
    expect(await findStart(t.as(lead), { organisationId, offerId })).toMatchObject({
      evaluation: { outcome: "open" },
      live: [],
    });
    expect(await findStart(t.as(stranger), { organisationId, offerId })).toBeUndefined();
    expect((await listOpenOffers(t.as(lead), organisationId)).map(({ id }) => id)).toContain(offerId);
    expect(await listOpenOffers(t.as(stranger), organisationId)).toEqual([]);
  });
});

describe("a school's own applications", () => {
  const list = (actor = school.lead, fromYear = 2025, page = 1) =>
    listOwnApplications(t.as(actor), { organisationId: school.organisationId, fromYear, page });

  test("say where each is, who has it, and of a draft how far it has come", async () => {
    const id = await completeBy(t.as(school.lead), school);
    const draft = await anApplication(t.db, {
      organisationId: school.organisationId,
      offerId: (await anOffer(t.db, { programmeId: (await aProgramme(t.db)).id, minimumParticipants: 2 })).id,
      hubId: school.hubId,
      startedBy: school.lead.personId,
      decision: "draft",
      wishesSaved: true,
    });
    const { rows, total } = await list();
    expect(total).toBe(2);
    expect(rows.find((row) => row.id === id)).toMatchObject({
      decision: "submitted",
      headName: "Tom Ashworth",
      headRefused: false,
      group: null,
      suggestion: null,
    });
    expect(rows.find((row) => row.id === draft.id)).toMatchObject({
      decision: "draft",
      partsDone: 1,
      partsAll: 5,
    });
  });

  test("keep a group to themselves until the place is offered", async () => {
    const { organisationId, hubId, offerId } = school;
    const { id: workGroupId } = await aWorkGroup(t.db, { hubId, offerId, name: "Fernley Tuesday" });
    const { id } = await anApproved(t.db, school, { organisationId, startedBy: school.lead.personId });
    expect((await list()).rows[0]?.group).toBeNull();
    await t.db
      .update(applications)
      .set({ placement: "accepted", workGroupId })
      .where(eq(applications.id, id));
    expect((await list()).rows[0]?.group).toBe("Fernley Tuesday");
  });

  test("are nothing to other schools and to the hub, and leave out earlier years", async () => {
    await sentBy(t.as(school.lead), school);
    for (const actor of [school.stranger, school.assistant]) expect((await list(actor)).rows).toEqual([]);
    expect((await list(school.lead, 2090)).rows).toEqual([]);
    expect((await list()).rows).toHaveLength(1);
  });
});
