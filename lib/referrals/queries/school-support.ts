import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/access/context";
import { holdsSchoolRole, schoolRoles } from "@/lib/access/scope";
import { londonDate } from "@/lib/kernel/dates";
import { canSeeCase } from "../policy";
import type { CaseOutcome, CaseStatus, CaseStep, ReferralStatus } from "../rules";

/** A support case as the school's own page tells it: facts and dates, never the notes. */
export interface OwnCase {
  readonly id: string;
  readonly level: "enhanced" | "intensive";
  readonly status: CaseStatus;
  readonly step: CaseStep;
  readonly partner: string | null;
  readonly nextVisitOn: string | null;
  readonly outcome: CaseOutcome | null;
  readonly handoverSummary: string | null;
  readonly nextApplicationId: string | null;
}

export interface OwnReferral {
  readonly id: string;
  readonly reference: string;
  readonly phase: "primary" | "secondary";
  readonly status: ReferralStatus;
  readonly raisedBy: string;
  readonly raisedOn: string;
  readonly promisedOn: string;
  readonly headName: string;
  readonly consentGiven: boolean | null;
  readonly triageNote: string | null;
  readonly redirectedTo: string | null;
  /** Null where there is none, or the actor may not see it: a trust learns that support runs, and no more. */
  readonly case: OwnCase | null;
}

export interface SchoolSupport {
  readonly id: string;
  readonly name: string;
  readonly hub: string | null;
  readonly phases: readonly string[];
  readonly stateFunded: boolean;
  readonly head: { readonly name: string; readonly email: string } | null;
  readonly referrals: readonly OwnReferral[];
}

interface SupportRow extends SchoolSupport, Record<string, unknown> {
  hubId: string | null;
}

/** What a school, or its trust, has asked its hub for, the newest first; undefined for those who do not act for it. One statement. */
export async function getSchoolSupport(ctx: Ctx, organisationId: string): Promise<SchoolSupport | undefined> {
  if (!holdsSchoolRole(ctx.actor, schoolRoles, organisationId)) return undefined;
  const today = londonDate(ctx.now);
  const { rows } = await ctx.db.execute<SupportRow>(sql`
    select o.id, o.name, h.name as hub, o.hub_id as "hubId", o.phases, o.state_funded as "stateFunded",
      (select json_build_object('name', p.name, 'email', p.email) from grants g join people p on p.id = g.person_id
        where g.organisation_id = o.id and g.role = 'headteacher' and p.email is not null and g.started_on <= ${today}
          and (g.finished_on is null or g.finished_on > ${today}) order by g.started_on desc, g.id limit 1) as head,
      coalesce((select json_agg(json_build_object('id', r.id, 'reference', r.reference, 'phase', r.phase, 'status', r.status,
          'raisedBy', p.name, 'raisedOn', (r.raised_at at time zone 'Europe/London')::date, 'promisedOn', r.promised_on,
          'headName', r.head_name, 'consentGiven', r.consent_given, 'triageNote', r.triage_note, 'redirectedTo', r.redirected_to,
          'case', (select json_build_object('id', c.id, 'level', c.level, 'status', c.status, 'step', c.step, 'partner', w.name,
              'nextVisitOn', (select min(v.visit_on) from case_visits v where v.case_id = c.id and v.held_at is null and v.cancelled_at is null),
              'outcome', c.outcome, 'handoverSummary', c.handover_summary, 'nextApplicationId', c.next_application_id)
            from support_cases c left join people w on w.id = c.partner_id where c.referral_id = r.id)) order by r.raised_at desc, r.id)
        from referrals r join people p on p.id = r.raised_by where r.organisation_id = o.id), '[]') as referrals
    from organisations o left join hubs h on h.id = o.hub_id
    where o.id = ${organisationId}`);
  const [row] = rows;
  if (!row) return undefined;
  const { hubId, referrals, ...school } = row;
  return {
    ...school,
    referrals: referrals.map((one) =>
      seesCase(ctx, { hubId, organisationId, one }) ? one : { ...one, case: null },
    ),
  };
}

function seesCase(
  { actor }: Ctx,
  about: { hubId: string | null; organisationId: string; one: OwnReferral },
): boolean {
  const { hubId, organisationId, one } = about;
  return canSeeCase(actor, { hubId: hubId ?? "", organisationId, phase: one.phase, partnerId: null });
}
