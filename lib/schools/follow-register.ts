import { and, arrayContains, isNotNull, sql } from "drizzle-orm";
import { bulkInsert, overwrite } from "@/db/bulk-insert";
import { organisationReviews, organisations, organisationUrns } from "@/db/schema/schools";
import type { TxCtx } from "@/lib/access/context";
import { recordEvents } from "@/lib/events/record-events";
import { londonDate } from "@/lib/kernel/dates";
import { newId } from "@/lib/kernel/ids";
import { continueOrganisation } from "./continue-organisation";
import {
  organisationChangedHub,
  organisationClosed,
  organisationContinued,
  organisationRenamed,
  organisationReopened,
} from "./events";
import { type ChangedOrganisation, type OrganisationPlan, planOrganisations } from "./plan-organisations";
import { raiseReviews } from "./raise-reviews";
import { type Register, readRegister } from "./read-register";
import { type Doubt, traceSuccession } from "./succession-rules";
import { updateTrusts } from "./update-trusts";

/**
 * Brings the organisations to what the register says: one for every open establishment, carried on where one school follows one
 * other, closed where none follows. What the links leave open becomes a review of the hub. Answers how many of each.
 */
export async function followRegister(tx: TxCtx): Promise<Record<string, number>> {
  const register = await readRegister(tx.db);
  const { heirs, doubts } = traceSuccession(
    register.schools,
    register.links,
    new Set(register.organisationOf.keys()),
  );
  const plan = planOrganisations(register, heirs, { today: londonDate(tx.now), newId });
  await writePlan(tx, plan);
  const told = await recordChanges(tx, register, plan.changed);
  const clashes = await resolveCollisions(tx, plan.collisions);
  const reviews = await raiseReviews(tx, register, [...doubts, ...clashes]);
  await updateTrusts(tx.db);
  return { organisations_opened: plan.opened.length, ...told, reviews_raised: reviews };
}

async function writePlan(
  { db, now }: TxCtx,
  { opened, changed, urns, left }: OrganisationPlan,
): Promise<void> {
  await bulkInsert(
    db,
    organisations,
    opened.map((row) => ({ ...row, createdAt: now })),
  );
  await bulkInsert(
    db,
    organisations,
    changed.map(({ after }) => after),
    overwrite(["id"], Object.keys(changed[0]?.after ?? {})),
  );
  await db.execute(sql`
    update ${organisationUrns} u set finished_on = gone.finished_on
    from unnest(${sql.param(left.map(({ urn }) => urn))}::int[], ${sql.param(left.map(({ finishedOn }) => finishedOn))}::date[])
      as gone(urn, finished_on)
    where u.urn = gone.urn`);
  await bulkInsert(db, organisationUrns, urns);
}

async function recordChanges(
  tx: TxCtx,
  { schools, hubNames }: Register,
  changed: readonly ChangedOrganisation[],
): Promise<Record<string, number>> {
  const moved = changed.filter(({ before, after }) => before.urn !== after.urn);
  const renamed = changed.filter(
    ({ before, after }) => before.name !== after.name && before.urn === after.urn,
  );
  const closed = changed.filter(({ before, after }) => before.open && !after.open);
  const reopened = changed.filter(
    ({ before, after }) => !before.open && after.open && before.urn === after.urn,
  );
  const changedHub = changed.filter(({ before, after }) => before.hubId !== after.hubId);
  const nameOf = (hubId: string | null) => hubNames.get(hubId ?? "") ?? null;
  await recordEvents(
    tx,
    organisationContinued,
    moved.map(({ before, after }) => ({
      organisationId: after.id,
      payload: { fromUrn: before.urn ?? 0, toUrn: after.urn ?? 0, name: after.name },
    })),
  );
  await recordEvents(
    tx,
    organisationRenamed,
    renamed.map(({ before, after }) => ({
      organisationId: after.id,
      payload: { from: before.name, to: after.name },
    })),
  );
  await recordEvents(
    tx,
    organisationClosed,
    closed.map(({ after: { id, urn } }) => ({
      organisationId: id,
      payload: { urn: urn ?? 0, closedOn: schools.get(urn ?? 0)?.closedOn ?? null },
    })),
  );
  await recordEvents(
    tx,
    organisationReopened,
    reopened.map(({ after }) => ({ organisationId: after.id, payload: { urn: after.urn ?? 0 } })),
  );
  await recordEvents(
    tx,
    organisationChangedHub,
    changedHub.map(({ before, after }) => ({
      organisationId: after.id,
      hubId: after.hubId,
      payload: { fromHub: nameOf(before.hubId), toHub: nameOf(after.hubId) },
    })),
  );
  return {
    organisations_continued: moved.length,
    organisations_closed: closed.length,
    organisations_reopened: reopened.length,
  };
}

/** A link that came after both schools were here: their histories are joined when only one has any, else a person decides. */
async function resolveCollisions(tx: TxCtx, collisions: OrganisationPlan["collisions"]): Promise<Doubt[]> {
  const doubts: Doubt[] = [];
  for (const { fromUrn, toUrn } of collisions) {
    if (await isDecided(tx, [fromUrn, toUrn])) continue;
    const answer = await continueOrganisation(tx, { fromUrn, toUrn });
    if (!answer.ok) doubts.push({ kind: "merger", urns: [fromUrn, toUrn].sort((a, b) => a - b) });
  }
  return doubts;
}

/** What somebody has decided about two schools, no later import decides again. */
async function isDecided({ db }: TxCtx, urns: readonly number[]): Promise<boolean> {
  const decided = and(
    isNotNull(organisationReviews.resolvedAt),
    arrayContains(organisationReviews.urns, [...urns]),
  );
  return (await db.$count(organisationReviews, decided)) > 0;
}
