import { asc, inArray } from "drizzle-orm";
import { organisations } from "@/db/schema/schools";
import type { Ctx } from "@/lib/access/context";
import { organisationIdsOf, schoolRoles } from "@/lib/access/scope";

export interface OwnOrganisation {
  readonly id: string;
  readonly name: string;
}

/**
 * The organisation whose eligibility a catalogue shows: the one that was asked for when it is the actor's, else the first,
 * a school before a trust. Nothing for visitors and for people who act for no school.
 */
export function chooseOrganisation(ctx: Ctx, asked: string | undefined): string | undefined {
  const own = organisationIdsOf(ctx.actor, schoolRoles);
  const grants = ctx.actor.kind === "user" ? ctx.actor.grants : [];
  const trusts = grants
    .filter(({ role }) => role === "trust_lead")
    .map(({ organisationId }) => organisationId);
  return own.find((id) => id === asked) ?? own.find((id) => !trusts.includes(id)) ?? own[0];
}

/** The organisations to choose from, by name; empty when there is nothing to choose. */
export async function listChoices(ctx: Ctx): Promise<OwnOrganisation[]> {
  const own = organisationIdsOf(ctx.actor, schoolRoles);
  if (own.length < 2) return [];
  return ctx.db
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(inArray(organisations.id, own))
    .orderBy(asc(organisations.name));
}
