import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { workGroups } from "@/db/schema/workgroups";
import { anActor, aSession } from "@/db/testing/factories";
import { testContext } from "@/db/testing/test-context";
import { eventsOf, type GroupInAHub, groupInAHub } from "@/lib/workgroups/testing/group-in-a-hub";
import { closeWorkGroup } from "./close-work-group";
import { eventTypesOf, findRow, mailsOf } from "./testing/school-in-a-hub";

const t = testContext();
let hub: GroupInAHub;

beforeEach(async () => {
  hub = await groupInAHub(t.db);
});

const close = (actor = hub.assistant) =>
  closeWorkGroup(t.as(actor), { workGroupId: hub.groupId, reason: "The venue has closed" });

async function statusOfGroup() {
  const [row] = await t.db.select().from(workGroups).where(eq(workGroups.id, hub.groupId));
  return row?.status;
}

describe("cancelling a group with its places", () => {
  test.each(["offered", "accepted", "started", "paused"] as const)(
    "a school whose place was %s waits for another group and is told why",
    async (placement) => {
      const { applicationId } = await hub.place(placement);
      expect((await close()).ok).toBe(true);
      expect(await findRow(t.db, applicationId)).toMatchObject({
        decision: "approved",
        placement: "waiting",
        workGroupId: null,
        offeredAt: null,
        answerBy: null,
        placementReason: expect.stringContaining("was cancelled"),
      });
      expect(await eventTypesOf(t.db, applicationId)).toEqual(["application.group_cancelled"]);
      const [mail] = await mailsOf(t.db, applicationId, "group_cancelled");
      expect(mail?.body).toContain("The venue has closed");
      expect(mail?.body).toContain("You have nothing to do");
    },
  );

  test("a school that was only proposed can be matched again and hears nothing of it", async () => {
    const { applicationId } = await hub.place("proposed");
    await close();
    expect(await findRow(t.db, applicationId)).toMatchObject({ placement: "unplaced", workGroupId: null });
    expect(await mailsOf(t.db, applicationId, "group_cancelled")).toEqual([]);
  });

  test("a school that had declined stays as it was, and the group says how many it told", async () => {
    const declined = await hub.place("declined");
    await hub.place("accepted");
    await hub.place("offered");
    await aSession(t.db, { workGroupId: hub.groupId });
    await close();
    expect(await findRow(t.db, declined.applicationId)).toMatchObject({ placement: "declined" });
    expect(await statusOfGroup()).toBe("cancelled");
    expect(await eventsOf(t.db, hub.groupId)).toEqual([
      "application.group_cancelled",
      "application.group_cancelled",
      "work_group.cancelled",
    ]);
  });

  test("is refused to strangers and once the group is over, and then no school is told", async () => {
    const { applicationId } = await hub.place("completed");
    const started = await hub.place("started");
    expect(await close(hub.manager)).toMatchObject({ refusal: { code: "not_found" } });
    const elsewhere = await groupInAHub(t.db);
    expect(await close(elsewhere.assistant)).toMatchObject({ refusal: { code: "not_found" } });
    const secondary = await anActor(t.db, {
      role: "assistant_hub_lead",
      hubId: hub.hubId,
      phase: "secondary",
    });
    expect(await close(secondary)).toMatchObject({ refusal: { code: "not_found" } });
    expect(await close()).toMatchObject({ refusal: { code: "places_held" } });
    await hub.set({ status: "finished" });
    expect(await close()).toMatchObject({ refusal: { code: "wrong_status" } });
    expect((await findRow(t.db, started.applicationId)).placement).toBe("started");
    expect(await mailsOf(t.db, applicationId, "group_cancelled")).toEqual([]);
  });
});
