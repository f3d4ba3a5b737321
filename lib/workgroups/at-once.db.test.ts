import { and, eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { workGroupLeads, workGroupSessions, workGroups } from "@/db/schema/workgroups";
import { anActor, aSession } from "@/db/testing/factories";
import { type FreshDatabase, freshDatabase } from "@/db/testing/fresh-database";
import { systemActor } from "@/lib/access/actor";
import { assignLead } from "./assign-lead";
import { createWorkGroup } from "./create-work-group";
import { editWorkGroup } from "./edit-work-group";
import { followGroupDates } from "./follow-group-dates";
import { moveSession } from "./move-session";
import { eventsOf, type GroupInAHub, groupInAHub } from "./testing/group-in-a-hub";

const TEN = Array.from({ length: 10 }, (_, index) => index);
let fresh: FreshDatabase;
let hub: GroupInAHub;

beforeAll(async () => {
  fresh = await freshDatabase({ connections: 12 });
});
afterAll(() => fresh.drop());
beforeEach(async () => {
  hub = await groupInAHub(fresh.db);
});

const facts = {
  name: "Fernley Tuesday",
  meets: "online",
  venueName: "",
  venuePostcode: "",
  weekday: 1,
  weekPattern: "every",
  minimumSchools: 2,
  maximumSchools: 6,
  whatToPrepare: "",
} as const;

describe("ten browsers at once", () => {
  test("that saw the same version change a group once", async () => {
    const answers = await Promise.all(
      TEN.map((number) =>
        editWorkGroup(fresh.as(hub.manager), {
          workGroupId: hub.groupId,
          version: 1,
          ...facts,
          name: `Name ${number}`,
        }),
      ),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    for (const answer of answers) if (!answer.ok) expect(answer.refusal.code).toBe("changed_meanwhile");
    expect(await eventsOf(fresh.db, hub.groupId)).toEqual(["work_group.edited"]);
  });

  test("plan ten groups with ten codes", async () => {
    const answers = await Promise.all(
      TEN.map(() =>
        createWorkGroup(fresh.as(hub.assistant), {
          hubId: hub.hubId,
          offerId: hub.offerId,
          leadId: undefined,
          ...facts,
        }),
      ),
    );
    expect(answers.every((answer) => answer.ok)).toBe(true);
    const rows = await fresh.db
      .select({ code: workGroups.code })
      .from(workGroups)
      .where(eq(workGroups.hubId, hub.hubId));
    expect(new Set(rows.map(({ code }) => code)).size).toBe(11);
  });

  test("choose ten leads, and the group ends with one, the others in its history", async () => {
    const leads = await Promise.all(
      TEN.map(() => anActor(fresh.db, { role: "work_group_lead", hubId: hub.hubId })),
    );
    const answers = await Promise.all(
      leads.map(({ personId }) =>
        assignLead(fresh.as(hub.assistant), { workGroupId: hub.groupId, personId }),
      ),
    );
    expect(answers.every((answer) => answer.ok)).toBe(true);
    const ofGroup = eq(workGroupLeads.workGroupId, hub.groupId);
    expect(await fresh.db.$count(workGroupLeads, and(ofGroup, isNull(workGroupLeads.finishedOn)))).toBe(1);
    expect(await fresh.db.$count(workGroupLeads, ofGroup)).toBe(10);
  });

  test("move a session once", async () => {
    const session = await aSession(fresh.db, { workGroupId: hub.groupId });
    const answers = await Promise.all(
      ["2026-10-13", "2026-10-20"].map((heldOn) =>
        moveSession(fresh.as(hub.manager), {
          workGroupId: hub.groupId,
          sessionId: session.id,
          sequence: 0,
          heldOn,
          startsAt: "13:30",
          endsAt: "15:30",
          accepted: "",
        }),
      ),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    const [row] = await fresh.db.select().from(workGroupSessions).where(eq(workGroupSessions.id, session.id));
    expect(row?.sequence).toBe(1);
    expect(await eventsOf(fresh.db, hub.groupId)).toEqual(["work_group.session_moved"]);
  });
});

test("workers that follow the dates at once begin a group once", async () => {
  await hub.set({ status: "confirmed" });
  await aSession(fresh.db, { workGroupId: hub.groupId });
  const job = fresh.as(systemActor("follow-group-dates"), new Date("2026-10-06T00:10:00+01:00"));
  await Promise.all(TEN.map(() => followGroupDates(job)));
  expect(await eventsOf(fresh.db, hub.groupId)).toEqual(["work_group.started"]);
});
