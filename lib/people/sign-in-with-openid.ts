import { and, eq, gt, inArray, isNull, or } from "drizzle-orm";
import { employments, grants, openidSubjects, people } from "@/db/schema/people";
import { actingAs, type Ctx, type TxCtx, withTransaction } from "@/lib/access/context";
import { schoolRoles } from "@/lib/access/scope";
import { recordEvent } from "@/lib/events/record-event";
import { londonDate } from "@/lib/kernel/dates";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { openidLinked } from "./events";
import { type ClaimedSchool, findClaimedSchool, type OrganisationClaim } from "./find-claimed-school";
import { giveGrant } from "./give-grant";
import { type Arrival, openSession, type SigningIn } from "./open-session";
import { canSignIn } from "./policy";
import type { OpenidRefusal } from "./refusals";

/** What the provider vouches for, checked by the protocol before it comes here. */
export interface OpenidClaims {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly email: string | undefined;
  /** False only when the provider says that the address was not proved. */
  readonly emailVerified: boolean;
  readonly organisation: OrganisationClaim;
}

interface Person {
  readonly id: string;
  readonly name: string;
}

/**
 * Signs in with DfE Sign-in. Its organisation claim opens the school it names, to a person we know or to a new one;
 * a role that somebody ended is not given back this way.
 */
export async function signInWithOpenid(
  ctx: Ctx,
  input: { claims: OpenidClaims; browser: SigningIn },
): Promise<Result<Arrival, OpenidRefusal>> {
  const { claims, browser } = input;
  if (!canSignIn(ctx.actor)) return refuse("not_found");
  return withTransaction(ctx, async (tx) => {
    const known = await findKnown(tx, claims);
    if (!known && (!claims.email || !claims.emailVerified)) return refuse("no_address");
    const school = await findClaimedSchool(tx, claims.organisation);
    if (!known && !school) return refuse("unknown_organisation");
    const person = known ?? (await addPerson(tx, claims));
    const own = actingAs(tx, { kind: "user", personId: person.id, name: person.name, grants: [] });
    await linkSubject(own, person, claims);
    if (school) await admit(own, person, school);
    if (!(await holdsAnything(tx, person))) return refuse(school ? "access_ended" : "unknown_organisation");
    return ok({ secret: await openSession(tx, { person, method: "openid", browser }) });
  });
}

/** By the provider's own name for them, else by an address that it has proved. */
async function findKnown(tx: TxCtx, claims: OpenidClaims): Promise<Person | undefined> {
  const [linked] = await tx.db
    .select({ id: people.id, name: people.name })
    .from(openidSubjects)
    .innerJoin(people, eq(people.id, openidSubjects.personId))
    .where(eq(openidSubjects.issuerAndSubject, keyOf(claims)));
  if (linked || !claims.email || !claims.emailVerified) return linked;
  const [sameAddress] = await tx.db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(eq(people.email, claims.email));
  return sameAddress;
}

async function addPerson(tx: TxCtx, { name, email }: OpenidClaims): Promise<Person> {
  const [person] = await tx.db
    .insert(people)
    .values({ name, email: email ?? null, createdAt: tx.now })
    .returning({ id: people.id, name: people.name });
  if (!person) throw new Error("The person was not written");
  return person;
}

async function linkSubject(tx: TxCtx, person: Person, claims: OpenidClaims): Promise<void> {
  const linked = await tx.db
    .insert(openidSubjects)
    .values({ issuerAndSubject: keyOf(claims), personId: person.id, linkedAt: tx.now })
    .onConflictDoNothing()
    .returning({ personId: openidSubjects.personId });
  if (linked.length > 0) await recordEvent(tx, openidLinked, { personId: person.id, payload: {} });
}

/** Opens the school to the person as its maths lead, unless they act for it already or once did. */
async function admit(tx: TxCtx, person: Person, school: ClaimedSchool): Promise<void> {
  const [before] = await tx.db
    .select({ id: grants.id })
    .from(grants)
    .where(
      and(
        eq(grants.personId, person.id),
        eq(grants.organisationId, school.id),
        inArray(grants.role, [...schoolRoles]),
      ),
    )
    .limit(1);
  if (before) return;
  const { id: organisationId } = school;
  await giveGrant(tx, {
    personId: person.id,
    role: "school_maths_lead",
    organisationId,
    way: "openid",
    grantedBy: null,
  });
  await tx.db
    .insert(employments)
    .values({ personId: person.id, organisationId, startedOn: londonDate(tx.now) })
    .onConflictDoNothing();
}

async function holdsAnything(tx: TxCtx, person: Person): Promise<boolean> {
  const today = londonDate(tx.now);
  const current = or(isNull(grants.finishedOn), gt(grants.finishedOn, today));
  return (await tx.db.$count(grants, and(eq(grants.personId, person.id), current))) > 0;
}

function keyOf({ issuer, subject }: OpenidClaims): string {
  return `${issuer}|${subject}`;
}
