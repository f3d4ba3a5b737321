import { asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { events } from "@/db/schema/events";
import { messages } from "@/db/schema/notifications";
import { caseNoteReads, caseSteps, referrals, supportCases } from "@/db/schema/referrals";
import { aHub, anActor, anEmployment, aSchool } from "@/db/testing/factories";
import { testContext } from "@/db/testing/test-context";
import { type UserActor, visitor } from "@/lib/access/actor";
import { answerConsent } from "./answer-consent";
import { askConsent } from "./ask-consent";
import { assignPartner } from "./assign-partner";
import { closeCase } from "./close-case";
import type { RaiseReferralInput } from "./input";
import { moveCase } from "./move-case";
import { raiseReferral } from "./raise-referral";
import { readNotes } from "./read-notes";
import { triageReferral } from "./triage-referral";
import { writeHandover } from "./write-handover";
import { writeNote } from "./write-note";

const t = testContext();

let leader: UserActor;
let partner: UserActor;
let hubId: string;
let school: Awaited<ReturnType<typeof aSchool>>;

beforeEach(async () => {
  hubId = (await aHub(t.db)).id;
  school = await aSchool(t.db, { hubId, trustCode: "T77" });
  leader = await anActor(t.db, { role: "assistant_hub_lead", hubId, phase: "primary" });
  partner = await anActor(t.db, { role: "intensive_support_partner", hubId });
});

const wish = (changes: Partial<RaiseReferralInput> = {}): RaiseReferralInput => ({
  organisationId: school.id,
  phase: "primary",
  source: "hub",
  barriers: ["new_headteacher"],
  evidence: "A visit",
  urgency: "this_term",
  headName: "Ada Head",
  headEmail: "ada@schools.example",
  ...changes,
});

async function raised(): Promise<string> {
  const answer = await raiseReferral(t.as(leader), wish());
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value.referralId;
}

/** The secret of the newest link in the outbox. */
async function linkSecret(): Promise<string> {
  const rows = await t.db
    .select({ body: messages.body })
    .from(messages)
    .where(eq(messages.purpose, "referral_consent"))
    .orderBy(asc(messages.createdAt));
  return rows.map(({ body }) => /\/consent\/(\S+)/.exec(body)?.[1] ?? "").at(-1) ?? "";
}

async function consented(): Promise<string> {
  const referralId = await raised();
  await answerConsent(t.as(visitor), { secret: await linkSecret(), answer: "yes" });
  return referralId;
}

async function opened(): Promise<string> {
  const referralId = await consented();
  const answer = await triageReferral(t.as(leader), {
    referralId,
    version: 2,
    decision: "accept_intensive",
    note: "",
  });
  if (!answer.ok || !answer.value.caseId) throw new Error("The case did not open");
  return answer.value.caseId;
}

describe("a referral", () => {
  it("asks the headteacher by a link and promises an answer within two weeks", async () => {
    const referralId = await raised();
    const [row] = await t.db.select().from(referrals).where(eq(referrals.id, referralId));
    expect(row).toMatchObject({ status: "raised", promisedOn: "2026-05-27", consentGiven: null });
    expect((await linkSecret()).length).toBeGreaterThan(30);
    const types = (
      await t.db
        .select({ type: events.type })
        .from(events)
        .where(eq(events.referralId, referralId))
        .orderBy(events.id)
    ).map(({ type }) => type);
    expect(types).toEqual(["referral.raised", "referral.consent_asked"]);
  });

  it("is refused for a school that has one, for the wrong phase and for an independent school", async () => {
    await raised();
    expect(await raiseReferral(t.as(leader), wish())).toMatchObject({ refusal: { code: "already_open" } });
    expect(await raiseReferral(t.as(leader), wish({ phase: "secondary" }))).toMatchObject({
      refusal: { code: "wrong_phase" },
    });
    const independent = await aSchool(t.db, { hubId, stateFunded: false });
    expect(await raiseReferral(t.as(leader), wish({ organisationId: independent.id }))).toMatchObject({
      refusal: { code: "state_funded_only" },
    });
  });

  it("cannot be accepted before the headteacher agrees, nor after a no", async () => {
    const referralId = await raised();
    const accept = (version: number) =>
      triageReferral(t.as(leader), { referralId, version, decision: "accept_intensive", note: "" });
    expect(await accept(1)).toMatchObject({ refusal: { code: "needs_consent" } });
    await answerConsent(t.as(visitor), { secret: await linkSecret(), answer: "no" });
    expect(await accept(2)).toMatchObject({ refusal: { code: "consent_refused" } });
  });

  it("takes the headteacher's answer once, and only by the newest link", async () => {
    const referralId = await raised();
    const first = await linkSecret();
    await askConsent(t.as(leader, new Date("2026-05-14T09:00:00Z")), { referralId });
    expect(await answerConsent(t.as(visitor), { secret: first, answer: "yes" })).toMatchObject({
      refusal: { code: "not_found" },
    });
    const second = await linkSecret();
    expect(await answerConsent(t.as(visitor), { secret: second, answer: "yes" })).toMatchObject({ ok: true });
    expect(await answerConsent(t.as(visitor), { secret: second, answer: "no" })).toMatchObject({
      refusal: { code: "link_used" },
    });
  });

  it("does not open with a link that is too old", async () => {
    await raised();
    const late = t.as(visitor, new Date("2026-06-20T09:00:00Z"));
    expect(await answerConsent(late, { secret: await linkSecret(), answer: "yes" })).toMatchObject({
      refusal: { code: "link_expired" },
    });
  });

  it("goes to Enhanced only beside a running stage", async () => {
    const referralId = await consented();
    const answer = await triageReferral(t.as(leader), {
      referralId,
      version: 2,
      decision: "accept_enhanced",
      note: "",
    });
    expect(answer).toMatchObject({ refusal: { code: "no_running_stage" } });
  });

  it("notices that somebody else decided meanwhile", async () => {
    const referralId = await consented();
    const answer = await triageReferral(t.as(leader), {
      referralId,
      version: 1,
      decision: "decline",
      note: "No",
    });
    expect(answer).toMatchObject({ refusal: { code: "changed_meanwhile" } });
  });
});

describe("a support case", () => {
  it("never gets a partner from the school, its trust, or without room", async () => {
    const caseId = await opened();
    const assign = (personId: string) => assignPartner(t.as(leader), { caseId, personId, version: 1 });
    const colleague = await anActor(t.db, { role: "intensive_support_partner", hubId });
    await anEmployment(t.db, colleague.personId, school.id);
    const sister = await aSchool(t.db, { hubId, trustCode: "T77" });
    const fromTrust = await anActor(t.db, { role: "intensive_support_partner", hubId });
    await anEmployment(t.db, fromTrust.personId, sister.id);
    const stranger = await anActor(t.db, { role: "work_group_lead", hubId });
    expect(await assign(colleague.personId)).toMatchObject({ refusal: { code: "own_school" } });
    expect(await assign(fromTrust.personId)).toMatchObject({ refusal: { code: "own_trust" } });
    expect(await assign(stranger.personId)).toMatchObject({ refusal: { code: "not_a_partner" } });
    expect(await assign(partner.personId)).toMatchObject({ ok: true });
  });

  it("goes through its phases in order, keeping when each began", async () => {
    const caseId = await opened();
    expect(await moveCase(t.as(leader), { caseId, version: 1 })).toMatchObject({
      refusal: { code: "no_partner" },
    });
    await assignPartner(t.as(leader), { caseId, personId: partner.personId, version: 1 });
    for (const version of [2, 3, 4])
      expect(await moveCase(t.as(partner), { caseId, version })).toMatchObject({ ok: true });
    expect(await moveCase(t.as(partner), { caseId, version: 5 })).toMatchObject({
      refusal: { code: "last_step" },
    });
    const steps = await t.db
      .select({ step: caseSteps.step })
      .from(caseSteps)
      .where(eq(caseSteps.caseId, caseId));
    expect(steps.map(({ step }) => step)).toEqual(["explore", "prepare", "deliver", "sustain"]);
  });

  it("records every reading of its notes, and shows them to nobody else", async () => {
    const caseId = await opened();
    await writeNote(t.as(leader), { caseId, body: "Leaders need time." });
    const manager = await anActor(t.db, { role: "project_manager", hubId });
    expect(await readNotes(t.as(manager), { caseId })).toMatchObject({ refusal: { code: "not_found" } });
    expect(await readNotes(t.as(leader), { caseId })).toMatchObject({
      value: { notes: [{ body: "Leaders need time." }] },
    });
    const reads = await t.db
      .select({ readBy: caseNoteReads.readBy })
      .from(caseNoteReads)
      .where(eq(caseNoteReads.caseId, caseId));
    expect(reads).toEqual([{ readBy: leader.personId }]);
  });

  it("closes as ready only with a handover summary for the next lead", async () => {
    const caseId = await opened();
    const close = () =>
      closeCase(t.as(leader), {
        caseId,
        version: 1,
        outcome: "ready_for_development",
        reason: "The maths lead runs the reviews",
      });
    expect(await close()).toMatchObject({ refusal: { code: "handover_first" } });
    await writeHandover(t.as(leader), { caseId, summary: "What works, and what to watch" });
    expect(await close()).toMatchObject({ ok: true });
    const [row] = await t.db.select().from(supportCases).where(eq(supportCases.id, caseId));
    expect(row).toMatchObject({ status: "closed", outcome: "ready_for_development" });
  });
});
