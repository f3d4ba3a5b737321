import { and, desc, eq, isNull } from "drizzle-orm";
import { eligibilityOverrides } from "@/db/schema/applications";
import { people } from "@/db/schema/people";
import { offers, programmes } from "@/db/schema/programmes";
import { organisations } from "@/db/schema/schools";
import type { Ctx } from "@/lib/access/context";
import type { Voice } from "../eligibility/condition";
import { type Evaluation, evaluateEligibility } from "../eligibility/evaluate";
import { canSeeEligibility } from "../policy";
import { getEligibilityFacts } from "./facts";
import { type CatalogueOffer, getOffer, listCatalogue } from "./offers";

/**
 * Whether an offer is open to an organisation, and to a person of it, with every condition, exceptions included. Nothing
 * where the offer is not there or the actor may not look. A deed refuses unless `outcome` is "open".
 */
export async function whyNotEligible(
  ctx: Ctx,
  {
    organisationId,
    offerId,
    personId,
    voice,
    read,
  }: {
    organisationId: string;
    offerId: string;
    personId?: string | null;
    voice?: Voice;
    /** The catalogue, where the page reads it anyway. */
    read?: Promise<CatalogueOffer[]>;
  },
): Promise<Evaluation | undefined> {
  const facts = await getEligibilityFacts(ctx, { organisationId, personId: personId ?? null });
  if (!facts) return undefined;
  const catalogue = await (read ?? listCatalogue(ctx));
  const offer = catalogue.find((one) => one.id === offerId) ?? (await getOffer(ctx, offerId));
  return offer && evaluateEligibility({ offer, facts, catalogue, ...(voice ? { voice } : {}) });
}

/** An exception as the hub's page of a school shows it. */
export interface OverrideView {
  readonly id: string;
  readonly offerId: string;
  readonly programme: string;
  readonly academicYear: number;
  readonly reason: string;
  readonly grantedBy: string;
  readonly grantedAt: Date;
}

/** The exceptions that stand for a school, newest first; nothing for those who may not look. */
export async function listOverrides(ctx: Ctx, organisationId: string): Promise<OverrideView[]> {
  const rows = await ctx.db
    .select({
      id: eligibilityOverrides.id,
      offerId: eligibilityOverrides.offerId,
      programme: programmes.name,
      academicYear: offers.academicYear,
      reason: eligibilityOverrides.reason,
      grantedBy: people.name,
      grantedAt: eligibilityOverrides.grantedAt,
      hubId: organisations.hubId,
    })
    .from(eligibilityOverrides)
    .innerJoin(organisations, eq(organisations.id, eligibilityOverrides.organisationId))
    .innerJoin(offers, eq(offers.id, eligibilityOverrides.offerId))
    .innerJoin(programmes, eq(programmes.id, offers.programmeId))
    .innerJoin(people, eq(people.id, eligibilityOverrides.grantedBy))
    .where(
      and(eq(eligibilityOverrides.organisationId, organisationId), isNull(eligibilityOverrides.revokedAt)),
    )
    .orderBy(desc(eligibilityOverrides.grantedAt));
  return rows
    .filter(({ hubId }) => canSeeEligibility(ctx.actor, { organisationId, hubId }))
    .map(({ hubId: _, ...row }) => row);
}
