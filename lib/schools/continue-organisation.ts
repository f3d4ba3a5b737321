import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { establishments, organisations, organisationUrns } from "@/db/schema/schools";
import type { TxCtx } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { londonDate } from "@/lib/kernel/dates";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { organisationContinued } from "./events";
import type { Organisation } from "./read-register";

/**
 * Lets the history of one URN go on in another. Of the two organisations the one that has records of its own stays;
 * refuses when both have, because no record may change hands unseen.
 */
export async function continueOrganisation(
  tx: TxCtx,
  { fromUrn, toUrn }: { fromUrn: number; toUrn: number },
): Promise<Result<{ organisationId: string }, "not_found" | "in_use">> {
  const locked = await lockOrganisations(tx, [fromUrn, toUrn]);
  const [from, to] = [locked.get(fromUrn), locked.get(toUrn)];
  if (!to) return refuse("not_found");
  if (from && from.id !== to.id) {
    const [fromUsed, toUsed] = [await isUsed(tx, from.id), await isUsed(tx, to.id)];
    if (fromUsed && toUsed) return refuse("in_use");
    const [stays, goes] = fromUsed ? [from, to] : [to, from];
    await join(tx, { stays, goes, facts: to });
    await record(tx, { organisation: { ...to, id: stays.id }, fromUrn, toUrn });
    return ok({ organisationId: stays.id });
  }
  if (!from) await addPastUrn(tx, to.id, fromUrn);
  await record(tx, { organisation: to, fromUrn, toUrn });
  return ok({ organisationId: to.id });
}

/** Always in the same order, so that two that lock the same ones wait for each other and not in a circle. */
async function lockOrganisations(
  { db }: TxCtx,
  urns: readonly number[],
): Promise<ReadonlyMap<number, Organisation>> {
  const rows = await db
    .select({ urn: organisationUrns.urn, organisation: organisations })
    .from(organisations)
    .innerJoin(organisationUrns, eq(organisationUrns.organisationId, organisations.id))
    .where(inArray(organisationUrns.urn, [...urns]))
    .orderBy(organisations.id)
    .for("update", { of: organisations });
  return new Map(rows.map(({ urn, organisation }) => [urn, organisation]));
}

/** Whether any row of any table but the list of its URNs names the organisation. Asked of the catalogue, so that no table is forgotten. */
async function isUsed({ db }: TxCtx, organisationId: string): Promise<boolean> {
  const { rows: columns } = await db.execute<{ place: string; name: string }>(sql`
    select c.conrelid::regclass::text as place, quote_ident(a.attname) as name
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = ${sql.raw("'organisations'")}::regclass
      and c.conrelid <> ${sql.raw("'organisation_urns'")}::regclass`);
  const found = columns.map(
    ({ place, name }) =>
      sql`exists (select from ${sql.raw(place)} where ${sql.raw(name)} = ${organisationId}::uuid)`,
  );
  if (found.length === 0) return false;
  const { rows } = await db.execute<{ used: boolean }>(sql`select ${sql.join(found, sql` or `)} as used`);
  return rows[0]?.used === true;
}

async function join(
  { db, now }: TxCtx,
  { stays, goes, facts }: { stays: Organisation; goes: Organisation; facts: Organisation },
): Promise<void> {
  const { id: _id, createdAt: _createdAt, ...present } = facts;
  const either = inArray(organisationUrns.organisationId, [stays.id, goes.id]);
  // All but the present URN are finished before they meet: an organisation has one that is not.
  await db
    .update(organisationUrns)
    .set({ finishedOn: sql`coalesce(${organisationUrns.finishedOn}, ${closedOn}, ${londonDate(now)}::date)` })
    .where(and(either, ne(organisationUrns.urn, facts.urn ?? 0)));
  await db.update(organisationUrns).set({ organisationId: stays.id }).where(either);
  await db.delete(organisations).where(eq(organisations.id, goes.id));
  await db.update(organisations).set(present).where(eq(organisations.id, stays.id));
}

const closedOn = sql`(select closed_on from ${establishments} e where e.urn = ${organisationUrns.urn})`;

async function addPastUrn({ db, now }: TxCtx, organisationId: string, urn: number): Promise<void> {
  await db
    .insert(organisationUrns)
    .values({
      organisationId,
      urn,
      finishedOn: sql`coalesce((select closed_on from ${establishments} where urn = ${urn}), ${londonDate(now)}::date)`,
    })
    .onConflictDoNothing();
}

async function record(
  tx: TxCtx,
  { organisation, fromUrn, toUrn }: { organisation: Organisation; fromUrn: number; toUrn: number },
): Promise<void> {
  await recordEvent(tx, organisationContinued, {
    organisationId: organisation.id,
    payload: { fromUrn, toUrn, name: organisation.name },
  });
}
