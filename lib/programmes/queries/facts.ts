import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "@/lib/access/context";
import { londonDate } from "@/lib/kernel/dates";
import type {
  EligibilityFacts,
  LiveApplication,
  OrganisationFacts,
  OverrideFact,
  PersonFacts,
  PlaceFact,
  StageFact,
  StatementFact,
} from "../eligibility/facts";
import { canSeeEligibility } from "../policy";

interface ApplicationRow extends Omit<PlaceFact, "progress">, Omit<LiveApplication, "offerId"> {}

interface FactsRow extends Record<string, unknown> {
  organisation: OrganisationFacts;
  stages: StageFact[];
  applications: ApplicationRow[];
  statements: StatementFact[];
  overrides: OverrideFact[];
  person: (Omit<PersonFacts, "places"> & { applications: ApplicationRow[] }) | null;
}

/**
 * What decides which programmes are open to an organisation, and to a person of it, in one query: its record, the stages it
 * was at, its places and applications, what it stated, its hub's exceptions. Nothing where the actor may not look; a person
 * who does not work there and takes part in nothing of it stays out.
 */
export async function getEligibilityFacts(
  ctx: Ctx,
  { organisationId, personId }: { organisationId: string; personId?: string | null },
): Promise<EligibilityFacts | undefined> {
  const today = londonDate(ctx.now);
  const { rows } = await ctx.db.execute<FactsRow>(sql`
    select ${organisation(today)} as organisation, ${stages} as stages,
      ${applicationsOf(sql`a.organisation_id = o.id`)} as applications,
      ${statementsOf(sql`o.id`)} as statements, ${overrides} as overrides,
      ${personId ? person(personId) : sql`null`} as person
    from organisations o left join establishments e on e.urn = o.urn
    where o.id = ${organisationId}`);
  const row = rows[0];
  if (!row || !canSeeEligibility(ctx.actor, { organisationId, hubId: row.organisation.hubId }))
    return undefined;
  return { ...row, today, places: placesOf(row.applications), person: personOf(row.person) };
}

function personOf(row: FactsRow["person"]): PersonFacts | null {
  if (!row) return null;
  const { applications, ...person } = row;
  return { ...person, places: placesOf(applications) };
}

/** A draft is no place yet. */
function placesOf(applications: readonly ApplicationRow[]): PlaceFact[] {
  return applications
    .filter(({ decision }) => decision === "submitted" || decision === "approved")
    .map(({ programme, theme, offerId, academicYear, endsOn, placement }) => ({
      programme,
      theme,
      offerId,
      academicYear,
      endsOn,
      progress: progressOf(placement),
    }));
}

function progressOf(placement: string): PlaceFact["progress"] {
  if (placement === "completed" || placement === "accepted" || placement === "started") return placement;
  return placement === "paused" ? "started" : "asked";
}

function list(rows: SQL): SQL {
  return sql`coalesce((${rows}), '[]'::json)`;
}

function organisation(today: string): SQL {
  return sql`json_build_object(
    'id', o.id, 'name', o.name, 'kind', o.kind, 'hubId', o.hub_id, 'stateFunded', o.state_funded, 'phases', o.phases,
    'lowAge', o.low_age, 'highAge', o.high_age, 'pupils', o.pupils,
    'typeName', e.type_name, 'special', coalesce(e.type_name ilike '%special%', false), 'ofstedRating', e.ofsted_rating,
    'earlierUrns', ${list(sql`select json_agg(json_build_object('urn', u.urn, 'finishedOn', u.finished_on) order by u.finished_on desc)
      from organisation_urns u where u.organisation_id = o.id and u.finished_on is not null`)},
    'designations', ${list(sql`select json_agg(distinct d.designation)
      from employments m join lead_profiles l on l.person_id = m.person_id cross join unnest(l.designations) as d(designation)
      where m.organisation_id = o.id and m.started_on <= ${today} and (m.finished_on is null or m.finished_on >= ${today})`)},
    'secondarySchools', case when o.kind = 'trust' then (select count(*) from organisations s
      where s.trust_code = o.trust_code and s.kind = 'school' and s.open and 'secondary' = any(s.phases)) else 0 end)`;
}

const stages =
  list(sql`select json_agg(json_build_object('phase', t.phase, 'stage', t.stage, 'startedOn', t.started_on,
  'finishedOn', t.finished_on, 'outcome', t.outcome) order by t.started_on) from stage_periods t where t.organisation_id = o.id`);

const overrides = list(sql`select json_agg(json_build_object('offerId', v.offer_id, 'reason', v.reason,
  'grantedOn', (v.granted_at at time zone 'Europe/London')::date))
  from eligibility_overrides v where v.organisation_id = o.id and v.revoked_at is null`);

function applicationsOf(whose: SQL): SQL {
  return list(sql`select json_agg(json_build_object('id', a.id, 'programme', p.slug, 'theme', f.theme, 'offerId', f.id,
      'academicYear', f.academic_year, 'endsOn', f.ends_on, 'personId', a.person_id, 'decision', a.decision,
      'placement', a.placement, 'promisedOn', a.promised_on, 'answerBy', a.answer_by) order by f.academic_year, f.code)
    from applications a join offers f on f.id = a.offer_id join programmes p on p.id = f.programme_id
    where ${whose} and a.decision not in ('withdrawn', 'declined', 'redirected')
      and a.placement not in ('declined', 'lapsed', 'withdrawn')`);
}

/** By the expression that their index is made of; ids of organisations and people never meet. */
function statementsOf(subject: SQL): SQL {
  return list(sql`select json_agg(json_build_object('statement', s.statement, 'value', s.value,
      'statedOn', (s.stated_at at time zone 'Europe/London')::date))
    from eligibility_statements s where coalesce(s.organisation_id, s.person_id) = ${subject} and s.replaced_at is null`);
}

function person(personId: string): SQL {
  const theirs = sql`a.id in (
    select c.application_id from participants c where c.person_id = r.id and c.removed_at is null
    union all select x.id from applications x where x.person_id = r.id)`;
  return sql`(select json_build_object('id', r.id, 'name', r.name,
      'applications', ${applicationsOf(theirs)}, 'statements', ${statementsOf(sql`r.id`)},
      'leads', exists (select from lead_profiles l where l.person_id = r.id and cardinality(l.designations) > 0)
        or exists (select from work_group_leads w where w.person_id = r.id and w.finished_on is null))
    from people r where r.id = ${personId} and (
      exists (select from employments m where m.person_id = r.id and m.organisation_id = o.id and m.finished_on is null)
      or exists (select from applications a where a.organisation_id = o.id and ${theirs})))`;
}
