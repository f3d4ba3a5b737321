import { createHash } from "node:crypto";
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { applications } from "@/db/schema/applications";
import { hubNeighbours, hubs } from "@/db/schema/hubs";
import { employments } from "@/db/schema/people";
import { offers } from "@/db/schema/programmes";
import { organisations } from "@/db/schema/schools";
import { workGroupLeads, workGroups } from "@/db/schema/workgroups";
import { type Ctx, withSnapshot } from "@/lib/access/context";
import { heldPlacements, openStatuses } from "@/lib/workgroups/rules";
import type { MatchApplication, MatchGroup, MatchHub, MatchInput, MatchSchool } from "./match-input";
import type { PolicyNumbers } from "./policy-numbers";

export interface Matched {
  readonly hubId: string;
  readonly offerId: string;
  readonly policy: PolicyNumbers;
}

/** Placements of approved applications that a match may still place. */
export const placeable = ["unplaced", "waiting"] as const;

/**
 * All that a match of a hub's applications for an offer is computed from, as it stood at one moment, rows in order of id:
 * its approved applications without a place, and the open groups of the offer in the hub and next to it. Places that are
 * held already are taken off a group's capacity; a full group stays in, so that it can be said to be full. A group that
 * its hub has confirmed runs with however many schools it gets.
 */
export function freezeInput(ctx: Ctx, matched: Matched): Promise<MatchInput> {
  return withSnapshot(ctx, async (snapshot) => {
    const { applications: placed, schools } = await readApplications(snapshot, matched);
    const hubsOfRun = await readHubs(snapshot, matched.hubId);
    const groups = await readGroups(snapshot, matched, hubsOfRun);
    return { policy: matched.policy, hubs: hubsOfRun, schools, groups, applications: placed };
  });
}

async function readApplications(
  { db }: Ctx,
  { hubId, offerId }: Matched,
): Promise<{ applications: MatchApplication[]; schools: MatchSchool[] }> {
  const rows = await db
    .select({
      application: applications,
      easting: organisations.easting,
      northing: organisations.northing,
      allocation: offers.allocation,
    })
    .from(applications)
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .innerJoin(offers, eq(offers.id, applications.offerId))
    .where(
      and(
        eq(applications.hubId, hubId),
        eq(applications.offerId, offerId),
        eq(applications.decision, "approved"),
        inArray(applications.placement, placeable),
      ),
    )
    .orderBy(asc(applications.id));
  const schools = new Map<string, MatchSchool>();
  for (const { application, easting, northing } of rows) {
    const id = application.organisationId;
    schools.set(id, { id, hub: hubId, easting, northing });
  }
  return {
    applications: rows.map(({ application, allocation }) => asMatchApplication(application, allocation)),
    schools: [...schools.values()],
  };
}

type Allocation = (typeof offers.$inferSelect)["allocation"];
/** Without a tier it stands behind those who have one. */
const LAST_TIER = 2;

function asMatchApplication(row: typeof applications.$inferSelect, allocation: Allocation): MatchApplication {
  return {
    id: row.id,
    school: row.organisationId,
    offer: row.offerId,
    tier: row.tier ?? LAST_TIER,
    precedence: precedenceOf(row, allocation),
    impossibleDays: row.impossibleDays,
    preferredDays: row.preferredDays,
    mode: row.mode,
    maximumKm: row.maximumKm,
    neighbourHubs: row.neighbourHubs,
    previousLead: row.previousLeadId,
    pinnedGroup: null,
    confirmedGroup: null,
  };
}

/** Between equals the earlier application goes first; by lot, a draw that nobody can repeat until it suits. */
function precedenceOf(
  { id, offerId, submittedAt }: typeof applications.$inferSelect,
  allocation: Allocation,
): string {
  if (allocation === "lottery") return createHash("sha256").update(`${offerId} ${id}`).digest("hex");
  return submittedAt?.toISOString() ?? "";
}

/** The hub with its neighbours, then the neighbours. */
async function readHubs({ db }: Ctx, hubId: string): Promise<MatchHub[]> {
  const rows = await db
    .select({ id: hubNeighbours.neighbourId })
    .from(hubNeighbours)
    .where(eq(hubNeighbours.hubId, hubId))
    .orderBy(asc(hubNeighbours.neighbourId));
  const neighbours = rows.map(({ id }) => id);
  return [{ id: hubId, neighbours }, ...neighbours.map((id) => ({ id, neighbours: [] }))];
}

async function readGroups(
  { db }: Ctx,
  { hubId, offerId }: Matched,
  hubsOfRun: readonly MatchHub[],
): Promise<MatchGroup[]> {
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
      leadSchool: leadSchoolAmong(hubId, offerId),
      acceptsGuests: hubs.acceptsGuests,
    })
    .from(workGroups)
    .innerJoin(hubs, eq(hubs.id, workGroups.hubId))
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
        inArray(workGroups.status, openStatuses),
        inArray(
          workGroups.hubId,
          hubsOfRun.map(({ id }) => id),
        ),
      ),
    )
    .orderBy(asc(workGroups.id));
  return rows.map(({ maximum, ...group }) => ({ ...group, capacity: Math.max(0, maximum - group.held) }));
}

/** A school whose staff lead the group, co-leads included: one that is being matched before any other. */
function leadSchoolAmong(hubId: string, offerId: string) {
  return sql<string | null>`(
    select e.organisation_id from ${workGroupLeads} l join ${employments} e on e.person_id = l.person_id
    where l.work_group_id = ${workGroups.id} and l.finished_on is null and e.finished_on is null
    order by exists (
      select from ${applications} a
      where a.organisation_id = e.organisation_id and a.hub_id = ${hubId} and a.offer_id = ${offerId}
        and a.decision = 'approved' and a.placement in ${placeable}
    ) desc, e.organisation_id limit 1)`;
}
