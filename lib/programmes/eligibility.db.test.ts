import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { loadProgrammes } from "@/db/reference/load-programmes";
import { eligibilityOverrides } from "@/db/schema/applications";
import { events } from "@/db/schema/events";
import { leadProfiles } from "@/db/schema/people";
import { eligibilityStatements, offers } from "@/db/schema/programmes";
import { stagePeriods } from "@/db/schema/progression";
import { organisationUrns } from "@/db/schema/schools";
import {
  aHub,
  anActor,
  anApplication,
  anEmployment,
  aPerson,
  aSchool,
  aWorkGroup,
  nobodysId,
} from "@/db/testing/factories";
import { testContext } from "@/db/testing/test-context";
import { overrideEligibility } from "./override-eligibility";
import { listOverrides, whyNotEligible } from "./queries/eligibility";
import { getEligibilityFacts } from "./queries/facts";
import { findOfferBySlugYear, getOffer, listCatalogue, listOffersOfProgramme } from "./queries/offers";
import { revokeOverride } from "./revoke-override";
import { stateFacts } from "./state-facts";

const t = testContext();
const CURRENT = 2025;

async function setting() {
  await loadProgrammes(t.db, { currentYear: CURRENT });
  const hub = await aHub(t.db);
  const school = await aSchool(t.db, { hubId: hub.id });
  const mathsLead = await anActor(t.db, { role: "school_maths_lead", organisationId: school.id });
  const hubLead = await anActor(t.db, { role: "hub_lead", hubId: hub.id });
  return { hub, school, mathsLead, hubLead };
}

async function offerOf(slug: string, academicYear: number, theme?: string) {
  const [visitor] = [await anActor(t.db)];
  const found = await findOfferBySlugYear(t.as(visitor), { slug, academicYear, theme: theme ?? null });
  if (!found) throw new Error(`No offer of ${slug} in ${academicYear}`);
  return found;
}

describe("reference data", () => {
  test("is loaded once: a second time changes nothing that somebody edited", async () => {
    await loadProgrammes(t.db, { currentYear: CURRENT });
    const before = await t.db.$count(offers);
    await t.db.update(offers).set({ funding: "Edited" }).where(eq(offers.code, "NCP26-09"));
    await loadProgrammes(t.db, { currentYear: CURRENT });
    expect(await t.db.$count(offers)).toBe(before);
    const [kept] = await t.db.select().from(offers).where(eq(offers.code, "NCP26-09"));
    expect(kept?.funding).toBe("Edited");
  });

  test("a year later brings the next year's offers", async () => {
    await loadProgrammes(t.db, { currentYear: CURRENT });
    await loadProgrammes(t.db, { currentYear: CURRENT + 1 });
    expect((await offerOf("primary-tfm-development", CURRENT + 2)).code).toBe("NCP27-09");
  });
});

describe("facts", () => {
  test("tell a school's history over its URNs, its places and its people", async () => {
    const { hub, school, mathsLead } = await setting();
    const group = await aWorkGroup(t.db, {
      offerId: (await offerOf("mastering-number-r-ks1", 2025)).id,
      hubId: hub.id,
    });
    await anApplication(t.db, {
      organisationId: school.id,
      offerId: group.offerId,
      hubId: hub.id,
      decision: "approved",
      placement: "started",
      workGroupId: group.id,
    });
    await t.db.insert(stagePeriods).values({
      organisationId: school.id,
      phase: "primary",
      stage: "sustaining",
      startedOn: "2024-09-01",
    });
    await t.db
      .insert(organisationUrns)
      .values({ organisationId: school.id, urn: 123_456, startedOn: "2001-09-01", finishedOn: "2015-08-31" });
    const specialist = await aPerson(t.db);
    await anEmployment(t.db, specialist.id, school.id);
    await t.db
      .insert(leadProfiles)
      .values({ personId: specialist.id, designations: ["primary_mastery_specialist"] });

    const facts = await getEligibilityFacts(t.as(mathsLead), { organisationId: school.id });
    expect(facts?.today).toBe("2026-05-13");
    expect(facts?.stages).toEqual([
      { phase: "primary", stage: "sustaining", startedOn: "2024-09-01", finishedOn: null, outcome: null },
    ]);
    expect(facts?.places).toMatchObject([
      { programme: "mastering-number-r-ks1", academicYear: 2025, progress: "started" },
    ]);
    expect(facts?.organisation).toMatchObject({
      earlierUrns: [{ urn: 123_456, finishedOn: "2015-08-31" }],
      designations: ["primary_mastery_specialist"],
      special: false,
    });
    expect(facts?.person).toBeNull();
  });

  test("leave out what was withdrawn, and hold drafts as applications only", async () => {
    const { hub, school, mathsLead } = await setting();
    const offer = await offerOf("primary-tfm-development", 2026);
    const other = await offerOf("mastering-number-r-ks1", 2026);
    const of = (offerId: string) => ({ organisationId: school.id, offerId, hubId: hub.id });
    await anApplication(t.db, { ...of(offer.id), decision: "withdrawn" });
    await anApplication(t.db, { ...of(other.id), decision: "draft" });
    const facts = await getEligibilityFacts(t.as(mathsLead), { organisationId: school.id });
    expect(facts?.places).toEqual([]);
    expect(facts?.applications.map(({ offerId }) => offerId)).toEqual([other.id]);
  });

  test("are not there for another school, and hold nobody from elsewhere", async () => {
    const { hub, school, mathsLead } = await setting();
    const elsewhere = await aSchool(t.db, { hubId: hub.id });
    const stranger = await aPerson(t.db);
    await anEmployment(t.db, stranger.id, elsewhere.id);
    expect(await getEligibilityFacts(t.as(mathsLead), { organisationId: elsewhere.id })).toBeUndefined();
    expect(await getEligibilityFacts(t.as(mathsLead), { organisationId: nobodysId() })).toBeUndefined();
    const facts = await getEligibilityFacts(t.as(mathsLead), {
      organisationId: school.id,
      personId: stranger.id,
    });
    expect(facts?.person).toBeNull();
  });
});

describe("why not eligible", () => {
  test("Development once, also when a place was all there is of it", async () => {
    const { hub, school, mathsLead } = await setting();
    const past = await offerOf("primary-tfm-development", 2024);
    const next = await offerOf("primary-tfm-development", 2026);
    const about = { organisationId: school.id, offerId: next.id };
    expect((await whyNotEligible(t.as(mathsLead), about))?.outcome).toBe("open");
    const group = await aWorkGroup(t.db, { offerId: past.id, hubId: hub.id });
    await anApplication(t.db, {
      organisationId: school.id,
      offerId: past.id,
      hubId: hub.id,
      decision: "approved",
      placement: "completed",
      workGroupId: group.id,
    });
    expect((await whyNotEligible(t.as(mathsLead), about))?.outcome).toBe("not_for_you");
  });

  test("Phase A before Phase B follows the person", async () => {
    const { hub, school, mathsLead } = await setting();
    const teacher = await aPerson(t.db);
    await anEmployment(t.db, teacher.id, school.id);
    const phaseB = await offerOf("sktm-primary-ects", 2026, "Phase B: additive and multiplicative reasoning");
    const about = { organisationId: school.id, offerId: phaseB.id, personId: teacher.id };
    expect((await whyNotEligible(t.as(mathsLead), about))?.outcome).toBe("not_yet");
    const former = await aSchool(t.db, { hubId: hub.id });
    const phaseA = await offerOf("sktm-primary-ects", 2024, "Phase A: number sense");
    const group = await aWorkGroup(t.db, { offerId: phaseA.id, hubId: hub.id });
    await anApplication(t.db, {
      organisationId: former.id,
      personId: teacher.id,
      offerId: phaseA.id,
      hubId: hub.id,
      decision: "approved",
      placement: "completed",
      workGroupId: group.id,
    });
    expect((await whyNotEligible(t.as(mathsLead), about))?.outcome).toBe("open");
  });
});

describe("exceptions", () => {
  const reason = "The whole staff is new since the school did this.";

  async function barred() {
    const all = await setting();
    const offer = await offerOf("primary-tfm-embedding", 2026);
    return { ...all, offer, about: { organisationId: all.school.id, offerId: offer.id } };
  }

  test("let a school in, are told on its timeline, and can be taken back", async () => {
    const { hubLead, mathsLead, about, school, hub } = await barred();
    expect((await whyNotEligible(t.as(mathsLead), about))?.outcome).toBe("not_yet");
    const answer = await overrideEligibility(t.as(hubLead), { ...about, reason });
    if (!answer.ok) throw new Error(answer.refusal.code);
    const evaluation = await whyNotEligible(t.as(mathsLead), about);
    expect(evaluation?.outcome).toBe("open");
    expect(evaluation?.override?.reason).toBe(reason);
    expect(await listOverrides(t.as(hubLead), school.id)).toMatchObject([
      { reason, grantedBy: hubLead.name },
    ]);
    expect(await listOverrides(t.as(await anActor(t.db)), school.id)).toEqual([]);

    expect((await revokeOverride(t.as(hubLead), answer.value)).ok).toBe(true);
    expect((await whyNotEligible(t.as(mathsLead), about))?.outcome).toBe("not_yet");
    expect(await revokeOverride(t.as(hubLead), answer.value)).toMatchObject({
      refusal: { code: "already_revoked" },
    });
    const told = await t.db
      .select()
      .from(events)
      .where(eq(events.organisationId, school.id))
      .orderBy(events.id);
    expect(told.map(({ type, hubId }) => [type, hubId])).toEqual([
      ["eligibility.overridden", hub.id],
      ["eligibility.override_revoked", hub.id],
    ]);
  });

  test("are made once, only where they are needed, and not for what begins with a referral", async () => {
    const { hubLead, about, school } = await barred();
    const make = (input: typeof about) => overrideEligibility(t.as(hubLead), { ...input, reason });
    await make(about);
    expect(await make(about)).toMatchObject({ refusal: { code: "already_granted" } });
    const open = await offerOf("primary-tfm-development", 2026);
    expect(await make({ ...about, offerId: open.id })).toMatchObject({ refusal: { code: "already_open" } });
    const support = await offerOf("tsm-intensive", 2025);
    expect(await make({ ...about, offerId: support.id })).toMatchObject({ refusal: { code: "by_referral" } });
    const past = await offerOf("primary-tfm-embedding", 2023);
    expect(await make({ ...about, offerId: past.id })).toMatchObject({
      refusal: { code: "offer_over", detail: { endedOn: "Thursday 27 June 2024" } },
    });
    expect(await t.db.$count(eligibilityOverrides, eq(eligibilityOverrides.organisationId, school.id))).toBe(
      1,
    );
  });

  test("are out of reach of the school and of other hubs", async () => {
    const { mathsLead, about } = await barred();
    const elsewhere = await anActor(t.db, { role: "hub_lead", hubId: (await aHub(t.db)).id });
    for (const actor of [mathsLead, elsewhere])
      expect(await overrideEligibility(t.as(actor), { ...about, reason })).toMatchObject({
        refusal: { code: "not_found" },
      });
    expect(await t.db.$count(eligibilityOverrides)).toBe(0);
  });
});

describe("what a school states", () => {
  test("settles a condition; a newer answer replaces the older, the same answer is no news", async () => {
    const { school, mathsLead } = await setting();
    const say = (value: number) =>
      stateFacts(t.as(mathsLead), { organisationId: school.id, answers: { held_back_from_mastery: value } });
    const readiness = await offerOf("primary-tfm-readiness", 2026);
    const outcome = async () =>
      (await whyNotEligible(t.as(mathsLead), { organisationId: school.id, offerId: readiness.id }))?.outcome;
    await say(0);
    expect(await outcome()).toBe("not_yet");
    expect(await say(1)).toEqual({ ok: true, value: { stated: 1 } });
    expect(await say(1)).toEqual({ ok: true, value: { stated: 0 } });
    expect(await outcome()).toBe("open");
    const kept = await t.db.select().from(eligibilityStatements);
    expect(kept.map(({ value, replacedAt }) => [value, replacedAt === null]).sort()).toEqual([
      [0, false],
      [1, true],
    ]);
  });

  test("about a person needs a colleague, and does not become the school's", async () => {
    const { school, mathsLead } = await setting();
    const teacher = await aPerson(t.db);
    const input = { organisationId: school.id, personId: teacher.id, answers: { began_teaching: 2024 } };
    expect(await stateFacts(t.as(mathsLead), input)).toMatchObject({ refusal: { code: "not_found" } });
    await anEmployment(t.db, teacher.id, school.id);
    expect((await stateFacts(t.as(mathsLead), input)).ok).toBe(true);
    const [kept] = await t.db.select().from(eligibilityStatements);
    expect(kept).toMatchObject({ personId: teacher.id, organisationId: null, value: 2024 });
    const [told] = await t.db.select().from(events).where(eq(events.personId, teacher.id));
    expect(told?.type).toBe("eligibility.stated");
  });

  test("is the school's own to say", async () => {
    const { school } = await setting();
    const stranger = await anActor(t.db, {
      role: "school_maths_lead",
      organisationId: (await aSchool(t.db, { hubId: school.hubId ?? "" })).id,
    });
    expect(
      await stateFacts(t.as(stranger), { organisationId: school.id, answers: { senior_advocate: 1 } }),
    ).toMatchObject({ refusal: { code: "not_found" } });
  });
});

describe("offers", () => {
  test("that are not published are the national team's", async () => {
    const { mathsLead } = await setting();
    const offer = await offerOf("primary-tfm-development", 2026);
    await t.db.update(offers).set({ published: false }).where(eq(offers.id, offer.id));
    expect(await getOffer(t.as(mathsLead), offer.id)).toBeUndefined();
    expect((await listCatalogue(t.as(mathsLead))).some(({ id }) => id === offer.id)).toBe(false);
    const national = await anActor(t.db, { role: "national_team" });
    expect((await getOffer(t.as(national), offer.id))?.commitmentText).toContain("ten days");
  });

  test("of a programme come with their themes, from this academic year on", async () => {
    const { mathsLead } = await setting();
    const themes = await listOffersOfProgramme(t.as(mathsLead), "secondary-tfm-sustaining");
    expect(themes.map(({ code }) => code)).toEqual(
      [25, 26].flatMap((year) => ["a", "b", "c", "d"].map((suffix) => `NCP${year}-14${suffix}`)),
    );
  });
});
