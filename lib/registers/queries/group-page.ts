import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/access/context";
import { londonDate } from "@/lib/kernel/dates";
import { canSeeGroupAsLead, canSeeGroupAsSchool, type GroupSubject } from "../policy";
import type { Mark } from "../rules";

export interface GroupSession {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly heldOn: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly online: boolean;
  readonly venueName: string | null;
  readonly venuePostcode: string | null;
  readonly cancelled: boolean;
  readonly sequence: number;
  readonly registerSaved: boolean;
}

export interface GroupPerson {
  readonly participantId: string;
  readonly personId: string;
  readonly name: string;
  readonly jobTitle: string | null;
  readonly applicationId: string;
  readonly organisationId: string;
  readonly school: string;
  readonly there: number;
  readonly marked: number;
}

/** A Work Group as its lead and its schools see it: facts, leads, sessions, and who takes part. */
export interface GroupPage {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly status: string;
  readonly hubId: string;
  readonly hub: string;
  readonly hubTelephone: string | null;
  readonly phase: string;
  readonly programme: string;
  readonly programmeSlug: string;
  readonly stage: string | null;
  readonly ladderPhase: "primary" | "secondary" | null;
  readonly theme: string | null;
  readonly academicYear: number;
  readonly online: boolean;
  readonly venueName: string | null;
  readonly venuePostcode: string | null;
  readonly weekday: number;
  readonly whatToPrepare: string | null;
  readonly maximumSchools: number;
  readonly leads: readonly { id: string; name: string; email: string | null; telephone: string | null }[];
  readonly sessions: readonly GroupSession[];
  readonly people: readonly GroupPerson[];
  readonly schools: readonly {
    applicationId: string;
    organisationId: string;
    name: string;
    town: string | null;
    placement: string;
  }[];
}

interface PageRow extends Record<string, unknown> {
  page: GroupPage;
}

/** The group's page for its leads and hub staff; undefined for anyone else. One statement. */
export async function getGroupForLead(ctx: Ctx, workGroupId: string): Promise<GroupPage | undefined> {
  const page = await readGroup(ctx, workGroupId);
  return page && canSeeGroupAsLead(ctx.actor, subjectOf(page)) ? page : undefined;
}

/** The group's page for a school with a place in it: its own people only, and the other schools by name. */
export async function getGroupForSchool(ctx: Ctx, workGroupId: string): Promise<GroupPage | undefined> {
  const page = await readGroup(ctx, workGroupId);
  if (!page) return undefined;
  const subject = {
    organisationIds: page.schools.map((school) => school.organisationId),
    participantIds: page.people.map((person) => person.personId),
  };
  if (!canSeeGroupAsSchool(ctx.actor, subject)) return undefined;
  const own = page.people.filter((person) =>
    canSeeGroupAsSchool(ctx.actor, {
      organisationIds: [person.organisationId],
      participantIds: [person.personId],
    }),
  );
  return { ...page, people: own };
}

function subjectOf({ hubId, phase, leads }: GroupPage): GroupSubject {
  return { hubId, phase, leadIds: leads.map(({ id }) => id) };
}

async function readGroup(ctx: Ctx, workGroupId: string): Promise<GroupPage | undefined> {
  const today = londonDate(ctx.now);
  const { rows } = await ctx.db.execute<PageRow>(sql`
    select json_build_object(
      'id', g.id, 'code', g.code, 'name', g.name, 'status', g.status, 'hubId', g.hub_id, 'hub', h.name, 'hubTelephone', h.telephone,
      'phase', p.phase, 'programme', p.name, 'programmeSlug', p.slug, 'stage', p.stage, 'ladderPhase', p.ladder_phase, 'theme', o.theme, 'academicYear', o.academic_year,
      'online', g.online, 'venueName', g.venue_name, 'venuePostcode', g.venue_postcode, 'weekday', g.weekday,
      'whatToPrepare', g.what_to_prepare, 'maximumSchools', g.maximum_schools,
      'leads', coalesce((select json_agg(json_build_object('id', lp.id, 'name', lp.name, 'email', lp.email, 'telephone', lp.telephone) order by l.co_lead, lp.name)
        from work_group_leads l join people lp on lp.id = l.person_id
        where l.work_group_id = g.id and (l.finished_on is null or l.finished_on > ${today})), '[]'),
      'sessions', coalesce((select json_agg(json_build_object('id', s.id, 'number', s.number, 'title', s.title, 'heldOn', s.held_on,
          'startsAt', to_char(s.starts_at, 'HH24:MI'), 'endsAt', to_char(s.ends_at, 'HH24:MI'), 'online', s.online,
          'venueName', s.venue_name, 'venuePostcode', s.venue_postcode, 'cancelled', s.cancelled_at is not null, 'sequence', s.sequence,
          'registerSaved', s.register_saved_at is not null) order by s.held_on, s.number)
        from work_group_sessions s where s.work_group_id = g.id), '[]'),
      'schools', coalesce((select json_agg(json_build_object('applicationId', a.id, 'organisationId', a.organisation_id, 'name', s.name, 'town', s.town, 'placement', a.placement) order by s.name, a.id)
        from applications a join organisations s on s.id = a.organisation_id
        where a.work_group_id = g.id and a.placement in ('accepted', 'started', 'completed')), '[]'),
      'people', coalesce((select json_agg(json_build_object('participantId', t.id, 'personId', tp.id, 'name', tp.name, 'jobTitle', t.job_title, 'applicationId', a.id,
          'organisationId', a.organisation_id, 'school', s.name,
          'marked', (select count(*) from attendances x where x.participant_id = t.id),
          'there', (select count(*) from attendances x where x.participant_id = t.id and x.mark in ('attended', 'partly', 'substitute'))) order by s.name, tp.name)
        from applications a join organisations s on s.id = a.organisation_id
          join participants t on t.application_id = a.id and t.removed_at is null join people tp on tp.id = t.person_id
        where a.work_group_id = g.id and a.placement in ('accepted', 'started', 'completed')), '[]')) as page
    from work_groups g join offers o on o.id = g.offer_id join programmes p on p.id = o.programme_id join hubs h on h.id = g.hub_id
    where g.id = ${workGroupId}`);
  return rows[0]?.page;
}

/** The marks of one session by participant. Answers only for a group the actor sees as its lead; ask `getGroupForLead` first. */
export async function listMarks(
  ctx: Ctx,
  group: GroupPage,
  sessionId: string,
): Promise<Map<string, { mark: Mark; substituteName: string | null }>> {
  if (!canSeeGroupAsLead(ctx.actor, subjectOf(group))) return new Map();
  const { rows } = await ctx.db.execute<{
    participant_id: string;
    mark: Mark;
    substitute_name: string | null;
  }>(sql`
    select x.participant_id, x.mark, x.substitute_name from attendances x join work_group_sessions s on s.id = x.session_id
    where x.session_id = ${sessionId} and s.work_group_id = ${group.id}`);
  return new Map(
    rows.map((row) => [row.participant_id, { mark: row.mark, substituteName: row.substitute_name }]),
  );
}
