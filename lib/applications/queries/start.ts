import { and, asc, eq, isNull } from "drizzle-orm";
import { employments, people } from "@/db/schema/people";
import type { Ctx } from "@/lib/access/context";
import { isId } from "@/lib/kernel/ids";
import { type Evaluation, evaluateEligibility } from "@/lib/programmes/eligibility/evaluate";
import type { EligibilityFacts, LiveApplication } from "@/lib/programmes/eligibility/facts";
import { type StatementCode, statements } from "@/lib/programmes/eligibility/statements";
import { getEligibilityFacts } from "@/lib/programmes/queries/facts";
import { getOffer, listCatalogue, type OfferView } from "@/lib/programmes/queries/offers";
import { canApply } from "../policy";

/** What only the school can say, and is asked before an application starts. */
export interface StartQuestion {
  readonly code: StatementCode;
  readonly question: string;
  readonly answer: "yes_or_no" | "academic_year";
}

/** The start of an application: whether it is open to the school, what is asked first, and what there is already. */
export interface StartView {
  readonly offer: OfferView;
  readonly organisation: EligibilityFacts["organisation"];
  readonly evaluation: Evaluation;
  readonly questions: readonly StartQuestion[];
  /** Live applications of the school for this offer; one, unless it enrols people. */
  readonly live: readonly LiveApplication[];
  /** For whom it may be, where the offer enrols people. */
  readonly colleagues: readonly { readonly id: string; readonly name: string }[];
}

/** Everything the start page shows; nothing for those who do not apply for this organisation. */
export async function findStart(
  ctx: Ctx,
  { organisationId, offerId }: { organisationId: string; offerId: string },
): Promise<StartView | undefined> {
  if (!isId(organisationId) || !isId(offerId) || !canApply(ctx.actor, organisationId)) return undefined;
  const [facts, catalogue, offer, colleagues] = await Promise.all([
    getEligibilityFacts(ctx, { organisationId }),
    listCatalogue(ctx),
    getOffer(ctx, offerId),
    listColleagues(ctx, organisationId),
  ]);
  if (!facts || !offer) return undefined;
  const evaluation = evaluateEligibility({ offer, facts, catalogue });
  return {
    offer,
    evaluation,
    organisation: facts.organisation,
    questions: questionsOf(evaluation),
    live: facts.applications.filter((live) => live.offerId === offer.id),
    colleagues: offer.unit === "person" ? colleagues : [],
  };
}

/** Who works at an organisation, as far as it has said. */
function listColleagues(ctx: Ctx, organisationId: string) {
  return ctx.db
    .select({ id: people.id, name: people.name })
    .from(employments)
    .innerJoin(people, eq(people.id, employments.personId))
    .where(and(eq(employments.organisationId, organisationId), isNull(employments.finishedOn)))
    .orderBy(asc(people.name))
    .limit(50);
}

function questionsOf({ conditions }: Evaluation): StartQuestion[] {
  const codes = conditions.flatMap(({ state, asks }) => (state === "to_confirm" && asks ? [asks] : []));
  return codes.map((code) => ({
    code,
    question: statements[code].question,
    answer: statements[code].answer,
  }));
}
