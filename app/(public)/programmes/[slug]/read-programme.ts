import { cache } from "react";
import type { Ctx } from "@/lib/access/context";
import { requestContext } from "@/lib/auth/request-context";
import { findHubContact, type HubContact } from "@/lib/hubs/queries";
import { type IsoDate, londonDate } from "@/lib/kernel/dates";
import {
  arrangeCatalogue,
  type CatalogueEntry,
  nextChances,
  speakFor,
} from "@/lib/programmes/catalogue-rules";
import { type Evaluation, evaluateEligibility } from "@/lib/programmes/eligibility/evaluate";
import type { EligibilityFacts } from "@/lib/programmes/eligibility/facts";
import { sayConditions } from "@/lib/programmes/eligibility/say-conditions";
import { catalogueFilters } from "@/lib/programmes/input";
import { getEligibilityFacts } from "@/lib/programmes/queries/facts";
import { listCatalogue, listOffersOfProgramme, type OfferView } from "@/lib/programmes/queries/offers";
import {
  chooseOrganisation,
  listChoices,
  type OwnOrganisation,
} from "@/lib/programmes/queries/own-organisations";
import { type Asked, single } from "../address";

/** The offers of a programme, read once for the page and its title. */
export const readOffers = cache(
  async (slug: string): Promise<OfferView[]> => listOffersOfProgramme(await requestContext(), slug),
);

/** What the page of a programme shows; `judged` is there when the reader acts for a school. */
export interface ProgrammeReading {
  readonly today: IsoDate;
  readonly offer: OfferView;
  readonly chances: readonly OfferView[];
  readonly conditions: readonly string[];
  readonly judged: { readonly facts: EligibilityFacts; readonly evaluation: Evaluation } | undefined;
  readonly instead: readonly CatalogueEntry[];
  readonly contact: HubContact | undefined;
  readonly schools: readonly OwnOrganisation[];
  readonly organisationId: string | undefined;
}

/** Reads a programme for whoever asks; nothing when there is none of this name. */
export async function readProgramme(
  ctx: Ctx,
  slug: string,
  asked: Asked,
): Promise<ProgrammeReading | undefined> {
  const organisationId = chooseOrganisation(ctx, single(asked, "school"));
  const [offers, catalogue, facts, schools] = await Promise.all([
    readOffers(slug),
    listCatalogue(ctx),
    organisationId ? getEligibilityFacts(ctx, { organisationId }) : undefined,
    listChoices(ctx),
  ]);
  const today = londonDate(ctx.now);
  const chances = nextChances(offers, undefined, today);
  const first = speakFor(chances, { catalogue, facts, today })?.offer.id;
  const offer =
    offers.find(({ code }) => code === single(asked, "offer")) ?? chances.find(({ id }) => id === first);
  if (!offer) return undefined;
  const evaluation = facts && evaluateEligibility({ offer, facts, catalogue });
  return {
    today,
    offer,
    chances,
    conditions: evaluation ? [] : sayConditions(offer, catalogue),
    judged: facts && evaluation ? { facts, evaluation } : undefined,
    instead: evaluation && evaluation.outcome !== "open" ? openInstead(offer, facts, catalogue, today) : [],
    contact: await contactOf(ctx, facts, offer),
    schools,
    organisationId,
  };
}

/** What is open to the school, of the same family first. */
function openInstead(
  { strand }: OfferView,
  facts: EligibilityFacts | undefined,
  offers: Parameters<typeof arrangeCatalogue>[0]["offers"],
  today: IsoDate,
): readonly CatalogueEntry[] {
  const filters = catalogueFilters.parse({ open: "now" });
  const { entries } = arrangeCatalogue({ offers, filters, facts, today });
  const open = entries.filter(({ standing }) => standing === "open");
  const near = (entry: CatalogueEntry) => (entry.offer.strand === strand ? 0 : 1);
  return open.toSorted((one, other) => near(one) - near(other));
}

async function contactOf(
  ctx: Ctx,
  facts: EligibilityFacts | undefined,
  { phase }: OfferView,
): Promise<HubContact | undefined> {
  const hubId = facts?.organisation.hubId;
  return hubId ? findHubContact(ctx, { hubId, phase }) : undefined;
}
