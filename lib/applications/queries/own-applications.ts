import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/access/context";
import type { IsoDate } from "@/lib/kernel/dates";
import { offsetOf, PAGE_SIZE, type Page } from "@/lib/kernel/paging";
import { canApply } from "../policy";
import { type Decision, finishedParts, leastParticipants } from "../rules";

/** An application in its school's own list. Dates are ISO dates in London. */
export interface OwnApplication {
  readonly id: string;
  readonly programme: string;
  readonly theme: string | null;
  readonly academicYear: number;
  readonly decision: Decision;
  readonly placement: string;
  readonly group: string | null;
  readonly answerBy: IsoDate | null;
  readonly startedOn: IsoDate;
  readonly submittedOn: IsoDate | null;
  readonly promisedOn: IsoDate | null;
  readonly closesOn: IsoDate;
  /** Who has it at the hub, or the hub itself. */
  readonly with: string;
  /** For programmes that a person applies for. */
  readonly people: readonly string[];
  readonly headName: string | null;
  readonly headAskedOn: IsoDate | null;
  readonly headRefused: boolean;
  readonly suggestion: { readonly applicationId: string; readonly programme: string } | null;
  readonly suggestionIsDraft: boolean;
  /** Parts of the journey that are ready, and all of them with checking and sending at the end. */
  readonly partsDone: number;
  readonly partsAll: number;
}

/** What a school has begun or sent for the years from `fromYear` on, the newest first; nothing for those who may not apply for it. */
export async function listOwnApplications(
  ctx: Ctx,
  about: { organisationId: string; fromYear: number; page: number },
): Promise<Page<OwnApplication>> {
  const { organisationId, fromYear, page } = about;
  if (!canApply(ctx.actor, organisationId)) return { rows: [], page, total: 0 };
  const { rows } = await ctx.db.execute<Row>(sql`
    select a.id, p.name as programme, f.theme, f.academic_year as "academicYear", a.decision, a.placement,
      case when a.placement <> 'proposed' then g.name end as "group",
      a.answer_by as "answerBy", (a.started_at at time zone 'Europe/London')::date as "startedOn",
      (a.submitted_at at time zone 'Europe/London')::date as "submittedOn", a.promised_on as "promisedOn",
      f.closes_on as "closesOn", coalesce(w.name, h.name) as "with", p.unit, a.wishes_saved as "wishesSaved",
      a.participants_later as "participantsLater", a.commitment_read as "commitmentRead",
      f.minimum_participants as "minimumParticipants", a.head_name as "headName",
      coalesce(c.names, '{}') as names, l.answer, (l.asked_at at time zone 'Europe/London')::date as "headAskedOn",
      n.suggestion, coalesce(n.draft, false) as "suggestionIsDraft", (count(*) over ())::int as total
    from applications a join offers f on f.id = a.offer_id join programmes p on p.id = f.programme_id join hubs h on h.id = a.hub_id
      left join people w on w.id = a.assigned_to left join work_groups g on g.id = a.work_group_id
      left join lateral (select array_agg(r.name order by r.name) as names from participants q join people r on r.id = q.person_id
        where q.application_id = a.id and q.removed_at is null) c on true
      left join lateral (select m.answer, m.asked_at from headteacher_agreements m
        where m.application_id = a.id and m.replaced_at is null
        order by (m.answer = 'agreed') desc nulls last, m.asked_at desc limit 1) l on true
      left join lateral (select json_build_object('applicationId', x.id, 'programme', xp.name) as suggestion, x.decision = 'draft' as draft
        from applications x join offers xf on xf.id = x.offer_id join programmes xp on xp.id = xf.programme_id
        where x.follows_application_id = a.id and x.offer_id = a.redirected_to_offer_id order by x.started_at desc limit 1) n on true
    where a.organisation_id = ${organisationId} and f.academic_year >= ${fromYear}
    order by f.academic_year desc, coalesce(a.submitted_at, a.started_at) desc, a.id
    limit ${PAGE_SIZE} offset ${offsetOf(page)}`);
  return { rows: rows.map(asOwn), page, total: rows[0]?.total ?? 0 };
}

interface Row
  extends Omit<OwnApplication, "people" | "headRefused" | "partsDone" | "partsAll">,
    Record<string, unknown> {
  readonly unit: "school" | "person";
  readonly wishesSaved: boolean;
  readonly participantsLater: boolean;
  readonly commitmentRead: boolean;
  readonly minimumParticipants: number;
  readonly names: readonly string[];
  readonly answer: "agreed" | "refused" | null;
  readonly total: number;
}

function asOwn(row: Row): OwnApplication {
  const { unit, names, answer, total: _, wishesSaved, participantsLater, commitmentRead, ...own } = row;
  const finished = finishedParts({
    wishesSaved,
    participantsLater,
    commitmentRead,
    participantCount: names.length,
    minimumParticipants: leastParticipants(unit, row.minimumParticipants),
    headName: row.headName,
    headAgreed: answer === "agreed",
  });
  const { people, ...others } = finished;
  const ready = Object.values(unit === "school" ? finished : others);
  return {
    ...own,
    people: unit === "person" ? names : [],
    headRefused: answer === "refused",
    partsDone: ready.filter(Boolean).length,
    partsAll: ready.length + 1,
  };
}
