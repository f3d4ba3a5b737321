import { anOffer } from "@/db/testing/factories";
import { keepWaiting } from "@/lib/applications/keep-waiting";
import { offerPlace } from "@/lib/applications/offer-place";
import { allGroupsFull, anApproved, anOfferOfAPlace } from "@/lib/applications/testing/places";
import { addDays, londonDate } from "@/lib/kernel/dates";
import { aGroupAt } from "@/lib/matching/testing/hub-to-match";
import { done } from "../../fixtures/done";
import type { Given } from "../../fixtures/given";
import type { Place } from "./place";

/** Applications after matching: addresses below /school/applications. */
export interface Places {
  readonly offered: string;
  readonly waiting: string;
}

export async function setPlaces(given: Given, { hubId, schools, decider }: Place): Promise<Places> {
  const { db } = given;
  const ctx = given.as(decider);
  const { id: offerId } = await anOffer(db);
  const of = { hubId, offerId };
  const group = await aGroupAt(db, { ...of, assistant: decider }, { km: 5 });
  const offered = await anApproved(db, of, { organisationId: schools.offered });
  const answerBy = addDays(londonDate(ctx.now), 10);
  const offer = { ...anOfferOfAPlace, applicationId: offered.id, workGroupId: group.id, answerBy };
  done(await offerPlace(ctx, offer));
  const waiting = await anApproved(db, of, { organisationId: schools.waiting });
  done(await keepWaiting(ctx, { ...allGroupsFull, applicationId: waiting.id }));
  return { offered: `/school/applications/${offered.id}`, waiting: `/school/applications/${waiting.id}` };
}
