import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/access/context";
import { londonDate } from "@/lib/kernel/dates";
import { isId } from "@/lib/kernel/ids";
import type { WeekPattern } from "../input";
import { canArrangeGroup, canFormGroups, canSeeHubGroup } from "../policy";
import { heldPlacements, takenPlacements, type WorkGroupStatus } from "../rules";

export interface HubGroupSession {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly heldOn: string;
  /** `13:30` */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly cancelled: boolean;
  readonly registerSaved: boolean;
  readonly sequence: number;
}

export interface HubGroupSchool {
  readonly applicationId: string;
  readonly name: string;
  readonly town: string | null;
  readonly placement: string;
  readonly answerBy: string | null;
  /** The place was another school's before, and the waiting list offered it by itself. */
  readonly fromWaitingList: boolean;
}

/** A Work Group as the staff of its hub see it. */
export interface HubGroup {
  readonly id: string;
  readonly hubId: string;
  readonly hub: string;
  readonly code: string;
  readonly name: string;
  readonly status: WorkGroupStatus;
  readonly offerId: string;
  readonly programme: string;
  readonly theme: string | null;
  readonly phase: string;
  /** The designation its leads need, such as primary_mastery_specialist. */
  readonly leadRole: string | null;
  readonly academicYear: number;
  readonly startsOn: string;
  readonly endsOn: string;
  /** How many times a group of the programme meets, where that is settled. */
  readonly usualSessions: number | null;
  readonly online: boolean;
  readonly venueName: string | null;
  readonly venuePostcode: string | null;
  readonly weekday: number;
  readonly weekPattern: WeekPattern;
  readonly minimumSchools: number;
  readonly maximumSchools: number;
  readonly whatToPrepare: string | null;
  readonly cancelledReason: string | null;
  readonly version: number;
  readonly lead: { readonly id: string; readonly name: string; readonly startedOn: string } | null;
  readonly sessions: readonly HubGroupSession[];
  readonly schools: readonly HubGroupSchool[];
  /** Places that schools have accepted, and all that are held, offers included. */
  readonly taken: number;
  readonly held: number;
  /** Places that came free and that the waiting list has not dealt with: it waits for a match to be published. */
  readonly toBeOffered: number;
  /** People who are told when a session moves. */
  readonly participants: number;
  /** Decide about it, or arrange its days and venue only. */
  readonly mayForm: boolean;
  readonly mayArrange: boolean;
}

type Row = Omit<HubGroup, "mayForm" | "mayArrange" | "taken" | "held">;

/** The group for the staff of its hub, in one statement; undefined for anyone else. */
export async function findHubGroup(ctx: Ctx, workGroupId: string): Promise<HubGroup | undefined> {
  if (!isId(workGroupId)) return undefined;
  const { rows } = await ctx.db.execute<{ group: Row }>(readGroup(workGroupId, londonDate(ctx.now)));
  const group = rows[0]?.group;
  if (!group || !canSeeHubGroup(ctx.actor, group)) return undefined;
  const count = (which: readonly string[]) =>
    group.schools.filter(({ placement }) => which.includes(placement)).length;
  return {
    ...group,
    taken: count(takenPlacements),
    held: count(heldPlacements),
    mayForm: canFormGroups(ctx.actor, group),
    mayArrange: canArrangeGroup(ctx.actor, group),
  };
}

function readGroup(workGroupId: string, today: string) {
  return sql`select json_build_object(
      'id', g.id, 'hubId', g.hub_id, 'hub', h.name, 'code', g.code, 'name', g.name, 'status', g.status, 'offerId', g.offer_id,
      'programme', p.short_name, 'theme', o.theme, 'phase', p.phase, 'leadRole', p.lead_role, 'academicYear', o.academic_year,
      'startsOn', o.starts_on, 'endsOn', o.ends_on, 'usualSessions', o.sessions,
      'online', g.online, 'venueName', g.venue_name, 'venuePostcode', g.venue_postcode, 'weekday', g.weekday,
      'weekPattern', g.week_pattern, 'minimumSchools', g.minimum_schools, 'maximumSchools', g.maximum_schools,
      'whatToPrepare', g.what_to_prepare, 'cancelledReason', g.cancelled_reason, 'version', g.version,
      'lead', (select json_build_object('id', lp.id, 'name', lp.name, 'startedOn', l.started_on)
        from work_group_leads l join people lp on lp.id = l.person_id
        where l.work_group_id = g.id and not l.co_lead and (l.finished_on is null or l.finished_on > ${today})
        order by l.finished_on nulls first limit 1),
      'sessions', coalesce((select json_agg(json_build_object('id', s.id, 'number', s.number, 'title', s.title,
          'heldOn', s.held_on, 'startsAt', to_char(s.starts_at, 'HH24:MI'), 'endsAt', to_char(s.ends_at, 'HH24:MI'),
          'cancelled', s.cancelled_at is not null, 'registerSaved', s.register_saved_at is not null,
          'sequence', s.sequence) order by s.held_on, s.starts_at, s.number)
        from work_group_sessions s where s.work_group_id = g.id), '[]'),
      'schools', coalesce((select json_agg(json_build_object('applicationId', a.id, 'name', s.name, 'town', s.town,
          'placement', a.placement, 'answerBy', a.answer_by, 'fromWaitingList', exists (select from freed_places f
            where f.work_group_id = g.id and f.offered_to = a.id)) order by s.name, a.id)
        from applications a join organisations s on s.id = a.organisation_id where a.work_group_id = g.id), '[]'),
      'toBeOffered', (select count(*) from freed_places f where f.work_group_id = g.id and f.settled_at is null),
      'participants', (select count(distinct t.person_id) from participants t join applications a on a.id = t.application_id
        where a.work_group_id = g.id and a.placement in ${heldPlacements} and t.removed_at is null)) as group
    from work_groups g join offers o on o.id = g.offer_id join programmes p on p.id = o.programme_id
      join hubs h on h.id = g.hub_id
    where g.id = ${workGroupId}`;
}
