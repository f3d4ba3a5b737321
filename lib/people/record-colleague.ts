import { and, eq, isNull, sql } from "drizzle-orm";
import { employments, people } from "@/db/schema/people";
import type { TxCtx } from "@/lib/access/context";
import { londonDate } from "@/lib/kernel/dates";
import { ok, type Result, refuse } from "@/lib/kernel/result";

export interface Colleague {
  readonly organisationId: string;
  readonly name: string;
  /** Without one nobody can sign in as this person. */
  readonly email?: string;
  readonly jobTitle?: string;
}

export interface Recorded {
  readonly personId: string;
  readonly name: string;
}

/**
 * Finds or makes the one record of somebody at an organisation, as part of a deed that has asked its policy and records
 * the event. An address that belongs to somebody of another name is refused without saying whose it is.
 */
export async function recordColleague(
  tx: TxCtx,
  colleague: Colleague,
): Promise<Result<Recorded, "address_of_another">> {
  const known = colleague.email ? await byEmail(tx, colleague.email) : await byName(tx, colleague);
  if (known && !sameSurname(known.name, colleague.name)) return refuse("address_of_another");
  const person = known ?? (await complete(tx, colleague)) ?? (await add(tx, colleague));
  await employ(tx, { ...colleague, personId: person.personId });
  return ok(person);
}

/** Writes down that a person works at an organisation, from today, unless that is known. */
export async function employ(
  tx: TxCtx,
  employment: { personId: string; organisationId: string; jobTitle?: string },
): Promise<void> {
  const { personId, organisationId, jobTitle } = employment;
  await tx.db
    .insert(employments)
    .values({ personId, organisationId, jobTitle: jobTitle ?? null, startedOn: londonDate(tx.now) })
    .onConflictDoNothing();
}

async function byEmail(tx: TxCtx, email: string): Promise<Recorded | undefined> {
  const [person] = await tx.db
    .select({ personId: people.id, name: people.name })
    .from(people)
    .where(eq(people.email, email));
  return person;
}

async function byName(tx: TxCtx, { organisationId, name }: Colleague): Promise<Recorded | undefined> {
  const [person] = await tx.db
    .select({ personId: people.id, name: people.name })
    .from(people)
    .innerJoin(employments, and(eq(employments.personId, people.id), isNull(employments.finishedOn)))
    .where(
      and(eq(employments.organisationId, organisationId), eq(sql`lower(${people.name})`, name.toLowerCase())),
    )
    .limit(1);
  return person;
}

/** Somebody who was named without an address before is given it. */
async function complete(tx: TxCtx, colleague: Colleague): Promise<Recorded | undefined> {
  const known = colleague.email ? await byName(tx, colleague) : undefined;
  if (!known) return undefined;
  const [person] = await tx.db
    .update(people)
    .set({ email: colleague.email })
    .where(and(eq(people.id, known.personId), isNull(people.email)))
    .returning({ personId: people.id, name: people.name });
  return person;
}

async function add(tx: TxCtx, { name, email }: Colleague): Promise<Recorded> {
  const [person] = await tx.db
    .insert(people)
    .values({ name, email: email ?? null, createdAt: tx.now })
    .returning({ personId: people.id, name: people.name });
  if (!person) throw new Error("The person was not written");
  return person;
}

function sameSurname(one: string, other: string): boolean {
  return surname(one) === surname(other);
}

function surname(name: string): string {
  return name.trim().split(/\s+/).at(-1)?.toLowerCase() ?? "";
}
