import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { offers, programmes } from "@/db/schema/programmes";
import { workGroups } from "@/db/schema/workgroups";
import type { Ctx } from "@/lib/access/context";
import { londonDate } from "@/lib/kernel/dates";
import { offsetOf, PAGE_SIZE, type Page } from "@/lib/kernel/paging";
import type { WeekPattern } from "../input";
import { visibleHubGroups } from "../policy";
import type { GroupFilters, GroupView } from "../read-group-filters";
import { takenPlacements, type WorkGroupStatus } from "../rules";

/** One row of the hub's groups, flat, with only what is shown. */
export interface HubGroupRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly programme: string;
  readonly theme: string | null;
  readonly academicYear: number;
  readonly status: WorkGroupStatus;
  readonly online: boolean;
  readonly venueName: string | null;
  readonly venuePostcode: string | null;
  readonly weekday: number;
  readonly weekPattern: WeekPattern;
  readonly maximumSchools: number;
  readonly taken: number;
  readonly offered: number;
  readonly lead: string | null;
  readonly nextOn: string | null;
}

const openLead = sql`(select p.name from work_group_leads l join people p on p.id = l.person_id
  where l.work_group_id = ${workGroups.id} and l.finished_on is null and not l.co_lead limit 1)`;
const placesIn = (placements: readonly string[]) =>
  sql<number>`(select count(*) from applications a where a.work_group_id = ${workGroups.id} and a.placement in ${placements})`.mapWith(
    Number,
  );
const taken = placesIn(takenPlacements);
const nextOn = (today: string) =>
  sql<string | null>`(select min(s.held_on)::text from work_group_sessions s
    where s.work_group_id = ${workGroups.id} and s.held_on >= ${today} and s.cancelled_at is null)`;

export type GroupCounts = Readonly<Record<GroupView, number>>;

/** An offer that a group of the hub is for. */
export interface GroupOffer {
  readonly id: string;
  readonly programme: string;
  readonly theme: string | null;
  readonly academicYear: number;
}

/** A page of the list, and what stands around it. */
export interface HubGroups extends Page<HubGroupRow> {
  /** How many groups each view has with these filters. */
  readonly counts: GroupCounts;
  /** What there is to filter by. */
  readonly offers: readonly GroupOffer[];
}

interface Survey {
  readonly totals: readonly Totals[];
  readonly offers: readonly GroupOffer[];
}

interface Totals {
  readonly status: WorkGroupStatus;
  readonly groups: number;
  readonly unled: number;
}

/** The hub's groups that the filters leave, a page of them, in one statement: what stands around the list comes with its first row. */
export async function listHubGroups(ctx: Ctx, hubId: string, filters: GroupFilters): Promise<HubGroups> {
  const next = nextOn(londonDate(ctx.now));
  const order = sorted(filters, next);
  const [skipped, survey] = [offsetOf(filters.page), surveyOf(ctx, hubId, filters)];
  const found = await ctx.db
    .select({
      id: workGroups.id,
      code: workGroups.code,
      name: workGroups.name,
      programme: programmes.shortName,
      theme: offers.theme,
      academicYear: offers.academicYear,
      status: workGroups.status,
      online: workGroups.online,
      venueName: workGroups.venueName,
      venuePostcode: workGroups.venuePostcode,
      weekday: workGroups.weekday,
      weekPattern: workGroups.weekPattern,
      maximumSchools: workGroups.maximumSchools,
      taken,
      offered: placesIn(["offered"]),
      lead: sql<string | null>`${openLead}`,
      nextOn: next,
      survey: sql<Survey | null>`case when row_number() over (order by ${sql.join(order, sql`, `)}) = ${skipped + 1} then ${survey} end`,
    })
    .from(workGroups)
    .innerJoin(offers, eq(offers.id, workGroups.offerId))
    .innerJoin(programmes, eq(programmes.id, offers.programmeId))
    .where(and(inHub(ctx, hubId), viewed(filters.view), ...filtered(filters)))
    .orderBy(...order)
    .limit(PAGE_SIZE)
    .offset(skipped);
  const around = found[0]?.survey ?? (await readSurvey(ctx, survey));
  const counts = countsOf(around.totals);
  const rows = found.map(({ survey: _, ...row }) => row);
  return { page: filters.page, total: counts[filters.view], rows, counts, offers: around.offers };
}

/** For a page of the list that has no row to bring it. */
async function readSurvey(ctx: Ctx, survey: SQL): Promise<Survey> {
  const { rows } = await ctx.db.execute<{ survey: Survey }>(sql`select ${survey} as survey`);
  const [only] = rows;
  if (!only) throw new Error("A count answered nothing");
  return only.survey;
}

function surveyOf(ctx: Ctx, hubId: string, filters: GroupFilters): SQL {
  const groups = sql`from ${workGroups} join ${offers} on ${offers.id} = ${workGroups.offerId}
    join ${programmes} on ${programmes.id} = ${offers.programmeId}`;
  const own = inHub(ctx, hubId);
  return sql`(select json_build_object(
    'totals', (select coalesce(json_agg(t), '[]') from (select ${workGroups.status} as status, count(*) as groups,
      count(*) filter (where ${openLead} is null) as unled ${groups} where ${and(own, ...filtered(filters))} group by 1) t),
    'offers', (select coalesce(json_agg(o order by o."academicYear" desc, o.position, o.theme), '[]') from (select distinct
      ${offers.id} as id, ${programmes.shortName} as programme, ${offers.theme} as theme,
      ${offers.academicYear} as "academicYear", ${programmes.position} as position ${groups} where ${own}) o)))`;
}

function countsOf(totals: readonly Totals[]): GroupCounts {
  const of = (status: WorkGroupStatus) => totals.find((row) => row.status === status)?.groups ?? 0;
  const current = totals.filter(({ status }) => isCurrent(status));
  return {
    current: sum(current.map(({ groups }) => groups)),
    no_lead: sum(current.map(({ unled }) => unled)),
    planned: of("planned"),
    recruiting: of("recruiting"),
    confirmed: of("confirmed"),
    running: of("running"),
    finished: of("finished"),
    cancelled: of("cancelled"),
    all: sum(totals.map(({ groups }) => groups)),
  };
}

const currentStatuses: readonly WorkGroupStatus[] = ["planned", "recruiting", "confirmed", "running"];
const isCurrent = (status: WorkGroupStatus) => currentStatuses.includes(status);
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

function inHub(ctx: Ctx, hubId: string): SQL | undefined {
  return and(eq(workGroups.hubId, hubId), visibleHubGroups(ctx.actor));
}

function viewed(view: GroupView): SQL | undefined {
  const current = inArray(workGroups.status, currentStatuses);
  if (view === "all") return undefined;
  if (view === "current") return current;
  return view === "no_lead" ? and(current, sql`${openLead} is null`) : eq(workGroups.status, view);
}

function filtered({ q, year, offer }: GroupFilters): (SQL | undefined)[] {
  const pattern = `%${q.replaceAll(/[\\%_]/g, "\\$&")}%`;
  const words = sql`(${workGroups.name} ilike ${pattern} or ${workGroups.code} ilike ${pattern}
    or ${workGroups.venueName} ilike ${pattern} or ${workGroups.venuePostcode} ilike ${pattern})`;
  return [
    q ? words : undefined,
    year === undefined ? undefined : eq(offers.academicYear, year),
    offer ? eq(workGroups.offerId, offer) : undefined,
  ];
}

function sorted({ sort, descending }: GroupFilters, next: SQL): SQL[] {
  const way = descending ? desc : asc;
  const rest = [desc(offers.academicYear), asc(workGroups.name), asc(workGroups.id)];
  if (sort === "day") return [way(workGroups.weekday), ...rest];
  if (sort === "places") return [way(sql`${taken}::numeric / ${workGroups.maximumSchools}`), ...rest];
  if (sort === "next") return [sql`${way(next)} nulls last`, ...rest];
  return descending
    ? [desc(workGroups.name), desc(offers.academicYear), desc(workGroups.id)]
    : [asc(workGroups.name), ...rest];
}
