import { beforeEach, describe, expect, test } from "vitest";
import { aLead, anActor } from "@/db/testing/factories";
import { testContext } from "@/db/testing/test-context";
import { assignLead } from "@/lib/workgroups/assign-lead";
import type { MatchInput } from "./match-input";
import { publishMatchRun } from "./publish-match-run";
import { findWhyLead } from "./queries/why-lead";
import { sayLeadExplanation } from "./say-lead-explanation";
import { reviewedRun } from "./testing/computed-run";
import { aGroupAt, anApproved, findRun, type HubToMatch } from "./testing/hub-to-match";
import { aSpecialist, hubForSpecialists } from "./testing/specialists";

const t = testContext();
let hub: HubToMatch;

beforeEach(async () => {
  hub = await hubForSpecialists(t.db);
});

async function published(): Promise<string> {
  const runId = await reviewedRun(t.as(hub.assistant), hub);
  const answer = await publishMatchRun(t.as(hub.assistant), { runId, answerBy: "2026-06-01", parts: null });
  if (!answer.ok) throw new Error(answer.refusal.code);
  return runId;
}

describe("a lead reads why a group is hers", () => {
  test("as the match found it, with numbers that are in its frozen input", async () => {
    const group = await aGroupAt(t.db, hub, { km: 5 });
    const lead = await aSpecialist(t.db, hub, { km: 12, days: 20 });
    await aSpecialist(t.db, hub, { roles: ["pd_lead"] });
    await anApproved(t.db, hub, { previousLeadId: lead.personId });
    await anApproved(t.db, hub);
    const runId = await published();
    const why = await findWhyLead(t.as(lead), group.id);
    expect(why).toMatchObject({ byMatch: true, assignedBy: hub.assistant.name, since: "2026-05-13" });
    const { leads = [], groups, applications } = (await findRun(t.db, runId)).input as MatchInput;
    const frozen = leads.find(({ id }) => id === lead.personId);
    const metres = (frozen?.easting ?? 0) - (groups[0]?.easting ?? 0);
    const before = applications.filter(({ previousLead }) => previousLead === lead.personId);
    expect(why?.explanation && sayLeadExplanation(why.explanation)).toEqual([
      {
        about: "Role",
        says: "The programme asks for a Primary Mastery Specialist, which you are.",
      },
      { about: "Day", says: "It meets on Tuesdays. No other group of yours met on Tuesdays." },
      {
        about: "Way there",
        says: `${(metres / 1000).toFixed(1)} km in a straight line from your school, within the ${frozen?.maximumKm} km that are counted for you.`,
      },
      {
        about: "Your groups",
        says: `You led no group of the same year yet and had ${frozen?.daysLeft} days left, enough for ${frozen?.load} more groups. The match gives you 1.`,
      },
      {
        about: "Its schools",
        says: `${before.length} of the ${applications.length} schools placed in it had you as their lead last year.`,
      },
      { about: "Others", says: "You were the one person who could lead it." },
    ]);
    expect([metres, frozen?.maximumKm, frozen?.daysLeft, frozen?.load]).toEqual([7000, 30, 20, 3]);
  });

  test("as a person decided it, with the reason that was written for her", async () => {
    const group = await aGroupAt(t.db, hub, { km: 5 });
    const lead = await aSpecialist(t.db, hub);
    const reason = "You know the schools of this valley";
    await assignLead(t.as(hub.assistant), { workGroupId: group.id, personId: lead.personId, reason });
    expect(await findWhyLead(t.as(lead), group.id)).toEqual({
      since: "2026-05-13",
      assignedBy: hub.assistant.name,
      reason,
      byMatch: false,
      explanation: undefined,
    });
  });

  test("as a person decided it, where a match had given her the group before", async () => {
    const group = await aGroupAt(t.db, hub, { km: 5 });
    const lead = await aSpecialist(t.db, hub);
    await anApproved(t.db, hub);
    await published();
    const other = await aSpecialist(t.db, hub, { km: 9 });
    const choose = (personId: string) => assignLead(t.as(hub.assistant), { workGroupId: group.id, personId });
    await choose(other.personId);
    expect(await findWhyLead(t.as(lead), group.id)).toBeUndefined();
    await choose(lead.personId);
    expect(await findWhyLead(t.as(lead), group.id)).toMatchObject({ byMatch: false, explanation: undefined });
  });

  test("that it is not known, where nobody wrote down who decided", async () => {
    const group = await aGroupAt(t.db, hub, { km: 5 });
    const lead = await aSpecialist(t.db, hub);
    await aLead(t.db, group.id, lead.personId);
    expect(await findWhyLead(t.as(lead), group.id)).toMatchObject({ assignedBy: null, byMatch: false });
  });
});

test("nobody else reads it: not another lead, not the hub", async () => {
  const group = await aGroupAt(t.db, hub, { km: 5 });
  await aSpecialist(t.db, hub);
  await anApproved(t.db, hub);
  await published();
  for (const actor of [await aSpecialist(t.db, hub), hub.assistant, await anActor(t.db)])
    expect(await findWhyLead(t.as(actor), group.id)).toBeUndefined();
});
