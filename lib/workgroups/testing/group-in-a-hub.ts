import { asc, eq } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import type { placementState } from "@/db/schema/applications";
import { events } from "@/db/schema/events";
import { messages } from "@/db/schema/notifications";
import { workGroups } from "@/db/schema/workgroups";
import { aHub, anActor, anApplication, anOffer, aSchool, aWorkGroup, TEST_NOW } from "@/db/testing/factories";
import type { UserActor } from "@/lib/access/actor";

export interface GroupInAHub {
  readonly hubId: string;
  readonly offerId: string;
  /** A group that is open for matching, on Tuesdays at the Testham Teaching Centre. */
  readonly groupId: string;
  readonly venuePostcode: string;
  /** Decides which groups there are. */
  readonly assistant: UserActor;
  /** Arranges days and venues only. */
  readonly manager: UserActor;
  /** Leads for the hub. */
  readonly lead: UserActor;
  set(values: Partial<typeof workGroups.$inferInsert>): Promise<void>;
  /** A school of the hub with this placement in the group. Its maths lead started the application. */
  place(placement: (typeof placementState.enumValues)[number]): Promise<{
    applicationId: string;
    organisationId: string;
    mathsLead: UserActor;
  }>;
}

export async function groupInAHub(db: Queryable): Promise<GroupInAHub> {
  const { id: hubId } = await aHub(db);
  const { id: offerId } = await anOffer(db);
  const venuePostcode = "LS6 3PN";
  const group = await aWorkGroup(db, { offerId, hubId, venuePostcode, minimumSchools: 2, maximumSchools: 6 });
  return {
    hubId,
    offerId,
    groupId: group.id,
    venuePostcode,
    assistant: await anActor(db, { role: "assistant_hub_lead", hubId, phase: "primary" }),
    manager: await anActor(db, { role: "project_manager", hubId }),
    lead: await anActor(db, { role: "work_group_lead", hubId }),
    async set(values) {
      await db.update(workGroups).set(values).where(eq(workGroups.id, group.id));
    },
    async place(placement) {
      const school = await aSchool(db, { hubId });
      const mathsLead = await anActor(db, { role: "school_maths_lead", organisationId: school.id });
      const application = await anApplication(db, {
        organisationId: school.id,
        offerId,
        hubId,
        decision: "approved",
        placement,
        workGroupId: group.id,
        startedBy: mathsLead.personId,
        offeredAt: TEST_NOW,
        answerBy: "2026-06-26",
      });
      return { applicationId: application.id, organisationId: school.id, mathsLead };
    },
  };
}

export async function eventsOf(db: Queryable, workGroupId: string): Promise<string[]> {
  const rows = await db
    .select({ type: events.type })
    .from(events)
    .where(eq(events.workGroupId, workGroupId))
    .orderBy(asc(events.id));
  return rows.map(({ type }) => type);
}

export function mailsOf(db: Queryable, hubId: string) {
  return db.select().from(messages).where(eq(messages.hubId, hubId)).orderBy(asc(messages.toName));
}
