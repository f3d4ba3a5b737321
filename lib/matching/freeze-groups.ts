import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { applications } from "@/db/schema/applications";
import { hubs } from "@/db/schema/hubs";
import { employments } from "@/db/schema/people";
import { offers, programmes } from "@/db/schema/programmes";
import { workGroupLeads, workGroups } from "@/db/schema/workgroups";
import type { Ctx } from "@/lib/access/context";
import { heldPlacements } from "@/lib/workgroups/rules";
import type { Matched } from "./freeze-input";
import { patternNumber } from "./freeze-leads";
import type { MatchGroup, MatchHub } from "./match-input";
import { isMatchable } from "./queries/matchable-groups";
import { ANY_ROLE, matchable } from "./rules";

/** The open groups of the offer in the hubs of a run, by id. Those for which it looks for leads, of its own hub or of all, say what they ask of one. */
export async function freezeGroups(
  { db }: Ctx,
  matched: Matched,
  hubsOfRun: readonly MatchHub[],
): Promise<MatchGroup[]> {
  const { hubId, offerId } = matched;
  const rows = await db
    .select({
      id: workGroups.id,
      offer: workGroups.offerId,
      hub: workGroups.hubId,
      weekday: workGroups.weekday,
      online: workGroups.online,
      easting: workGroups.easting,
      northing: workGroups.northing,
      maximum: workGroups.maximumSchools,
      minimum: workGroups.minimumSchools,
      keptOpen: sql<boolean>`${workGroups.status} = 'confirmed'`,
      held: sql<number>`(select count(*)::int from ${applications} a where a.work_group_id = ${workGroups.id} and a.placement in ${heldPlacements})`,
      lead: workGroupLeads.personId,
      leadSchool: leadSchoolAmong(matched),
      acceptsGuests: hubs.acceptsGuests,
      leadRole: programmes.leadRole,
      pattern: patternNumber(sql`${workGroups.weekPattern}`),
      heldBy: sql<
        string[]
      >`array(select distinct a.organisation_id from ${applications} a where a.work_group_id = ${workGroups.id} and a.placement in ${heldPlacements} order by 1)`,
    })
    .from(workGroups)
    .innerJoin(hubs, eq(hubs.id, workGroups.hubId))
    .innerJoin(offers, eq(offers.id, workGroups.offerId))
    .innerJoin(programmes, eq(programmes.id, offers.programmeId))
    .leftJoin(
      workGroupLeads,
      and(
        eq(workGroupLeads.workGroupId, workGroups.id),
        isNull(workGroupLeads.finishedOn),
        eq(workGroupLeads.coLead, false),
      ),
    )
    .where(
      and(
        eq(workGroups.offerId, offerId),
        isMatchable(hubId),
        inArray(
          workGroups.hubId,
          hubsOfRun.map(({ id }) => id),
        ),
      ),
    )
    .orderBy(asc(workGroups.id));
  return rows.map(({ maximum, leadRole, pattern, heldBy, ...group }) => ({
    ...group,
    capacity: Math.max(0, maximum - group.held),
    ...((hubId === null || group.hub === hubId) && group.lead === null
      ? { role: leadRole ?? ANY_ROLE, pattern: weeksOf(group.weekday, pattern, rows), heldBy }
      : {}),
  }));
}

/** Where a group of the same weekday meets in any week, all of that day count as at one time. */
function weeksOf(
  weekday: number,
  pattern: number,
  groups: readonly { readonly weekday: number; readonly pattern: number }[],
): number {
  return groups.some((other) => other.weekday === weekday && other.pattern === 0) ? 0 : pattern;
}

/** A school whose staff lead the group, co-leads included: one that is being matched before any other. */
export function leadSchoolAmong(matched: Pick<Matched, "hubId" | "offerId" | "mayMove">) {
  const { hubId, offerId } = matched;
  const ofHub = hubId === null ? sql`true` : sql`a.hub_id = ${hubId}`;
  return sql<string | null>`(
    select e.organisation_id from ${workGroupLeads} l join ${employments} e on e.person_id = l.person_id
    where l.work_group_id = ${workGroups.id} and l.finished_on is null and e.finished_on is null
    order by exists (
      select from ${applications} a
      where a.organisation_id = e.organisation_id and ${ofHub} and a.offer_id = ${offerId}
        and a.decision = 'approved' and a.placement in ${matchable(matched)}
    ) desc, e.organisation_id limit 1)`;
}
