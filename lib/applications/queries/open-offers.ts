import type { Ctx } from "@/lib/access/context";
import { type Evaluation, evaluateEligibility } from "@/lib/programmes/eligibility/evaluate";
import { getEligibilityFacts } from "@/lib/programmes/queries/facts";
import { type CatalogueOffer, listCatalogue } from "@/lib/programmes/queries/offers";

/** A programme that a school may apply for today. */
export interface OpenOffer {
  readonly id: string;
  readonly name: string;
  readonly unit: "school" | "person";
  readonly academicYear: number;
  readonly closesOn: string;
  /** Its live application, where there is one. */
  readonly applicationId: string | null;
}

/**
 * What is open to an organisation today, soonest deadline first; nothing for those who may not look. Two queries, one where
 * the page has read the catalogue already.
 */
export async function listOpenOffers(
  ctx: Ctx,
  organisationId: string,
  read: Promise<CatalogueOffer[]> = listCatalogue(ctx),
): Promise<OpenOffer[]> {
  const [facts, catalogue] = await Promise.all([getEligibilityFacts(ctx, { organisationId }), read]);
  if (!facts) return [];
  const isOpen = (offer: CatalogueOffer) => evaluationOf(offer).outcome === "open";
  const evaluationOf = (offer: CatalogueOffer): Evaluation =>
    evaluateEligibility({ offer, facts, catalogue });
  return catalogue
    .filter((offer) => offer.opensToApplications && isOpen(offer))
    .map((offer) => ({
      id: offer.id,
      name: offer.theme ? `${offer.name}: ${offer.theme}` : offer.name,
      unit: offer.unit,
      academicYear: offer.academicYear,
      closesOn: offer.closesOn,
      applicationId: facts.applications.find((live) => live.offerId === offer.id)?.id ?? null,
    }))
    .sort((a, b) => a.closesOn.localeCompare(b.closesOn));
}
