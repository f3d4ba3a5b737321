import { and, eq, isNull } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { matchLeads } from "@/db/schema/matching";
import { messages } from "@/db/schema/notifications";
import { grants } from "@/db/schema/people";
import { programmes } from "@/db/schema/programmes";
import { workGroupLeads } from "@/db/schema/workgroups";
import { aLead, anEmployment, anOffer, TEST_NOW } from "@/db/testing/factories";
import { testContext } from "@/db/testing/test-context";
import { londonDate } from "@/lib/kernel/dates";
import { chooseWeekdays } from "@/lib/people/choose-weekdays";
import { publishMatchRun } from "./publish-match-run";
import { listMatchGroups } from "./queries/match-groups";
import { replayMatchRun } from "./replay-match-run";
import { computedRun, reviewedRun } from "./testing/computed-run";
import {
  aGroupAt,
  anApproved,
  findRun,
  type HubToMatch,
  resultsOf,
  runEventsOf,
} from "./testing/hub-to-match";
import { aSpecialist, hubForSpecialists, SPECIALIST } from "./testing/specialists";

const t = testContext();
const BY = "2026-06-01";
let hub: HubToMatch;

beforeEach(async () => {
  hub = await hubForSpecialists(t.db);
});

const groupsOf = (runId: string) => listMatchGroups(t.as(hub.assistant), { id: runId, hubId: hub.hubId });
const publish = (runId: string, parts: string[] | null = null) =>
  publishMatchRun(t.as(hub.assistant), { runId, answerBy: BY, parts });
const leadsOf = async (workGroupId: string) =>
  (
    await t.db
      .select({ id: workGroupLeads.personId })
      .from(workGroupLeads)
      .where(and(eq(workGroupLeads.workGroupId, workGroupId), isNull(workGroupLeads.finishedOn)))
  ).map(({ id }) => id);

describe("a run finds leads for groups that have none", () => {
  test("with the designation, near by, and says why", async () => {
    const group = await aGroupAt(t.db, hub, { km: 5 });
    await anApproved(t.db, hub);
    await aSpecialist(t.db, hub, { km: 12 });
    const near = await aSpecialist(t.db, hub, { km: 4 });
    await aSpecialist(t.db, hub, { km: 5, roles: ["pd_lead"] });
    const runId = await computedRun(t.as(hub.assistant), hub);
    expect(await groupsOf(runId)).toMatchObject([
      {
        id: group.id,
        lead: null,
        leadFound: "proposed",
        proposedLead: near.name,
        leadReason:
          "Of the 2 people who could lead it, the one it suits best: leads nothing else on Tuesdays, works 1.0 km from the group and has 30 days left this year.",
      },
    ]);
    expect(await leadsOf(group.id)).toEqual([]);
    expect(await replayMatchRun(t.as(hub.assistant), runId)).toEqual({ sameInput: true, sameOutcome: true });
  });

  test("two groups of one weekday get two leads, and what one costs the other is said", async () => {
    const [one, other] = [
      await aGroupAt(t.db, hub, { km: 5, maximumSchools: 1 }),
      await aGroupAt(t.db, hub, { km: 6, maximumSchools: 1 }),
    ];
    await anApproved(t.db, hub);
    await anApproved(t.db, hub);
    const [near, far] = [await aSpecialist(t.db, hub, { km: 5 }), await aSpecialist(t.db, hub, { km: 9 })];
    const groups = await groupsOf(await computedRun(t.as(hub.assistant), hub));
    expect(groups.map(({ id, proposedLead }) => [id, proposedLead])).toEqual(
      expect.arrayContaining([
        [one.id, near.name],
        [other.id, far.name],
      ]),
    );
    expect(groups.find(({ id }) => id === other.id)?.leadReason).toContain(
      "1 other would suit it better and leads another group of this run: moving them here would not help all groups together.",
    );
  });

  test("and says which designation is missing, who is busy that day and who has no days left", async () => {
    await aGroupAt(t.db, hub, { km: 5 });
    await anApproved(t.db, hub);
    await aSpecialist(t.db, hub, { roles: ["pd_lead"] });
    await aSpecialist(t.db, hub, { days: 3 });
    const busy = await aSpecialist(t.db, hub);
    const elsewhere = await aGroupAt(t.db, { ...hub, offerId: (await anOffer(t.db)).id }, { km: 1 });
    await aLead(t.db, elsewhere.id, busy.personId);
    const runId = await computedRun(t.as(hub.assistant), hub);
    const [group] = await groupsOf(runId);
    expect(group).toMatchObject({ leadFound: "nobody", proposedLead: null });
    expect(group?.leadReason).toMatch(/^Nobody is free to lead it\. Of 3 people who lead for the hub, /);
    for (const part of [
      "1 is not yet a Primary Mastery Specialist",
      "1 leads another group on Tuesdays",
      "1 has no days left for another group",
    ])
      expect(group?.leadReason).toContain(part);
  });

  test("only on weekdays on which they have said they can lead, and says so where that is what is missing", async () => {
    const [tuesday, friday] = [
      await aGroupAt(t.db, hub, { km: 5, maximumSchools: 1 }),
      await aGroupAt(t.db, hub, { km: 5, maximumSchools: 1, weekday: 4 }),
    ];
    await anApproved(t.db, hub);
    await anApproved(t.db, hub);
    const lead = await aSpecialist(t.db, hub, { weekdays: 0b10000 });
    const groups = await groupsOf(await computedRun(t.as(hub.assistant), hub));
    expect(groups.find(({ id }) => id === friday.id)).toMatchObject({ proposedLead: lead.name });
    expect(groups.find(({ id }) => id === tuesday.id)).toMatchObject({
      leadFound: "nobody",
      leadReason: "Nobody is free to lead it. Of 1 person who leads for the hub, 1 is not free on Tuesdays.",
    });
  });

  test("never somebody of a school that is placed there or holds a place", async () => {
    const group = await aGroupAt(t.db, hub, { km: 5 });
    const [placed, holds] = [
      await anApproved(t.db, hub),
      await anApproved(t.db, hub, { placement: "accepted", workGroupId: group.id }),
    ];
    for (const { organisationId } of [placed, holds]) {
      const own = await aSpecialist(t.db, hub);
      await anEmployment(t.db, own.personId, organisationId);
    }
    const [found] = await groupsOf(await computedRun(t.as(hub.assistant), hub));
    expect(found?.leadReason).toBe(
      "Nobody is free to lead it. Of 2 people who lead for the hub, 2 work at a school of the group.",
    );
  });

  test("and of equally good groups each school comes to the lead it had last year", async () => {
    for (const weekday of [1, 3]) await aGroupAt(t.db, hub, { km: 5, weekday, maximumSchools: 2 });
    const [mary, olga] = [
      await aSpecialist(t.db, hub, { days: 6 }),
      await aSpecialist(t.db, hub, { days: 6 }),
    ];
    const schools = [];
    for (const [minutes, lead] of [mary, olga, mary, olga].entries())
      schools.push(
        await anApproved(t.db, hub, {
          previousLeadId: lead.personId,
          submittedAt: new Date(TEST_NOW.getTime() + 60_000 * minutes),
        }),
      );
    const runId = await computedRun(t.as(hub.assistant), hub);
    const results = await resultsOf(t.db, runId);
    const [first, second, third, fourth] = schools.map(({ id }) => results.get(id)?.workGroupId);
    expect([third, fourth]).toEqual([first, second]);
    expect(first).not.toBe(second);
    const groups = await groupsOf(runId);
    expect(groups.find(({ id }) => id === first)).toMatchObject({
      proposedLead: mary.name,
      leadReason: expect.stringContaining("led 2 schools of the group last year"),
    });
    expect((await findRun(t.db, runId)).certificate).toMatchObject({ proved: true });
    expect(await replayMatchRun(t.as(hub.assistant), runId)).toEqual({ sameInput: true, sameOutcome: true });
  });

  test("where the programme asks for no designation, anybody who leads for the hub may; a group with a lead keeps it", async () => {
    await t.db.update(programmes).set({ leadRole: null }).where(eq(programmes.leadRole, SPECIALIST));
    const led = await aGroupAt(t.db, hub, { km: 5, weekday: 2 });
    const unled = await aGroupAt(t.db, hub, { km: 5, maximumSchools: 1 });
    const lead = await aSpecialist(t.db, hub, { roles: [] });
    await aLead(t.db, led.id, lead.personId);
    await anApproved(t.db, hub, { impossibleDays: 0b00100 });
    await anApproved(t.db, hub, { impossibleDays: 0b00010 });
    const groups = await groupsOf(await computedRun(t.as(hub.assistant), hub));
    expect(groups.find(({ id }) => id === led.id)).toMatchObject({ lead: lead.name, leadFound: null });
    expect(groups.find(({ id }) => id === unled.id)).toMatchObject({ proposedLead: lead.name });
  });
});

describe("publishing", () => {
  test("makes the lead real before the first school hears, and tells the lead why", async () => {
    const group = await aGroupAt(t.db, hub, { km: 5 });
    const application = await anApproved(t.db, hub);
    const lead = await aSpecialist(t.db, hub);
    const runId = await reviewedRun(t.as(hub.assistant), hub);
    expect((await publish(runId)).ok).toBe(true);
    expect(await leadsOf(group.id)).toEqual([lead.personId]);
    expect(await groupsOf(runId)).toMatchObject([{ lead: lead.name, leadFound: "given" }]);
    const mails = await t.db.select().from(messages).where(eq(messages.hubId, hub.hubId));
    expect(mails.find(({ purpose }) => purpose === "work_group_lead")?.body).toContain(
      "Why this group: The one person who could lead it: leads nothing else on Tuesdays",
    );
    expect(mails.find(({ applicationId }) => applicationId === application.id)?.body).toContain(lead.name);
    expect((await runEventsOf(t.db, runId)).at(-1)).toMatchObject({
      type: "match_run.published",
      payload: { offered: 1, leads: 1 },
    });
  });

  test("a school that had another lead last year is not left out because its group has got one", async () => {
    await aGroupAt(t.db, hub, { km: 5 });
    await aSpecialist(t.db, hub);
    const before = await aSpecialist(t.db, hub, { roles: [] });
    await anApproved(t.db, hub, { previousLeadId: before.personId });
    const answer = await publish(await reviewedRun(t.as(hub.assistant), hub));
    expect(answer).toMatchObject({ ok: true, value: { offered: 1, leftOut: 0 } });
  });

  test("leaves out a lead who has been given other groups or leads no more; the schools get their places", async () => {
    const group = await aGroupAt(t.db, hub, { km: 5 });
    await anApproved(t.db, hub);
    const lead = await aSpecialist(t.db, hub);
    const runId = await reviewedRun(t.as(hub.assistant), hub);
    const elsewhere = await aGroupAt(t.db, { ...hub, offerId: (await anOffer(t.db)).id }, { km: 1 });
    await aLead(t.db, elsewhere.id, lead.personId);
    expect(await publish(runId)).toMatchObject({ value: { offered: 1, leftOut: 0 } });
    expect(await leadsOf(group.id)).toEqual([]);
    expect(await groupsOf(runId)).toMatchObject([{ leadFound: "left_out", leadLeftOut: "leads_elsewhere" }]);
  });

  test("leaves out a lead who has said since that they cannot lead on that weekday", async () => {
    await aGroupAt(t.db, hub, { km: 5 });
    await anApproved(t.db, hub);
    const lead = await aSpecialist(t.db, hub);
    const runId = await reviewedRun(t.as(hub.assistant), hub);
    await chooseWeekdays(t.as(lead), { days: ["0", "4"] });
    expect(await publish(runId)).toMatchObject({ value: { offered: 1, leftOut: 0 } });
    expect(await groupsOf(runId)).toMatchObject([{ leadFound: "left_out", leadLeftOut: "not_that_day" }]);
  });

  test("leaves a group that has been given a lead with that one", async () => {
    const group = await aGroupAt(t.db, hub, { km: 5 });
    await anApproved(t.db, hub);
    await aSpecialist(t.db, hub);
    const runId = await reviewedRun(t.as(hub.assistant), hub);
    const chosen = await aSpecialist(t.db, hub, { km: 20 });
    await aLead(t.db, group.id, chosen.personId);
    await publish(runId);
    expect(await leadsOf(group.id)).toEqual([chosen.personId]);
    expect(await groupsOf(runId)).toMatchObject([{ lead: chosen.name, leadLeftOut: "has_a_lead" }]);
  });

  test("does not name somebody whose time as a lead has ended, be it today", async () => {
    await aGroupAt(t.db, hub, { km: 5 });
    await anApproved(t.db, hub);
    const lead = await aSpecialist(t.db, hub);
    const runId = await reviewedRun(t.as(hub.assistant), hub);
    await t.db
      .update(grants)
      .set({ finishedOn: londonDate(TEST_NOW) })
      .where(eq(grants.personId, lead.personId));
    await publish(runId);
    expect(await groupsOf(runId)).toMatchObject([{ lead: null, leadLeftOut: "not_a_lead" }]);
  });
});

test("a lead cannot be kept as given without a person", async () => {
  const group = await aGroupAt(t.db, hub, { km: 5 });
  await anApproved(t.db, hub);
  const runId = await computedRun(t.as(hub.assistant), hub);
  expect((await findRun(t.db, runId)).status).toBe("computed");
  const given = t.db.update(matchLeads).set({ published: true }).where(eq(matchLeads.workGroupId, group.id));
  await expect(given).rejects.toMatchObject({ cause: { constraint: "match_leads_published_has_a_lead" } });
});
