import { sql } from "drizzle-orm";
import type { Ctx, TxCtx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { personIdOf } from "@/lib/access/scope";
import { londonDate } from "@/lib/kernel/dates";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { judgeEligibility } from "./judge-eligibility";
import { preparedMail } from "./mails";
import { canApply, canDecide } from "./policy";
import type { ApplicationRefusal } from "./refusals";
import { draftOf, findOffer, findSchool, insertDraft, type Started } from "./start-application";
import { aboutOf, tellSchool } from "./tell-school";

export interface PrepareApplicationInput {
  readonly organisationId: string;
  readonly offerId: string;
  /** Who is asked for the headteacher's agreement. */
  readonly headName: string | null;
  readonly headEmail: string | null;
}

/**
 * Starts a draft for a school that has no earlier application to follow, such as one that comes out of Targeted Support: the
 * school finishes and sends it. Answers with a live one if there is one.
 */
export async function prepareApplication(
  ctx: Ctx,
  input: PrepareApplicationInput,
): Promise<Result<Started, ApplicationRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const { organisationId, headName, headEmail } = input;
    const school = await findSchool(tx, organisationId);
    const offer = await findOffer(tx, input.offerId);
    const by = personIdOf(tx.actor);
    if (!school || !offer || !by) return refuse("not_found");
    const isOwn = canApply(tx.actor, organisationId);
    const subject = { organisationId, hubId: school.hubId ?? "", phase: offer.phase };
    if (!isOwn && !canDecide(tx.actor, subject)) return refuse("not_found");
    if (!school.hubId) return refuse("no_hub");
    const judged = await judgeEligibility(tx, offer, { organisationId });
    if (!judged.ok) return judged;
    const startedBy = isOwn ? by : ((await findMathsLead(tx, organisationId)) ?? by);
    const started = await insertDraft(tx, {
      organisationId,
      offerId: offer.id,
      hubId: school.hubId,
      startedBy,
      headName,
      headEmail,
    });
    if (started.isNew && !isOwn) {
      const draft = await draftOf(tx, started);
      await tellSchool(tx, draft, preparedMail(aboutOf(draft)));
    }
    return ok(started);
  });
}

async function findMathsLead(tx: TxCtx, organisationId: string): Promise<string | undefined> {
  const today = londonDate(tx.now);
  const { rows } = await tx.db.execute<{ id: string }>(sql`
    select g.person_id as id from grants g where g.organisation_id = ${organisationId}
      and g.role in ('school_maths_lead', 'headteacher') and g.started_on <= ${today}
      and (g.finished_on is null or g.finished_on > ${today})
    order by (g.role = 'school_maths_lead') desc, g.started_on desc, g.id limit 1`);
  return rows[0]?.id;
}
