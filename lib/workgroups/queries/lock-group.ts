import { and, count, eq, inArray, isNull } from "drizzle-orm";
import { applications } from "@/db/schema/applications";
import { hubs } from "@/db/schema/hubs";
import { offers, programmes } from "@/db/schema/programmes";
import { workGroupLeads, workGroupSessions, workGroups } from "@/db/schema/workgroups";
import type { TxCtx } from "@/lib/access/context";
import { heldPlacements, takenPlacements } from "../rules";

/**
 * The group with its row locked until the transaction ends, and what a policy and a rule ask about it. The lock lets in
 * rows that only refer to the group, so that whoever holds one of its applications can keep that its place came free.
 */
export async function lockGroup(tx: TxCtx, workGroupId: string) {
  const [row] = await tx.db
    .select({
      group: workGroups,
      phase: programmes.phase,
      startsOn: offers.startsOn,
      endsOn: offers.endsOn,
      hub: { name: hubs.name, telephone: hubs.telephone },
    })
    .from(workGroups)
    .innerJoin(offers, eq(offers.id, workGroups.offerId))
    .innerJoin(programmes, eq(programmes.id, offers.programmeId))
    .innerJoin(hubs, eq(hubs.id, workGroups.hubId))
    .where(eq(workGroups.id, workGroupId))
    .for("no key update", { of: workGroups });
  if (!row) return undefined;
  const { group, ...known } = row;
  return { ...group, ...known };
}
export type LockedGroup = NonNullable<Awaited<ReturnType<typeof lockGroup>>>;

/**
 * Places that are held, and those that a school has accepted. Only true while the group's row is locked, and only in a
 * statement of its own: one that waited for the lock would still count what it saw before it waited.
 */
export async function countPlaces(tx: TxCtx, workGroupId: string): Promise<{ held: number; taken: number }> {
  const rows = await tx.db
    .select({ placement: applications.placement, places: count() })
    .from(applications)
    .where(and(eq(applications.workGroupId, workGroupId), inArray(applications.placement, heldPlacements)))
    .groupBy(applications.placement);
  const sum = (which: readonly string[]) =>
    rows.filter((row) => which.includes(row.placement)).reduce((total, row) => total + row.places, 0);
  return { held: sum(heldPlacements), taken: sum(takenPlacements) };
}

/** Counts the places of a group that are held, as part of a statement that asks more; true under the same lock. */
export function heldPlaces({ db }: TxCtx, workGroupId: string) {
  return db
    .select({ held: count() })
    .from(applications)
    .where(and(eq(applications.workGroupId, workGroupId), inArray(applications.placement, heldPlacements)));
}

export async function countSessions(tx: TxCtx, workGroupId: string): Promise<number> {
  return tx.db.$count(
    workGroupSessions,
    and(eq(workGroupSessions.workGroupId, workGroupId), isNull(workGroupSessions.cancelledAt)),
  );
}

export async function findOpenLead(tx: TxCtx, workGroupId: string) {
  const [lead] = await tx.db
    .select()
    .from(workGroupLeads)
    .where(
      and(
        eq(workGroupLeads.workGroupId, workGroupId),
        isNull(workGroupLeads.finishedOn),
        eq(workGroupLeads.coLead, false),
      ),
    );
  return lead;
}
