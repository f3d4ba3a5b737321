import { and, eq, gte, inArray, isNull, or } from "drizzle-orm";
import { employments, people } from "@/db/schema/people";
import { eligibilityStatements } from "@/db/schema/programmes";
import { organisations } from "@/db/schema/schools";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/access/context";
import { personIdOf } from "@/lib/access/scope";
import { recordEvent } from "@/lib/events/record-event";
import { londonDate } from "@/lib/kernel/dates";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { type StatementCode, statements } from "./eligibility/statements";
import { factsStated } from "./events";
import type { StateFactsInput } from "./input";
import { canStateFacts } from "./policy";
import type { StateRefusal } from "./refusals";

interface Answer {
  readonly statement: StatementCode;
  readonly value: number;
}

/**
 * Writes down what a school says of itself, or of a person who works there. Earlier answers are kept as replaced. Answers
 * about a person need the person, and answers about the school are the school's whoever is named.
 */
export async function stateFacts(
  ctx: Ctx,
  input: StateFactsInput,
): Promise<Result<{ stated: number }, StateRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const statedBy = personIdOf(ctx.actor);
    const organisation = await lockOrganisation(tx, input.organisationId);
    if (!statedBy || !organisation || !canStateFacts(ctx.actor, organisation)) return refuse("not_found");
    if (input.personId && !(await lockColleague(tx, input.personId, input.organisationId)))
      return refuse("not_found");
    const stated = [
      ...(await replace(
        tx,
        statedBy,
        { organisationId: input.organisationId },
        answersAbout("school", input),
      )),
      ...(input.personId
        ? await replace(tx, statedBy, { personId: input.personId }, answersAbout("person", input))
        : []),
    ];
    if (stated.length > 0)
      await recordEvent(tx, factsStated, {
        organisationId: input.organisationId,
        personId: input.personId ?? null,
        hubId: organisation.hubId,
        payload: { answers: stated },
      });
    return ok({ stated: stated.length });
  });
}

async function lockOrganisation(tx: TxCtx, organisationId: string) {
  const [found] = await tx.db
    .select({ organisationId: organisations.id, hubId: organisations.hubId })
    .from(organisations)
    .where(eq(organisations.id, organisationId))
    .for("no key update");
  return found;
}

/** Locks the person: two schools of one teacher may answer at the same time. */
async function lockColleague(tx: TxCtx, personId: string, organisationId: string): Promise<boolean> {
  const today = londonDate(tx.now);
  const [found] = await tx.db
    .select({ id: people.id })
    .from(people)
    .innerJoin(employments, eq(employments.personId, people.id))
    .where(
      and(
        eq(people.id, personId),
        eq(employments.organisationId, organisationId),
        or(isNull(employments.finishedOn), gte(employments.finishedOn, today)),
      ),
    )
    .for("no key update", { of: people });
  return found !== undefined;
}

function answersAbout(about: "school" | "person", { answers }: StateFactsInput): Answer[] {
  return (Object.entries(answers) as [StatementCode, number][])
    .filter(([statement]) => statements[statement].about === about)
    .map(([statement, value]) => ({ statement, value }));
}

/** Only what differs from the answer that stands is written. */
async function replace(
  tx: TxCtx,
  statedBy: string,
  about: { organisationId: string } | { personId: string },
  answers: readonly Answer[],
): Promise<Answer[]> {
  if (answers.length === 0) return [];
  const theirs =
    "personId" in about
      ? eq(eligibilityStatements.personId, about.personId)
      : eq(eligibilityStatements.organisationId, about.organisationId);
  const standing = await tx.db
    .select({ statement: eligibilityStatements.statement, value: eligibilityStatements.value })
    .from(eligibilityStatements)
    .where(and(theirs, isNull(eligibilityStatements.replacedAt)));
  const changed = answers.filter(
    ({ statement, value }) => !standing.some((one) => one.statement === statement && one.value === value),
  );
  if (changed.length === 0) return [];
  const codes = changed.map(({ statement }) => statement);
  await tx.db
    .update(eligibilityStatements)
    .set({ replacedAt: tx.now })
    .where(
      and(theirs, isNull(eligibilityStatements.replacedAt), inArray(eligibilityStatements.statement, codes)),
    );
  await tx.db
    .insert(eligibilityStatements)
    .values(changed.map((answer) => ({ ...answer, ...about, statedBy, statedAt: tx.now })));
  return changed;
}
