import { eq } from "drizzle-orm";
import { organisations } from "@/db/schema/schools";
import type { Ctx } from "@/lib/access/context";
import { canRaiseReferral } from "../policy";

export interface ReferableSchool {
  readonly id: string;
  readonly name: string;
  readonly town: string | null;
  readonly urn: number | null;
  readonly phases: readonly string[];
}

const columns = {
  id: organisations.id,
  name: organisations.name,
  town: organisations.town,
  urn: organisations.urn,
  phases: organisations.phases,
  hubId: organisations.hubId,
};

/** The school a referral is about to be raised for; undefined when the actor may not. */
export async function getReferableSchool(
  ctx: Ctx,
  organisationId: string,
): Promise<ReferableSchool | undefined> {
  const [row] = await ctx.db.select(columns).from(organisations).where(eq(organisations.id, organisationId));
  return row && canRaiseReferral(ctx.actor, row) ? row : undefined;
}
