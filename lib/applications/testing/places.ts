import type { Queryable } from "@/db/client";
import type { applications } from "@/db/schema/applications";
import { anApplication, aSchool } from "@/db/testing/factories";
import type { KeepWaitingInput } from "../keep-waiting";
import type { OfferPlaceInput } from "../offer-place";
import { sayPlacement } from "../say-placement";

/** What the hub says with an offer: a fortnight to answer, and why this group. */
export const anOfferOfAPlace: Pick<OfferPlaceInput, "answerBy" | "reason" | "explanation"> = {
  answerBy: "2026-05-27",
  reason: "It is 7.4 km away and meets on one of your best days.",
  explanation: {
    kind: "placed",
    runId: null,
    decidedBy: "match",
    openGroups: 4,
    km: 7.4,
    terms: { travel: 74, longTravel: 0, notPreferredDay: 0, otherMode: 0, neighbourHub: 0, previousLead: 0 },
    preferredDay: true,
    sameLead: null,
    passedOver: [{ km: 3.1, savingPoints: 43, lossPoints: 95, full: true }],
  },
};

const full: KeepWaitingInput["explanation"] = {
  kind: "all_full",
  runId: null,
  groups: 3,
  places: 36,
  heldBefore: 0,
  worstTier: 1,
  position: 2,
  wouldBePlaced: null,
};
export const allGroupsFull: Omit<KeepWaitingInput, "applicationId"> = {
  reason: sayPlacement(full),
  explanation: full,
};

/** An approved application of a new school of the hub. */
export async function anApproved(
  db: Queryable,
  about: { hubId: string; offerId: string },
  values: Partial<typeof applications.$inferInsert> = {},
) {
  const { hubId, offerId } = about;
  const organisationId = values.organisationId ?? (await aSchool(db, { hubId })).id;
  return anApplication(db, {
    hubId,
    offerId,
    organisationId,
    decision: "approved",
    tier: 1,
    ...values,
  });
}
