import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "@/lib/access/context";
import { londonDate } from "@/lib/kernel/dates";
import { type CaseSubject, canAssignPartner } from "../policy";
import { type PartnerFacts, type PartnerRefusal, whyNotPartner } from "../rules";

export interface PartnerRow extends Record<string, unknown> {
  id: string;
  name: string;
  organisation_ids: string[] | null;
  trust_codes: string[] | null;
  open_cases: number;
  case_limit: number;
  maximum_km: number;
  metres: number | null;
}

/** The hub's Intensive Support Partners with what decides whether they can take a school: where they work, load, distance. */
export function partnerFactsQuery(scope: {
  hubId: string;
  organisationId: string;
  today: string;
  personId?: string;
}): SQL {
  return sql`
    select p.id, p.name, w.organisation_ids, w.trust_codes, coalesce(l.case_limit, 3) as case_limit, coalesce(l.maximum_km, 40) as maximum_km,
      (select count(*)::int from support_cases c where c.partner_id = p.id and c.status in ('open', 'paused')) as open_cases, w.metres
    from people p
    left join lead_profiles l on l.person_id = p.id
    left join lateral (
      select array_agg(o.id) as organisation_ids, array_agg(o.trust_code) filter (where o.trust_code is not null) as trust_codes,
        min(sqrt((o.easting - s.easting)::float8 ^ 2 + (o.northing - s.northing)::float8 ^ 2)) as metres
      from employments e join organisations o on o.id = e.organisation_id, organisations s
      where e.person_id = p.id and s.id = ${scope.organisationId} and e.started_on <= ${scope.today}
        and (e.finished_on is null or e.finished_on >= ${scope.today})) w on true
    where exists (select 1 from grants g where g.person_id = p.id and g.role = 'intensive_support_partner' and g.hub_id = ${scope.hubId}
        and g.started_on <= ${scope.today} and (g.finished_on is null or g.finished_on > ${scope.today}))
      ${scope.personId ? sql`and p.id = ${scope.personId}` : sql``}
    order by open_cases, w.metres nulls last, p.name`;
}

export function toPartnerFacts(row: PartnerRow): PartnerFacts {
  return {
    organisationIds: row.organisation_ids ?? [],
    trustCodes: row.trust_codes ?? [],
    openCases: row.open_cases,
    caseLimit: row.case_limit,
    maximumKm: row.maximum_km,
    km: row.metres === null ? undefined : row.metres / 1000,
  };
}

export interface PartnerChoice {
  readonly personId: string;
  readonly name: string;
  readonly openCases: number;
  readonly caseLimit: number;
  readonly km: number | undefined;
  readonly beyondTravel: boolean;
  readonly whyNot: PartnerRefusal | undefined;
}

/** Who could take a case: least load first, then nearest. Those who cannot are listed with the reason. */
export async function listPartnerChoices(
  ctx: Ctx,
  subject: CaseSubject & { trustCode: string | null },
): Promise<PartnerChoice[]> {
  if (!canAssignPartner(ctx.actor, subject)) return [];
  const query = partnerFactsQuery({
    hubId: subject.hubId,
    organisationId: subject.organisationId,
    today: londonDate(ctx.now),
  });
  const { rows } = await ctx.db.execute<PartnerRow>(query);
  return rows.map((row) => {
    const facts = toPartnerFacts(row);
    return {
      personId: row.id,
      name: row.name,
      openCases: facts.openCases,
      caseLimit: facts.caseLimit,
      km: facts.km,
      beyondTravel: facts.km !== undefined && facts.km > facts.maximumKm,
      whyNot: whyNotPartner(facts, { id: subject.organisationId, trustCode: subject.trustCode }),
    };
  });
}
