import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { calendarFeeds } from "@/db/schema/registers";
import type { Ctx } from "@/lib/access/context";
import { env } from "@/lib/kernel/env";
import type { CalendarSession } from "../calendar";
import type { GroupPage } from "./group-page";

/** The sessions of a group as calendar entries. */
export function sessionsOfGroup(group: GroupPage): CalendarSession[] {
  return group.sessions.map((session) => ({
    id: session.id,
    groupName: group.name,
    title: session.title,
    heldOn: session.heldOn,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    place: session.online
      ? "Online"
      : [session.venueName ?? group.venueName, session.venuePostcode ?? group.venuePostcode]
          .filter(Boolean)
          .join(", "),
    leadName: group.leads[0]?.name ?? null,
    cancelled: session.cancelled,
    sequence: session.sequence,
    url: `${env().NEXTAUTH_URL}/school/work-groups/${group.id}`,
  }));
}

/** What a calendar address holds: a school's sessions, or those a person leads or takes part in. Undefined when it was ended. */
export async function findFeed(ctx: Ctx, feedId: string): Promise<CalendarSession[] | undefined> {
  const [feed] = await ctx.db
    .select()
    .from(calendarFeeds)
    .where(and(eq(calendarFeeds.id, feedId), isNull(calendarFeeds.revokedAt)));
  if (!feed) return undefined;
  const { rows } = await ctx.db.execute<CalendarSession & Record<string, unknown>>(sql`
    select s.id, g.name as "groupName", s.title, s.held_on::text as "heldOn", s.starts_at::text as "startsAt", s.ends_at::text as "endsAt",
      case when s.online then 'Online' else concat_ws(', ', coalesce(s.venue_name, g.venue_name), coalesce(s.venue_postcode, g.venue_postcode)) end as place,
      (select p.name from work_group_leads l join people p on p.id = l.person_id
        where l.work_group_id = g.id and l.finished_on is null order by l.co_lead limit 1) as "leadName",
      s.cancelled_at is not null as cancelled, s.sequence, ${`${env().NEXTAUTH_URL}/school/work-groups/`} || g.id as url
    from work_group_sessions s join work_groups g on g.id = s.work_group_id
    where s.held_on > ${ctx.now.toISOString()}::timestamptz - interval '400 days' and ${belongsTo(feed)}
    order by s.held_on, s.id
    limit 500`);
  return rows;
}

function belongsTo(feed: { personId: string; organisationId: string | null }): SQL {
  const taken = sql`('accepted', 'started', 'completed')`;
  if (feed.organisationId)
    return sql`exists (select 1 from applications a where a.work_group_id = g.id and a.organisation_id = ${feed.organisationId} and a.placement in ${taken})
      and exists (select 1 from grants r where r.person_id = ${feed.personId} and r.organisation_id = ${feed.organisationId} and r.finished_on is null)`;
  return sql`(exists (select 1 from work_group_leads l where l.work_group_id = g.id and l.person_id = ${feed.personId} and l.finished_on is null)
    or exists (select 1 from applications a join participants t on t.application_id = a.id
      where a.work_group_id = g.id and t.person_id = ${feed.personId} and t.removed_at is null and a.placement in ${taken}))`;
}
