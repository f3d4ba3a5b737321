import { createHash } from "node:crypto";
import { and, asc, eq, inArray } from "drizzle-orm";
import { applications } from "@/db/schema/applications";
import { hubNeighbours, hubs } from "@/db/schema/hubs";
import { offers, programmes } from "@/db/schema/programmes";
import { organisations } from "@/db/schema/schools";
import { type Ctx, withSnapshot } from "@/lib/access/context";
import { freezeGroups } from "./freeze-groups";
import { freezeLeads } from "./freeze-leads";
import type {
  GroupNorm,
  MatchApplication,
  MatchGroup,
  MatchHub,
  MatchInput,
  MatchSchool,
} from "./match-input";
import type { PolicyNumbers } from "./policy-numbers";
import { ANY_ROLE, matchable } from "./rules";

export interface Matched {
  /** null: every hub. */
  readonly hubId: string | null;
  readonly offerId: string;
  readonly policy: PolicyNumbers;
  /** Schools that have a place in a group that has not begun are matched too, and may move. */
  readonly mayMove?: boolean;
}

/**
 * All that a match of a hub's applications for an offer is computed from, as it stood at one moment, rows in order of id:
 * its approved applications without a place, the groups of the offer in the hub and next to it that are open or planned
 * from a proposal, who may lead, and what new groups would be like; or those of all hubs. Places that are held already are
 * taken off a group's capacity; a full group stays in, so that it can be said to be full. A group that its hub has
 * confirmed runs with however many schools it gets.
 */
export function freezeInput(ctx: Ctx, matched: Matched): Promise<MatchInput> {
  return withSnapshot(ctx, async (snapshot) => {
    const { applications: read, schools } = await readApplications(snapshot, matched);
    const hubsOfRun = await readHubs(snapshot, matched.hubId);
    const open = await freezeGroups(snapshot, matched, hubsOfRun);
    const placed = read.filter((one) => isMatchedIn(open, one));
    const groups = open.map((group) => withoutMovable(group, placed));
    return {
      policy: matched.policy,
      hubs: hubsOfRun,
      schools,
      groups,
      applications: placed,
      leads: await freezeLeads(snapshot, matched),
      norm: await readNorm(snapshot, matched),
      suitsLeads: true,
      tellsHubChanges: true,
      ...(matched.hubId === null ? { overAllHubs: true as const } : {}),
    };
  });
}

/** A school whose group has begun, or is none of the run's, keeps its place and is left alone. */
function isMatchedIn(groups: readonly MatchGroup[], { confirmedGroup }: MatchApplication): boolean {
  return confirmedGroup === null || groups.some(({ id }) => id === confirmedGroup);
}

/** The places of those who may move are matched with all others. */
function withoutMovable(group: MatchGroup, placed: readonly MatchApplication[]): MatchGroup {
  const places = placed.filter(({ confirmedGroup }) => confirmedGroup === group.id).length;
  return places === 0 ? group : { ...group, held: group.held - places, capacity: group.capacity + places };
}

async function readApplications(
  { db }: Ctx,
  matched: Matched,
): Promise<{ applications: MatchApplication[]; schools: MatchSchool[] }> {
  const { hubId, offerId } = matched;
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
        hubId === null ? undefined : eq(applications.hubId, hubId),
        eq(applications.offerId, offerId),
        eq(applications.decision, "approved"),
        inArray(applications.placement, matchable(matched)),
      ),
    )
    .orderBy(asc(applications.id));
  const schools = new Map<string, MatchSchool>();
  for (const { application, easting, northing } of rows) {
    const id = application.organisationId;
    schools.set(id, { id, hub: application.hubId, easting, northing });
  }
  return {
    applications: rows.map(({ application, allocation }) => asMatchApplication(application, allocation)),
    schools: [...schools.values()],
  };
}

export type Allocation = (typeof offers.$inferSelect)["allocation"];
export type ApplicationToMatch = Pick<
  typeof applications.$inferSelect,
  | "id"
  | "organisationId"
  | "offerId"
  | "tier"
  | "submittedAt"
  | "impossibleDays"
  | "preferredDays"
  | "mode"
  | "maximumKm"
  | "neighbourHubs"
  | "previousLeadId"
  | "workGroupId"
>;
/** Without a tier it stands behind those who have one. */
const LAST_TIER = 2;

export function asMatchApplication(row: ApplicationToMatch, allocation: Allocation): MatchApplication {
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
    confirmedGroup: row.workGroupId,
  };
}

/** Between equals the earlier application goes first; by lot, a draw that nobody can repeat until it suits. */
function precedenceOf({ id, offerId, submittedAt }: ApplicationToMatch, allocation: Allocation): string {
  if (allocation === "lottery") return createHash("sha256").update(`${offerId} ${id}`).digest("hex");
  return submittedAt?.toISOString() ?? "";
}

/** The hub with its neighbours, then the neighbours; without a hub all of them, by id, each with its own. */
async function readHubs({ db }: Ctx, hubId: string | null): Promise<MatchHub[]> {
  if (hubId === null) return readAllHubs(db);
  const rows = await db
    .select({ id: hubNeighbours.neighbourId })
    .from(hubNeighbours)
    .where(eq(hubNeighbours.hubId, hubId))
    .orderBy(asc(hubNeighbours.neighbourId));
  const neighbours = rows.map(({ id }) => id);
  return [{ id: hubId, neighbours }, ...neighbours.map((id) => ({ id, neighbours: [] }))];
}

async function readAllHubs(db: Ctx["db"]): Promise<MatchHub[]> {
  const rows = await db
    .select({ id: hubs.id, neighbour: hubNeighbours.neighbourId })
    .from(hubs)
    .leftJoin(hubNeighbours, eq(hubNeighbours.hubId, hubs.id))
    .orderBy(asc(hubs.id), asc(hubNeighbours.neighbourId));
  const neighbours = new Map<string, string[]>();
  for (const { id, neighbour } of rows)
    neighbours.set(id, [...(neighbours.get(id) ?? []), ...(neighbour ? [neighbour] : [])]);
  return [...neighbours].map(([id, of]) => ({ id, neighbours: of }));
}

/** What the offer says of its groups. */
async function readNorm({ db }: Ctx, { offerId }: Matched): Promise<GroupNorm | undefined> {
  const [row] = await db
    .select({
      minimum: offers.minimumSchools,
      capacity: offers.maximumSchools,
      leadRole: programmes.leadRole,
      meets: offers.meets,
    })
    .from(offers)
    .innerJoin(programmes, eq(programmes.id, offers.programmeId))
    .where(eq(offers.id, offerId));
  if (!row) return undefined;
  const { leadRole, meets, ...sizes } = row;
  return { ...sizes, role: leadRole ?? ANY_ROLE, meets: meets === "both" ? "either" : meets };
}
