import { and, eq, exists, isNull, sql } from "drizzle-orm";
import { hubNeighbours, hubs } from "@/db/schema/hubs";
import { employments, people } from "@/db/schema/people";
import { workGroupLeads } from "@/db/schema/workgroups";
import type { TxCtx } from "@/lib/access/context";
import { sayAcademicYear } from "@/lib/kernel/academic-year";
import { heldPlaces, type LockedGroup, lockGroup } from "@/lib/workgroups/queries/lock-group";
import { type LockedApplication, lockApplication, newerApplications } from "./locks";
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

/** What decides whether a school may have a place of a group, beside the two themselves; and who leads the group. */
export interface Outlook {
  /** Places of the group that are held. */
  readonly held: number;
  /** The group takes schools of this hub: of its own, and of a neighbour when its hub takes guests. */
  readonly takesSchool: boolean;
  /** Somebody whom the school employs leads the group. */
  readonly isLedByOwnStaff: boolean;
  /** The school has since applied anew for the same thing. */
  readonly isReplaced: boolean;
  /** The name of its lead. */
  readonly lead: string | null;
}

/**
 * Asked in one statement, for one that asks each by itself waits for Postgres five times while the group is locked. Like
 * `countPlaces` only true under the lock, and in a statement after it.
 */
export async function lookAtPlace(tx: TxCtx, { group, application }: LockedPlace): Promise<Outlook> {
  const { rows } = await tx.db.execute<Row>(sql`select
    (${heldPlaces(tx, group.id)})::int as held,
    ${group.hubId} = ${application.hubId} or ${exists(guestsOf(tx, group, application.hubId))} as takes_school,
    ${exists(ownLeads(tx, group.id, application.organisationId))} as is_led_by_own_staff,
    ${exists(newerApplications(tx, application))} as is_replaced,
    (${leadName(tx, group.id)}) as lead`);
  const [row] = rows;
  if (!row) throw new Error("A statement without a table answers one row");
  const { held, lead } = row;
  return {
    held,
    takesSchool: row.takes_school,
    isLedByOwnStaff: row.is_led_by_own_staff,
    isReplaced: row.is_replaced,
    lead,
  };
}

interface Row extends Record<string, unknown> {
  held: number;
  takes_school: boolean;
  is_led_by_own_staff: boolean;
  is_replaced: boolean;
  lead: string | null;
}

function guestsOf({ db }: TxCtx, group: LockedGroup, hubId: string) {
  return db
    .select({ id: hubs.id })
    .from(hubs)
    .innerJoin(hubNeighbours, eq(hubNeighbours.neighbourId, hubs.id))
    .where(and(eq(hubs.id, group.hubId), eq(hubs.acceptsGuests, true), eq(hubNeighbours.hubId, hubId)));
}

function ownLeads({ db }: TxCtx, workGroupId: string, organisationId: string) {
  return db
    .select({ id: workGroupLeads.id })
    .from(workGroupLeads)
    .innerJoin(employments, eq(employments.personId, workGroupLeads.personId))
    .where(
      and(
        eq(workGroupLeads.workGroupId, workGroupId),
        isNull(workGroupLeads.finishedOn),
        eq(employments.organisationId, organisationId),
        isNull(employments.finishedOn),
      ),
    );
}

function leadName({ db }: TxCtx, workGroupId: string) {
  return db
    .select({ name: people.name })
    .from(workGroupLeads)
    .innerJoin(people, eq(people.id, workGroupLeads.personId))
    .where(
      and(
        eq(workGroupLeads.workGroupId, workGroupId),
        isNull(workGroupLeads.finishedOn),
        eq(workGroupLeads.coLead, false),
      ),
    );
}

/** What mails say of a place: programme and school, the group and who leads it. */
export async function aboutPlace(tx: TxCtx, place: Told): Promise<AboutPlace> {
  const [lead] = await leadName(tx, place.group.id);
  return sayPlace(place, lead?.name ?? null);
}

/** The same where it is known who leads the group. */
export function sayPlace({ group, application }: Told, lead: string | null): AboutPlace {
  return {
    school: application.school.name,
    programme: application.programme.name,
    reference: application.reference,
    group: group.name,
    year: sayAcademicYear(application.offer.academicYear),
    lead,
  };
}

interface Told {
  readonly group: Pick<LockedGroup, "id" | "name">;
  readonly application: LockedApplication;
}
