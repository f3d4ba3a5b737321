import { and, eq, isNull, sql } from "drizzle-orm";
import { hubNeighbours, hubs } from "@/db/schema/hubs";
import { employments, people } from "@/db/schema/people";
import { workGroupLeads } from "@/db/schema/workgroups";
import type { TxCtx } from "@/lib/access/context";
import { sayAcademicYear } from "@/lib/kernel/academic-year";
import { type LockedGroup, lockGroup } from "@/lib/workgroups/queries/lock-group";
import { type LockedApplication, lockApplication } from "./locks";
import type { AboutPlace } from "./mails";

export interface LockedPlace {
  readonly group: LockedGroup;
  readonly application: LockedApplication;
}

/**
 * A group and an application, both held against other deeds until this transaction ends. Always the group first: whoever
 * gives, answers or ends a place takes the two in this order, so that no two of them wait for each other.
 */
export async function lockPlace(
  tx: TxCtx,
  place: { readonly applicationId: string; readonly workGroupId: string },
): Promise<LockedPlace | undefined> {
  const group = await lockGroup(tx, place.workGroupId);
  if (!group) return undefined;
  const application = await lockApplication(tx, place.applicationId);
  return application && { group, application };
}

/** Whether a hub's schools may be in the group: its own, and those of a neighbour when the group's hub takes guests. */
export async function takesSchoolsOf(tx: TxCtx, group: LockedGroup, hubId: string): Promise<boolean> {
  if (group.hubId === hubId) return true;
  const neighbours = await tx.db
    .select({ id: hubs.id })
    .from(hubs)
    .innerJoin(hubNeighbours, eq(hubNeighbours.neighbourId, hubs.id))
    .where(and(eq(hubs.id, group.hubId), eq(hubs.acceptsGuests, true), eq(hubNeighbours.hubId, hubId)));
  return neighbours.length > 0;
}

/** Whether somebody whom the school employs leads the group. */
export async function isLedByOwnStaff(tx: TxCtx, { group, application }: LockedPlace): Promise<boolean> {
  const own = await tx.db
    .select({ id: workGroupLeads.id })
    .from(workGroupLeads)
    .innerJoin(employments, eq(employments.personId, workGroupLeads.personId))
    .where(
      and(
        eq(workGroupLeads.workGroupId, group.id),
        isNull(workGroupLeads.finishedOn),
        eq(employments.organisationId, application.organisationId),
        isNull(employments.finishedOn),
      ),
    )
    .limit(1);
  return own.length > 0;
}

/** What mails say of a place: programme and school, the group and who leads it. */
export async function aboutPlace(
  tx: TxCtx,
  { group, application }: { group: Pick<LockedGroup, "id" | "name">; application: LockedApplication },
): Promise<AboutPlace> {
  const [lead] = await tx.db
    .select({ name: people.name })
    .from(workGroupLeads)
    .innerJoin(people, eq(people.id, workGroupLeads.personId))
    .where(
      sql`${workGroupLeads.workGroupId} = ${group.id} and ${workGroupLeads.finishedOn} is null and not ${workGroupLeads.coLead}`,
    );
  return {
    school: application.school.name,
    programme: application.programme.name,
    reference: application.reference,
    group: group.name,
    year: sayAcademicYear(application.offer.academicYear),
    lead: lead?.name ?? null,
  };
}
