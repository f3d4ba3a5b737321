import { eq, sql } from "drizzle-orm";
import { applications, headteacherAgreements } from "@/db/schema/applications";
import { people } from "@/db/schema/people";
import { offers, programmes } from "@/db/schema/programmes";
import { organisations } from "@/db/schema/schools";
import type { Ctx } from "@/lib/access/context";
import { findHubContact, type HubContact } from "@/lib/hubs/queries";
import { addDays, londonDate } from "@/lib/kernel/dates";
import { hashSecret } from "@/lib/kernel/ids";
import { costInDays, headTitleOf, promisesOf, whyNotAnswer } from "../agreement-rules";

/** What the holder of a headteacher's link sees: the school, the cost, the promises, and whether an answer is still due. */
export interface AgreementView {
  readonly headName: string;
  /** "headteacher", or what the organisation calls it. */
  readonly headTitle: string;
  readonly school: string;
  readonly programme: string;
  readonly askedBy: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly answerBy: string;
  readonly cost: string;
  readonly timeNeeded: string;
  readonly funding: string;
  /** Who takes part, as far as they are named. */
  readonly people: readonly string[];
  readonly promises: readonly string[];
  readonly state: "open" | "link_used" | "link_old" | "not_needed";
  readonly answer: "agreed" | "refused" | null;
  readonly answeredOn: string | null;
  readonly answerName: string | null;
  readonly decision: string;
  readonly promisedOn: string | null;
  readonly contact: HubContact | undefined;
}

const named = sql<string[]>`coalesce((select json_agg(r.name order by c.added_at, r.name)
  from participants c join people r on r.id = c.person_id
  where c.application_id = ${applications.id} and c.removed_at is null), '[]'::json)`;

/** Looks an agreement up by the secret of its link; looking does not use the link up. */
export async function findAgreement(ctx: Ctx, secret: string): Promise<AgreementView | undefined> {
  const [row] = await ctx.db
    .select({
      link: headteacherAgreements,
      application: applications,
      offer: offers,
      programme: programmes,
      school: organisations.name,
      kind: organisations.kind,
      named,
      askedBy: people.name,
    })
    .from(headteacherAgreements)
    .innerJoin(applications, eq(applications.id, headteacherAgreements.applicationId))
    .innerJoin(offers, eq(offers.id, applications.offerId))
    .innerJoin(programmes, eq(programmes.id, offers.programmeId))
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .innerJoin(people, eq(people.id, headteacherAgreements.askedBy))
    .where(eq(headteacherAgreements.secretHash, hashSecret(secret)));
  if (!row) return undefined;
  const { link, application, offer, programme, school, askedBy } = row;
  const { hubId, assignedTo } = application;
  return {
    headName: link.headName,
    headTitle: headTitleOf(row.kind),
    people: row.named,
    school,
    askedBy,
    programme: programme.name,
    startsOn: offer.startsOn,
    endsOn: offer.endsOn,
    answerBy: addDays(londonDate(link.expiresAt), -1),
    cost: costInDays(offer),
    timeNeeded: offer.timeNeeded,
    funding: offer.funding,
    promises: promisesOf(link.commitmentText),
    state: whyNotAnswer(link, application, ctx.now) ?? "open",
    answer: link.answer,
    answeredOn: link.answeredAt && londonDate(link.answeredAt),
    answerName: link.answerName,
    decision: application.decision,
    promisedOn: application.promisedOn,
    contact: await findHubContact(ctx, { hubId, phase: programme.phase, preferred: assignedTo }),
  };
}
