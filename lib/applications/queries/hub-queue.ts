import { and, asc, desc, eq, inArray, lt, type SQL, sql } from "drizzle-orm";
import { applications } from "@/db/schema/applications";
import { people } from "@/db/schema/people";
import { offers, programmes } from "@/db/schema/programmes";
import { organisations } from "@/db/schema/schools";
import type { Ctx } from "@/lib/access/context";
import { personIdOf } from "@/lib/access/scope";
import { daysBetween, londonDate } from "@/lib/kernel/dates";
import { offsetOf, PAGE_SIZE, type Page } from "@/lib/kernel/paging";
import { visibleToHub } from "../policy";
import { tierShares } from "../priority-rules";
import type { QueueFilters, QueueView } from "../read-queue-filters";
import { type Decision, endOfWeek } from "../rules";
import { hubStaff } from "./hub-staff";

/** One row of the queue, flat, with only what is shown. */
export interface QueueRow {
  readonly id: string;
  readonly school: string;
  readonly urn: number | null;
  readonly programme: string;
  readonly theme: string | null;
  readonly appliedOn: string | null;
  readonly promisedOn: string | null;
  /** Days past the promise; 0 when it is not. */
  readonly daysLate: number;
  readonly dueThisWeek: boolean;
  readonly disadvantaged: number | null;
  readonly tier: number;
  readonly decision: Decision;
  readonly placement: string;
  readonly assignedTo: string | null;
  /** Other live applications of the school for the same programme and year. */
  readonly duplicates: number;
}

/** The hub's applications that the filters leave, a page of them, in one statement. */
export async function listHubQueue(ctx: Ctx, hubId: string, filters: QueueFilters): Promise<Page<QueueRow>> {
  const today = londonDate(ctx.now);
  const rows = await ctx.db
    .select({
      id: applications.id,
      school: organisations.name,
      urn: organisations.urn,
      programme: programmes.shortName,
      theme: offers.theme,
      submittedAt: applications.submittedAt,
      promisedOn: applications.promisedOn,
      disadvantaged: organisations.disadvantaged,
      tier: tier.as("tier_now"),
      decision: applications.decision,
      placement: applications.placement,
      assignedTo: people.name,
      duplicates: duplicates.mapWith(Number),
      total: sql<number>`count(*) over ()`.mapWith(Number),
    })
    .from(applications)
    .innerJoin(offers, eq(offers.id, applications.offerId))
    .innerJoin(programmes, eq(programmes.id, offers.programmeId))
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .leftJoin(people, eq(people.id, applications.assignedTo))
    .where(and(inHub(ctx, hubId), viewed(ctx, filters.view), ...filtered(filters)))
    .orderBy(...sorted(filters))
    .limit(PAGE_SIZE)
    .offset(offsetOf(filters.page));
  return {
    page: filters.page,
    total: rows[0]?.total ?? 0,
    rows: rows.map(({ submittedAt, total: _, ...row }) => ({
      ...row,
      appliedOn: submittedAt && londonDate(submittedAt),
      ...promiseOf(row, today),
    })),
  };
}

function promiseOf(row: { decision: Decision; promisedOn: string | null }, today: string) {
  const due = row.decision === "submitted" ? row.promisedOn : null;
  return {
    daysLate: due && due < today ? daysBetween(due, today) : 0,
    dueThisWeek: due !== null && due >= today && due <= endOfWeek(today),
  };
}

export interface QueueCounts {
  readonly all: number;
  readonly late: number;
  readonly week: number;
  readonly decide: number;
  readonly head: number;
  readonly mine: number;
  readonly decided: number;
  /** Referrals that nobody has decided. */
  readonly referrals: number;
}

/** How much there is in each view, whatever the filters say. */
export async function countHubQueue(ctx: Ctx, hubId: string): Promise<QueueCounts> {
  const inView = (view: QueueView) =>
    sql<number>`count(*) filter (where ${viewed(ctx, view)})`.mapWith(Number);
  const [counts] = await ctx.db
    .select({
      all: inView("all"),
      late: inView("late"),
      week: inView("week"),
      decide: inView("decide"),
      head: inView("head"),
      mine: inView("mine"),
      decided: inView("decided"),
      referrals: sql<number>`(select count(*) from referrals r
        where r.hub_id = ${hubId} and r.status in ('raised', 'triaged'))`.mapWith(Number),
    })
    .from(applications)
    .innerJoin(offers, eq(offers.id, applications.offerId))
    .innerJoin(programmes, eq(programmes.id, offers.programmeId))
    .where(inHub(ctx, hubId));
  if (!counts) throw new Error("A count answered nothing");
  return counts;
}

export interface QueueOptions {
  readonly programmes: readonly { readonly id: string; readonly name: string }[];
  readonly areas: readonly { readonly id: string; readonly name: string }[];
  readonly staff: readonly { readonly id: string; readonly name: string }[];
}

/** What the filters offer: the programmes and areas of the hub's applications, and its staff. */
export async function listQueueOptions(ctx: Ctx, hubId: string): Promise<QueueOptions> {
  const today = londonDate(ctx.now);
  const { rows } = await ctx.db.execute<{ options: QueueOptions }>(sql`select json_build_object(
    'programmes', (select coalesce(json_agg(json_build_object('id', f.id, 'name',
        concat_ws(': ', p.short_name, f.theme) || ', ' || f.academic_year || '/' || right((f.academic_year + 1)::text, 2))
        order by f.academic_year desc, p.position, f.theme), '[]')
      from offers f join programmes p on p.id = f.programme_id
      where exists (select from applications a where a.hub_id = ${hubId} and a.offer_id = f.id and a.decision <> 'draft')),
    'areas', (select coalesce(json_agg(json_build_object('id', l.code, 'name', l.name) order by l.name), '[]')
      from local_authorities l where l.code in (select o.la_code from organisations o
        where o.id = any (array(select distinct a.organisation_id from applications a where a.hub_id = ${hubId})))),
    'staff', ${hubStaff(sql`${hubId}`, today)}) as options`);
  return rows[0]?.options ?? { programmes: [], areas: [], staff: [] };
}

function inHub(ctx: Ctx, hubId: string): SQL | undefined {
  return and(eq(applications.hubId, hubId), visibleToHub(ctx.actor));
}

function viewed(ctx: Ctx, view: QueueView): SQL | undefined {
  const today = londonDate(ctx.now);
  const { decision, promisedOn } = applications;
  const toDecide = eq(decision, "submitted");
  const waits = inArray(decision, ["submitted", "awaiting_headteacher"]);
  const views: Readonly<Record<QueueView, SQL | undefined>> = {
    all: waits,
    decide: toDecide,
    head: eq(decision, "awaiting_headteacher"),
    late: and(toDecide, lt(promisedOn, today)),
    week: and(toDecide, sql`${promisedOn} between ${today} and ${endOfWeek(today)}`),
    mine: and(waits, eq(applications.assignedTo, personIdOf(ctx.actor) ?? sql`null`)),
    decided: inArray(decision, ["approved", "redirected", "declined"]),
  };
  return views[view];
}

function filtered({ q, programme, area, priority, person, phase }: QueueFilters): (SQL | undefined)[] {
  return [
    q ? containing(q) : undefined,
    programme ? eq(offers.id, programme) : undefined,
    area ? eq(organisations.laCode, area) : undefined,
    priority ? sql`${tier} = ${Number(priority)}` : undefined,
    phase ? sql`${programmes.phase} = ${phase}` : undefined,
    person === "nobody" ? sql`${applications.assignedTo} is null` : undefined,
    person && person !== "nobody" ? eq(applications.assignedTo, person) : undefined,
  ];
}

function containing(q: string): SQL {
  const pattern = `%${q.replaceAll(/[\\%_]/g, "\\$&")}%`;
  return sql`(${organisations.name} ilike ${pattern} or ${programmes.name} ilike ${pattern}
    or ${organisations.urn}::text = ${q} or ${applications.reference} = upper(${q}))`;
}

function sorted({ sort, descending, view }: QueueFilters): SQL[] {
  const way = descending ? desc : asc;
  const rest = [asc(tier), asc(applications.submittedAt), asc(applications.id)];
  if (sort === "school") return [way(organisations.name), ...rest];
  if (sort === "disadvantaged") return [sql`${way(organisations.disadvantaged)} nulls last`, ...rest];
  const latest = view === "decided" ? [desc(applications.decidedAt)] : [];
  return [...latest, sql`${way(applications.promisedOn)} nulls last`, ...rest];
}

/** The tier it has, or would be given today: `tierOf` in SQL. */
const tier = sql<number>`coalesce(${applications.tier}, case
  when ${offers.allocation} <> 'disadvantage' then 1
  when ${organisations.priorityArea} or ${organisations.disadvantaged} >= ${tierShares.first}
    or exists (select from support_cases s where s.organisation_id = ${organisations.id} and s.status in ('open', 'paused')) then 0
  when ${organisations.disadvantaged} >= ${tierShares.second} then 1
  else 2 end)`.mapWith(Number);

const duplicates = sql<number>`(select count(*) from applications other join offers also on also.id = other.offer_id
  where other.organisation_id = ${applications.organisationId} and other.id <> ${applications.id}
    and also.programme_id = ${offers.programmeId} and also.academic_year = ${offers.academicYear}
    and other.person_id is not distinct from ${applications.personId}
    and other.decision in ('awaiting_headteacher', 'submitted', 'approved')
    and other.placement not in ('declined', 'lapsed', 'withdrawn'))`;
