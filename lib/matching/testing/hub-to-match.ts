import { asc, eq } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import type { applications } from "@/db/schema/applications";
import { events } from "@/db/schema/events";
import { matchResults, matchRuns } from "@/db/schema/matching";
import type { workGroups } from "@/db/schema/workgroups";
import { aHub, anActor, anApplication, anOffer, aSchool, aWorkGroup, TEST_NOW } from "@/db/testing/factories";
import type { UserActor } from "@/lib/access/actor";

/** Where the schools of a test stand unless they say otherwise; groups say how far east of it they meet. */
const HOME = { easting: 430_000, northing: 300_000 };

/** What is matched: an offer of a hub, or of all. */
export interface ToMatch {
  readonly hubId: string | null;
  readonly offerId: string;
}

export interface HubToMatch extends ToMatch {
  readonly hubId: string;
  readonly offerId: string;
  /** Decides for the hub. */
  readonly assistant: UserActor;
}

export async function hubToMatch(db: Queryable): Promise<HubToMatch> {
  const { id: hubId } = await aHub(db);
  return {
    hubId,
    offerId: (await anOffer(db)).id,
    assistant: await anActor(db, { role: "assistant_hub_lead", hubId, phase: "primary" }),
  };
}

/** An approved application of a new school of the hub, with somebody to write to. */
export async function anApproved(
  db: Queryable,
  { hubId, offerId }: HubToMatch,
  values: Partial<typeof applications.$inferInsert> = {},
) {
  const { id: organisationId } = await aSchool(db, { hubId, ...HOME });
  const lead = await anActor(db, { role: "school_maths_lead", organisationId });
  const application = await anApplication(db, {
    organisationId,
    hubId,
    offerId,
    startedBy: lead.personId,
    decision: "approved",
    decidedAt: TEST_NOW,
    tier: 1,
    ...values,
  });
  return { ...application, lead };
}

/** A group so far east of the schools, on a Tuesday. */
export function aGroupAt(
  db: Queryable,
  { hubId, offerId }: HubToMatch,
  { km, ...values }: { readonly km: number } & Partial<typeof workGroups.$inferInsert>,
) {
  return aWorkGroup(db, {
    hubId,
    offerId,
    easting: HOME.easting + km * 1000,
    northing: HOME.northing,
    minimumSchools: 1,
    ...values,
  });
}

export async function findRun(db: Queryable, runId: string) {
  const [run] = await db.select().from(matchRuns).where(eq(matchRuns.id, runId));
  if (!run) throw new Error("There is no such run");
  return run;
}

export async function resultsOf(db: Queryable, runId: string) {
  const rows = await db.select().from(matchResults).where(eq(matchResults.runId, runId));
  return new Map(rows.map((row) => [row.applicationId, row]));
}

export async function runEventsOf(db: Queryable, runId: string) {
  return db
    .select({ type: events.type, payload: events.payload })
    .from(events)
    .where(eq(events.matchRunId, runId))
    .orderBy(asc(events.id));
}
