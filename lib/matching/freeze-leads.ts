import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/access/context";
import { londonDate } from "@/lib/kernel/dates";
import { EVERY_DAY } from "@/lib/kernel/weekdays";
import type { MatchLead, MeetingTime } from "./match-input";
import { ANY_ROLE, matchNumbers } from "./rules";

interface Row extends Record<string, unknown> {
  readonly id: string;
  readonly hubs: readonly string[];
  readonly schools: readonly { id: string; hub: string; easting: number | null; northing: number | null }[];
  readonly designations: readonly string[];
  readonly days_offered: number;
  readonly weekdays: number;
  readonly maximum_km: number;
  readonly groups: number;
  readonly sessions: number;
  readonly sessions_needed: number;
  readonly busy: readonly MeetingTime[];
}

/**
 * Everybody who leads for the hub, or for any, today, in order of id, with what they lead in the offer's year already. A session takes
 * one of the days they offer; of somebody who has not said how many, a usual number of groups is expected, and of
 * somebody who has not said on which weekdays, any.
 */
export async function freezeLeads(
  { db, now }: Ctx,
  { hubId, offerId }: { readonly hubId: string | null; readonly offerId: string },
): Promise<MatchLead[]> {
  const today = londonDate(now);
  const ofHub = hubId === null ? sql`r.hub_id is not null` : sql`r.hub_id = ${hubId}`;
  const { rows } = await db.execute<Row>(sql`
    select p.id, leads.hubs, work.schools, coalesce(d.designations, '{}') as designations, coalesce(d.days_offered, 0) as days_offered,
      coalesce(d.weekdays, ${EVERY_DAY})::int as weekdays,
      coalesce(d.maximum_km, ${matchNumbers.usualKm}) as maximum_km, led.groups, led.sessions, led.busy,
      coalesce(offer.sessions, ${matchNumbers.usualSessions})::int as sessions_needed
    from (
        select r.person_id, array_agg(distinct r.hub_id order by r.hub_id) as hubs from grants r
        where ${ofHub} and r.role = 'work_group_lead'
          and r.started_on <= ${today} and (r.finished_on is null or r.finished_on > ${today}) group by r.person_id) leads
      join people p on p.id = leads.person_id join offers offer on offer.id = ${offerId} left join lead_profiles d on d.person_id = p.id
      cross join lateral (
        select coalesce(json_agg(json_build_object('id', o.id, 'hub', o.hub_id, 'easting', o.easting, 'northing', o.northing)
          order by o.easting is null, o.id), '[]') as schools
        from employments e join organisations o on o.id = e.organisation_id
        where e.person_id = p.id and e.finished_on is null) work
      cross join lateral (
        select count(*)::int as groups, coalesce(sum(s.sessions), 0)::int as sessions,
          coalesce(json_agg(json_build_object('weekday', g.weekday, 'pattern', ${patternNumber(sql`g.week_pattern`)})
            order by g.weekday, g.week_pattern, g.id), '[]') as busy
        from work_group_leads l join work_groups g on g.id = l.work_group_id
          join offers theirs on theirs.id = g.offer_id and theirs.academic_year = offer.academic_year
          cross join lateral (select count(*) as sessions from work_group_sessions t
            where t.work_group_id = g.id and t.cancelled_at is null) s
        where l.person_id = p.id and l.finished_on is null and g.status not in ('finished', 'cancelled')) led
    order by p.id`);
  return rows.map(asMatchLead);
}

/** 0 for any week, 1 for odd ones, 2 for even ones. */
export function patternNumber(column: ReturnType<typeof sql>) {
  return sql<number>`case ${column} when 'odd' then 1 when 'even' then 2 else 0 end`;
}

function asMatchLead({ id, hubs, schools: [home, ...others], ...row }: Row): MatchLead {
  const daysLeft = row.days_offered > 0 ? Math.max(0, row.days_offered - row.sessions) : null;
  return {
    id,
    hub: home?.hub ?? hubs[0] ?? "",
    school: home?.id ?? null,
    easting: home?.easting ?? null,
    northing: home?.northing ?? null,
    otherSchools: others.map((school) => school.id),
    roles: [ANY_ROLE, ...row.designations.toSorted()],
    days: row.weekdays,
    load:
      daysLeft === null
        ? Math.max(0, matchNumbers.usualGroups - row.groups)
        : Math.floor(daysLeft / Math.max(1, row.sessions_needed)),
    hubs,
    maximumKm: row.maximum_km,
    busy: row.busy,
    daysLeft,
  };
}
