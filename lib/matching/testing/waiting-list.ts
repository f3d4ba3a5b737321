import { eq, sql } from "drizzle-orm";
import { applications } from "@/db/schema/applications";
import { freedPlaces } from "@/db/schema/freed-places";
import type { FreshDatabase } from "@/db/testing/fresh-database";
import { systemActor } from "@/lib/access/actor";
import { declinePlace } from "@/lib/applications/decline-place";
import { offerFreedPlace } from "../offer-freed-place";
import { publishMatchRun } from "../publish-match-run";
import { reviewedRun } from "./computed-run";
import { aGroupAt, anApproved, type HubToMatch } from "./hub-to-match";

/** The last day for answers to what these tests publish. */
export const ANSWER_BY = "2026-06-01";

/** What tests of the waiting list do with a database of their own. */
export function waitingListOn({ db, as }: Pick<FreshDatabase, "db" | "as">) {
  async function rowOf(id: string) {
    const [row] = await db.select().from(applications).where(eq(applications.id, id));
    if (!row) throw new Error("There is no such application");
    return row;
  }

  const freedIn = (workGroupId: string) =>
    db
      .select()
      .from(freedPlaces)
      .where(eq(freedPlaces.workGroupId, workGroupId))
      .orderBy(freedPlaces.freedAt);

  /** The one place that came free in a group. */
  async function freedPlaceOf(workGroupId: string): Promise<string> {
    const [freed, ...more] = await freedIn(workGroupId);
    if (!freed || more.length > 0) throw new Error("Not one place came free");
    return freed.id;
  }

  async function jobsFor(freedPlaceId: string): Promise<number> {
    const { rows } = await db.execute(
      sql`select 1 from pgboss.job where name = 'offer-freed-place' and data ->> 'freedPlaceId' = ${freedPlaceId}`,
    );
    return rows.length;
  }

  async function publish(hub: HubToMatch): Promise<void> {
    const runId = await reviewedRun(as(hub.assistant), hub);
    const answer = await publishMatchRun(as(hub.assistant), { runId, answerBy: ANSWER_BY, parts: null });
    if (!answer.ok) throw new Error(answer.refusal.code);
  }

  /** A published match: a group of one place with a school in it, and two that wait, the second of a higher priority. */
  async function oneHeldTwoWaiting(hub: HubToMatch) {
    const group = await aGroupAt(db, hub, { km: 5, maximumSchools: 1 });
    const holder = await anApproved(db, hub, { tier: 0 });
    const later = await anApproved(db, hub, { tier: 2 });
    const first = await anApproved(db, hub, { tier: 1 });
    await publish(hub);
    const { placement, workGroupId } = await rowOf(holder.id);
    if (placement !== "offered" || workGroupId !== group.id)
      throw new Error("The match placed somebody else");
    return { group, holder, later, first };
  }

  const decline = ({ holder, group }: Line) =>
    declinePlace(as(holder.lead), { applicationId: holder.id, workGroupId: group.id, reason: "day" });
  const offer = (freedPlaceId: string, now?: Date) =>
    offerFreedPlace(as(systemActor("offer-freed-place"), now), { freedPlaceId });

  return { rowOf, freedIn, freedPlaceOf, jobsFor, publish, oneHeldTwoWaiting, decline, offer };
}

/** A group with a school in it, and those that wait for its place. */
export interface Line {
  readonly group: Awaited<ReturnType<typeof aGroupAt>>;
  readonly holder: Awaited<ReturnType<typeof anApproved>>;
  readonly later: Awaited<ReturnType<typeof anApproved>>;
  readonly first: Awaited<ReturnType<typeof anApproved>>;
}
