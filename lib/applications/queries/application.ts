import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "@/lib/access/context";
import { londonDate } from "@/lib/kernel/dates";
import { isId } from "@/lib/kernel/ids";
import { costInDays, hasAgreed } from "../agreement-rules";
import type { MeetingMode } from "../input";
import { canEdit } from "../policy";
import { type Decision, finishedParts, leastParticipants, mostParticipants, type Part } from "../rules";

export interface ParticipantView {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly jobTitle: string | null;
}

/** The newest link to the headteacher, or the one that was agreed to. */
export interface HeadteacherLinkView {
  readonly headName: string;
  readonly headEmail: string;
  /** ISO dates in London. */
  readonly askedOn: string;
  readonly expiresOn: string;
  readonly answeredOn: string | null;
  readonly answer: "agreed" | "refused" | null;
  readonly answerName: string | null;
  readonly answerNote: string | null;
  readonly isOpen: boolean;
}

interface ApplicationRow {
  readonly id: string;
  readonly reference: string;
  readonly version: number;
  readonly decision: Decision;
  readonly placement: string;
  readonly organisationId: string;
  readonly school: string;
  readonly kind: "school" | "college" | "trust";
  readonly urn: number | null;
  readonly hubId: string;
  readonly hub: string;
  readonly offerId: string;
  readonly programme: string;
  readonly shortName: string;
  readonly theme: string | null;
  readonly phase: string;
  readonly unit: "school" | "person";
  readonly academicYear: number;
  readonly closesOn: string;
  readonly decisionsOn: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly meets: "face_to_face" | "online" | "both";
  readonly releaseDays: number | null;
  readonly timeNeeded: string;
  readonly commitment: string;
  readonly funding: string;
  readonly commitmentText: string;
  readonly minimumParticipants: number;
  readonly maximumParticipants: number;
  readonly impossibleDays: number;
  readonly preferredDays: number;
  readonly mode: MeetingMode;
  readonly maximumKm: number;
  readonly neighbourHubs: boolean;
  readonly note: string | null;
  readonly wishesSaved: boolean;
  readonly participantsLater: boolean;
  readonly commitmentRead: boolean;
  readonly headName: string | null;
  readonly headEmail: string | null;
  readonly startedBy: string;
  readonly startedOn: string;
  readonly submittedOn: string | null;
  readonly promisedOn: string | null;
  readonly decidedOn: string | null;
  readonly decisionReason: string | null;
  readonly decisionNote: string | null;
  readonly suggestion: { readonly applicationId: string; readonly programme: string } | null;
  readonly assignedTo: string | null;
  readonly workGroupId: string | null;
  readonly answerBy: string | null;
  readonly placementReason: string | null;
  /** As it was kept: see `readExplanation`. */
  readonly placementExplanation: unknown;
  readonly participants: readonly ParticipantView[];
  readonly link: HeadteacherLinkView | null;
  /** Who holds the role of headteacher here, offered as the answer. */
  readonly knownHead: { readonly name: string; readonly email: string | null } | null;
}

/** An application as the school's own people see it, on every page of its journey. */
export interface ApplicationView extends ApplicationRow {
  readonly leastPeople: number;
  readonly mostPeople: number;
  readonly headAgreed: boolean;
  readonly cost: string;
  readonly finished: Readonly<Record<Part, boolean>>;
}

/** The application with everything its pages show, in one query; nothing for those who do not act for its school. */
export async function findApplication(ctx: Ctx, applicationId: string): Promise<ApplicationView | undefined> {
  if (!isId(applicationId)) return undefined;
  const { rows } = await ctx.db.execute<{ view: ApplicationRow }>(
    sql`select ${applicationJson(ctx.now)} as view from applications a
      join offers f on f.id = a.offer_id join programmes p on p.id = f.programme_id
      join organisations o on o.id = a.organisation_id join hubs h on h.id = a.hub_id
      join people starter on starter.id = a.started_by
    where a.id = ${applicationId}`,
  );
  const row = rows[0]?.view;
  return row && canEdit(ctx.actor, row) ? asView(row) : undefined;
}

function asView(row: ApplicationRow): ApplicationView {
  const leastPeople = leastParticipants(row.unit, row.minimumParticipants);
  const headAgreed = row.link !== null && hasAgreed([{ answer: row.link.answer, replacedAt: null }]);
  return {
    ...row,
    leastPeople,
    mostPeople: mostParticipants(row.unit, row.maximumParticipants),
    headAgreed,
    cost: costInDays(row),
    finished: finishedParts({
      ...row,
      participantCount: row.participants.length,
      minimumParticipants: leastPeople,
      headAgreed,
    }),
  };
}

function dateOf(moment: SQL): SQL {
  return sql`((${moment}) at time zone 'Europe/London')::date`;
}

const participantsJson = sql`coalesce((select json_agg(json_build_object('id', c.id, 'name', r.name, 'email', r.email,
    'jobTitle', c.job_title) order by c.added_at, r.name)
  from participants c join people r on r.id = c.person_id where c.application_id = a.id and c.removed_at is null), '[]'::json)`;

const linkJson = (
  now: Date,
) => sql`(select json_build_object('headName', l.head_name, 'headEmail', l.head_email,
    'askedOn', ${dateOf(sql`l.asked_at`)}, 'expiresOn', ${dateOf(sql`(l.expires_at - interval '1 second')`)},
    'answeredOn', ${dateOf(sql`l.answered_at`)}, 'answer', l.answer, 'answerName', l.answer_name,
    'answerNote', l.answer_note, 'isOpen', l.answered_at is null and l.expires_at > ${now.toISOString()}::timestamptz)
  from headteacher_agreements l where l.application_id = a.id and l.replaced_at is null
  order by (l.answer = 'agreed') desc nulls last, l.asked_at desc limit 1)`;

const suggestionJson = sql`(select json_build_object('applicationId', n.id, 'programme', np.name)
  from applications n join offers nf on nf.id = n.offer_id join programmes np on np.id = nf.programme_id
  where n.follows_application_id = a.id and n.offer_id = a.redirected_to_offer_id
  order by n.started_at desc limit 1)`;

const knownHeadJson = (now: Date) => sql`(select json_build_object('name', r.name, 'email', r.email)
  from grants g join people r on r.id = g.person_id
  where g.organisation_id = a.organisation_id and g.role = 'headteacher'
    and g.started_on <= ${londonDate(now)} and (g.finished_on is null or g.finished_on > ${londonDate(now)})
  order by g.started_on desc limit 1)`;

/** The row as JSON: Postgres limits a function to 100 arguments, so it is put together from parts. */
const applicationJson = (now: Date) => sql`(
  jsonb_build_object('id', a.id, 'reference', a.reference, 'version', a.version, 'decision', a.decision,
    'placement', a.placement, 'organisationId', o.id, 'school', o.name, 'kind', o.kind, 'urn', o.urn, 'hubId', h.id,
    'hub', h.name, 'offerId', f.id, 'programme', p.name, 'shortName', p.short_name, 'theme', f.theme, 'phase', p.phase,
    'unit', p.unit, 'academicYear', f.academic_year, 'closesOn', f.closes_on, 'decisionsOn', f.decisions_on,
    'startsOn', f.starts_on, 'endsOn', f.ends_on, 'meets', f.meets, 'releaseDays', f.release_days,
    'timeNeeded', f.time_needed, 'commitment', f.commitment, 'funding', f.funding,
    'commitmentText', f.commitment_text, 'minimumParticipants', f.minimum_participants,
    'maximumParticipants', f.maximum_participants)
  || jsonb_build_object('impossibleDays', a.impossible_days, 'preferredDays', a.preferred_days, 'mode', a.mode,
    'maximumKm', a.maximum_km, 'neighbourHubs', a.neighbour_hubs, 'note', a.note, 'wishesSaved', a.wishes_saved,
    'participantsLater', a.participants_later, 'commitmentRead', a.commitment_read, 'headName', a.head_name,
    'headEmail', a.head_email, 'startedBy', starter.name, 'startedOn', ${dateOf(sql`a.started_at`)},
    'submittedOn', ${dateOf(sql`a.submitted_at`)}, 'promisedOn', a.promised_on,
    'decidedOn', ${dateOf(sql`a.decided_at`)}, 'decisionReason', a.decision_reason, 'decisionNote', a.decision_note,
    'assignedTo', a.assigned_to, 'workGroupId', a.work_group_id, 'answerBy', a.answer_by,
    'placementReason', a.placement_reason, 'placementExplanation', a.placement_explanation)
  || jsonb_build_object('suggestion', ${suggestionJson}, 'participants', ${participantsJson}, 'link', ${linkJson(now)},
    'knownHead', ${knownHeadJson(now)}))`;
