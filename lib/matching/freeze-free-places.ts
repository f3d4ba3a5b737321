import { type SQL, sql } from "drizzle-orm";
import { applications } from "@/db/schema/applications";
import { hubNeighbours, hubs } from "@/db/schema/hubs";
import { matchRuns } from "@/db/schema/matching";
import { offers } from "@/db/schema/programmes";
import { organisations } from "@/db/schema/schools";
import { workGroupLeads, workGroupSessions, workGroups } from "@/db/schema/workgroups";
import type { Ctx } from "@/lib/access/context";
import type { IsoDate } from "@/lib/kernel/dates";
import { heldPlacements, openStatuses } from "@/lib/workgroups/rules";
import { leadSchoolAmong } from "./freeze-groups";
import { type Allocation, type ApplicationToMatch, asMatchApplication } from "./freeze-input";
import type { MatchGroup, MatchInput, MatchSchool } from "./match-input";
import { POLICY_NUMBERS } from "./policy-numbers";
import { openRunStatuses, placeable } from "./rules";

interface OfHub {
  readonly hubId: string;
  readonly offerId: string;
}

/** What is said of a group beside what it is matched by. */
export interface GroupTold {
  readonly name: string;
  /** Its first session that was not cancelled. */
  readonly firstOn: IsoDate | null;
}

export interface FreePlaces {
  /** The hub's schools without a place, and the open groups that they may come into with what is held in them. */
  readonly input: MatchInput;
  readonly told: ReadonlyMap<string, GroupTold>;
  /** A run in which schools of the hub take part has been published, and one is open. */
  readonly isMatched: boolean;
  readonly isOpen: boolean;
}

type ApplicationRow = Omit<ApplicationToMatch, "submittedAt"> &
  Pick<MatchSchool, "easting" | "northing"> & { readonly submittedAt: string | null };
type GroupRow = Omit<MatchGroup, "capacity"> & GroupTold & { readonly maximum: number };

interface Row extends Record<string, unknown> {
  readonly neighbours: readonly string[];
  readonly allocation: Allocation;
  readonly applications: readonly ApplicationRow[];
  readonly groups: readonly GroupRow[];
  readonly isMatched: boolean;
  readonly isOpen: boolean;
}

/**
 * As `freezeInput` for a run that moves nobody, without leads and proposals: for the one place or the one school that a
 * page or a deed asks about while somebody waits. One statement, which sees one moment.
 */
export async function freezeFreePlaces({ db }: Ctx, of: OfHub): Promise<FreePlaces> {
  const { rows } = await db.execute<Row>(sql`
    select f.allocation, ${neighboursOf(of)} as neighbours, ${applicationsOf(of)} as applications, ${groupsOf(of)} as groups,
      ${hasRun(of, sql`r.status = 'published'`)} as "isMatched", ${hasRun(of, sql`r.status in ${openRunStatuses}`)} as "isOpen"
    from ${offers} f where f.id = ${of.offerId}`);
  const [row] = rows;
  if (!row) throw new Error(`There is no offer ${of.offerId}`);
  const { isMatched, isOpen, groups } = row;
  const told = new Map(groups.map(({ id, name, firstOn }) => [id, { name, firstOn }]));
  return { input: inputOf(of, row), told, isMatched, isOpen };
}

function inputOf({ hubId }: OfHub, { neighbours, allocation, applications: read, groups }: Row): MatchInput {
  const schools = new Map<string, MatchSchool>();
  for (const { organisationId: id, easting, northing } of read)
    schools.set(id, { id, hub: hubId, easting, northing });
  return {
    policy: POLICY_NUMBERS,
    hubs: [{ id: hubId, neighbours }, ...neighbours.map((id) => ({ id, neighbours: [] }))],
    schools: [...schools.values()],
    groups: groups.map(({ name: _, firstOn: __, maximum, ...group }) => ({
      ...group,
      capacity: Math.max(0, maximum - group.held),
    })),
    applications: read.map(({ submittedAt, ...one }) =>
      asMatchApplication(
        { ...one, submittedAt: submittedAt === null ? null : new Date(submittedAt) },
        allocation,
      ),
    ),
  };
}

function neighboursOf({ hubId }: OfHub): SQL {
  return sql`array(select n.neighbour_id::text from ${hubNeighbours} n where n.hub_id = ${hubId} order by n.neighbour_id)`;
}

function hasRun({ hubId, offerId }: OfHub, isSo: SQL): SQL {
  return sql`exists (select from ${matchRuns} r
    where r.offer_id = ${offerId} and (r.hub_id = ${hubId} or r.hub_id is null) and ${isSo})`;
}

function applicationsOf({ hubId, offerId }: OfHub): SQL {
  return sql`(select coalesce(json_agg(json_build_object('id', a.id, 'organisationId', a.organisation_id, 'offerId', a.offer_id,
      'tier', a.tier, 'submittedAt', a.submitted_at, 'impossibleDays', a.impossible_days, 'preferredDays', a.preferred_days,
      'mode', a.mode, 'maximumKm', a.maximum_km, 'neighbourHubs', a.neighbour_hubs, 'previousLeadId', a.previous_lead_id,
      'workGroupId', a.work_group_id, 'easting', o.easting, 'northing', o.northing) order by a.id), '[]')
    from ${applications} a join ${organisations} o on o.id = a.organisation_id
    where a.hub_id = ${hubId} and a.offer_id = ${offerId} and a.decision = 'approved' and a.placement in ${placeable})`;
}

function groupsOf({ hubId, offerId }: OfHub): SQL {
  const g = workGroups;
  return sql`(select coalesce(json_agg(json_build_object('id', ${g.id}, 'offer', ${g.offerId}, 'hub', ${g.hubId}, 'name', ${g.name},
      'weekday', ${g.weekday}, 'online', ${g.online}, 'easting', ${g.easting}, 'northing', ${g.northing},
      'maximum', ${g.maximumSchools}, 'minimum', ${g.minimumSchools}, 'keptOpen', ${g.status} = 'confirmed',
      'held', (select count(*) from ${applications} a where a.work_group_id = ${g.id} and a.placement in ${heldPlacements}),
      'lead', (select l.person_id from ${workGroupLeads} l
        where l.work_group_id = ${g.id} and l.finished_on is null and not l.co_lead),
      'leadSchool', ${leadSchoolAmong({ hubId, offerId })}, 'acceptsGuests', h.accepts_guests,
      'firstOn', (select min(s.held_on) from ${workGroupSessions} s where s.work_group_id = ${g.id} and s.cancelled_at is null)
    ) order by ${g.id}), '[]')
    from ${g} join ${hubs} h on h.id = ${g.hubId}
    where ${g.offerId} = ${offerId} and ${g.status} in ${openStatuses}
      and (${g.hubId} = ${hubId} or ${g.hubId} in (select n.neighbour_id from ${hubNeighbours} n where n.hub_id = ${hubId})))`;
}
