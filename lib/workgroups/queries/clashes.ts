import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/access/context";
import { sayTime } from "@/lib/kernel/dates";
import { timesOverlap } from "../rules";

interface When {
  readonly heldOn: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

interface Clash extends When, Record<string, unknown> {
  readonly name: string;
  readonly hubId: string;
  /** The group's lead when the lead has both; null when it is the venue. */
  readonly lead: string | null;
  readonly venue: string;
}

/** The group whose sessions are looked at; the caller has asked its policy. */
export interface ClashingGroup {
  readonly workGroupId: string;
  readonly hubId: string;
  readonly online: boolean;
  readonly venueName: string | null;
  readonly venuePostcode: string | null;
}

/** For each session, sentences about other sessions of the lead or at the venue that overlap with it. One statement for all. */
export async function listClashes(
  ctx: Ctx,
  group: ClashingGroup,
  sessions: readonly When[],
): Promise<string[][]> {
  if (sessions.length === 0) return [];
  const dates = sql.join(
    [...new Set(sessions.map(({ heldOn }) => heldOn))].map((date) => sql`${date}::date`),
    sql`, `,
  );
  const { rows } = await ctx.db.execute<Clash>(sql`
    select s.held_on::text as "heldOn", to_char(s.starts_at, 'HH24:MI') as "startsAt", to_char(s.ends_at, 'HH24:MI') as "endsAt",
      g.name, g.hub_id as "hubId", s.venue_name as venue,
      (select p.name from work_group_leads mine join work_group_leads theirs on theirs.person_id = mine.person_id
        join people p on p.id = mine.person_id
        where mine.work_group_id = ${group.workGroupId} and mine.finished_on is null
          and theirs.work_group_id = g.id and theirs.finished_on is null limit 1) as lead
    from work_group_sessions s join work_groups g on g.id = s.work_group_id
    where s.held_on in (${dates}) and s.cancelled_at is null and g.id <> ${group.workGroupId} and g.status <> 'cancelled'
      and ((not s.online and s.venue_postcode = ${group.venuePostcode} and s.venue_name = ${group.venueName}) or exists (
        select from work_group_leads mine join work_group_leads theirs on theirs.person_id = mine.person_id
        where mine.work_group_id = ${group.workGroupId} and mine.finished_on is null
          and theirs.work_group_id = g.id and theirs.finished_on is null))
    order by s.held_on, s.starts_at, g.name`);
  return sessions.map((session) =>
    rows
      .filter((other) => other.heldOn === session.heldOn && timesOverlap(other, session))
      .map((other) => sayClash(other, group.hubId)),
  );
}

function sayClash(other: Clash, hubId: string): string {
  const group = other.hubId === hubId ? other.name : "a group of another hub";
  const from = `from ${sayTime(other.startsAt)} to ${sayTime(other.endsAt)}`;
  return other.lead
    ? `${other.lead} leads ${group} ${from} that day.`
    : `${other.venue} has ${group} ${from} that day.`;
}
