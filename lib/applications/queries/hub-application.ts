import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "@/lib/access/context";
import { type IsoDate, londonDate } from "@/lib/kernel/dates";
import { isId } from "@/lib/kernel/ids";
import type { MeetingMode } from "../input";
import { canAssign, canDecide, canSeeAsHub } from "../policy";
import { type Allocation, type Tier, tierOf } from "../priority-rules";
import type { Decision } from "../rules";
import { hubStaff } from "./hub-staff";

interface HubApplicationRow {
  readonly id: string;
  readonly reference: string;
  readonly version: number;
  readonly decision: Decision;
  readonly placement: string;
  readonly organisationId: string;
  readonly school: string;
  readonly urn: number | null;
  readonly town: string | null;
  readonly pupils: number | null;
  readonly disadvantaged: number | null;
  readonly priorityArea: boolean;
  readonly supported: boolean;
  readonly hubId: string;
  readonly offerId: string;
  readonly programme: string;
  readonly theme: string | null;
  readonly phase: string;
  readonly academicYear: number;
  readonly allocation: Allocation;
  readonly person: { readonly id: string; readonly name: string } | null;
  readonly impossibleDays: number;
  readonly preferredDays: number;
  readonly mode: MeetingMode;
  readonly maximumKm: number;
  readonly neighbourHubs: boolean;
  readonly note: string | null;
  readonly startedBy: { readonly name: string; readonly email: string | null };
  readonly submittedOn: string | null;
  readonly promisedOn: string | null;
  readonly assignedTo: { readonly id: string; readonly name: string } | null;
  readonly decidedOn: string | null;
  readonly decidedBy: string | null;
  readonly decisionReason: string | null;
  readonly decisionNote: string | null;
  readonly suggested: string | null;
  readonly tier: Tier | null;
  readonly placementReason: string | null;
  readonly group: { readonly id: string; readonly name: string } | null;
  readonly answerBy: string | null;
  readonly participants: readonly { readonly name: string; readonly jobTitle: string | null }[];
  readonly head: {
    readonly name: string;
    readonly email: string;
    readonly answer: "agreed" | "refused" | null;
    readonly answeredOn: string | null;
    readonly askedOn: string;
    readonly note: string | null;
  } | null;
  readonly others: readonly {
    readonly id: string;
    readonly programme: string;
    readonly academicYear: number;
    readonly decision: Decision;
    readonly same: boolean;
  }[];
  /** Those of its hub who can have it. */
  readonly staff: readonly { readonly id: string; readonly name: string }[];
}

/** An application as its hub sees it: what the school told, what the records say, and what this reader may do. */
export interface HubApplicationView extends HubApplicationRow {
  readonly mayDecide: boolean;
  readonly mayAssign: boolean;
  /** The tier it has, or would be given by approving it now. */
  readonly tierNow: Tier;
}

/** The application for its hub's page, in one query. A draft is the school's own, and so is what is out of sight. */
export async function findHubApplication(
  ctx: Ctx,
  applicationId: string,
): Promise<HubApplicationView | undefined> {
  if (!isId(applicationId)) return undefined;
  const { rows } = await ctx.db.execute<{ view: HubApplicationRow }>(sql`
    select ${viewJson(londonDate(ctx.now))} as view from applications a
      join offers f on f.id = a.offer_id join programmes p on p.id = f.programme_id
      join organisations o on o.id = a.organisation_id join people starter on starter.id = a.started_by
    where a.id = ${applicationId} and a.decision <> 'draft'`);
  const row = rows[0]?.view;
  if (!row || !canSeeAsHub(ctx.actor, row)) return undefined;
  return {
    ...row,
    mayDecide: canDecide(ctx.actor, row),
    mayAssign: canAssign(ctx.actor, row),
    tierNow: row.tier ?? tierOf(row.allocation, row),
  };
}

function dateOf(moment: SQL): SQL {
  return sql`(${moment} at time zone 'Europe/London')::date`;
}

const supported = sql`exists (select from support_cases s
  where s.organisation_id = o.id and s.status in ('open', 'paused'))`;

const participants = sql`coalesce((select json_agg(json_build_object('name', r.name, 'jobTitle', c.job_title)
    order by c.added_at, r.name)
  from participants c join people r on r.id = c.person_id
  where c.application_id = a.id and c.removed_at is null), '[]'::json)`;

const head = sql`(select json_build_object('name', coalesce(l.answer_name, l.head_name), 'email', l.head_email,
    'answer', l.answer, 'answeredOn', ${dateOf(sql`l.answered_at`)}, 'askedOn', ${dateOf(sql`l.asked_at`)}, 'note', l.answer_note)
  from headteacher_agreements l where l.application_id = a.id and l.replaced_at is null
  order by (l.answer = 'agreed') desc nulls last, l.asked_at desc limit 1)`;

/** The school's other applications: live ones, and what it had in the last years. `same`: for this very programme and year. */
const others = sql`coalesce((select json_agg(json_build_object('id', b.id, 'programme', concat_ws(': ', bp.short_name, bf.theme),
    'academicYear', bf.academic_year, 'decision', b.decision,
    'same', bf.programme_id = f.programme_id and bf.academic_year = f.academic_year
      and b.person_id is not distinct from a.person_id and b.decision in ('awaiting_headteacher', 'submitted', 'approved'))
    order by bf.academic_year desc, bp.position)
  from applications b join offers bf on bf.id = b.offer_id join programmes bp on bp.id = bf.programme_id
  where b.organisation_id = o.id and b.id <> a.id and b.hub_id = a.hub_id and b.decision not in ('draft', 'withdrawn')
    and bf.academic_year >= f.academic_year - 3), '[]'::json)`;

const named = (id: SQL) =>
  sql`(select json_build_object('id', r.id, 'name', r.name) from people r where r.id = ${id})`;

const viewJson = (today: IsoDate) => sql`(
  jsonb_build_object('id', a.id, 'reference', a.reference, 'version', a.version, 'decision', a.decision,
    'placement', a.placement, 'organisationId', o.id, 'school', o.name, 'urn', o.urn, 'town', o.town, 'pupils', o.pupils,
    'disadvantaged', o.disadvantaged, 'priorityArea', o.priority_area, 'supported', ${supported}, 'hubId', a.hub_id,
    'offerId', f.id, 'programme', p.name, 'theme', f.theme, 'phase', p.phase, 'academicYear', f.academic_year,
    'allocation', f.allocation)
  || jsonb_build_object('impossibleDays', a.impossible_days, 'preferredDays', a.preferred_days, 'mode', a.mode,
    'maximumKm', a.maximum_km, 'neighbourHubs', a.neighbour_hubs, 'note', a.note,
    'startedBy', json_build_object('name', starter.name, 'email', starter.email),
    'submittedOn', ${dateOf(sql`a.submitted_at`)}, 'promisedOn', a.promised_on,
    'decidedOn', ${dateOf(sql`a.decided_at`)}, 'decisionReason', a.decision_reason, 'decisionNote', a.decision_note,
    'suggested', (select sp.name from offers sf join programmes sp on sp.id = sf.programme_id where sf.id = a.redirected_to_offer_id),
    'tier', a.tier, 'placementReason', a.placement_reason, 'answerBy', a.answer_by,
    'group', (select json_build_object('id', g.id, 'name', g.name) from work_groups g where g.id = a.work_group_id))
  || jsonb_build_object('person', ${named(sql`a.person_id`)}, 'assignedTo', ${named(sql`a.assigned_to`)},
    'decidedBy', (select r.name from people r where r.id = a.decided_by),
    'participants', ${participants}, 'head', ${head}, 'others', ${others},
    'staff', ${hubStaff(sql`a.hub_id`, today)}))`;
