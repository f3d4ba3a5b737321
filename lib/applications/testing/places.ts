import { sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { applications } from "@/db/schema/applications";
import { freedPlaces } from "@/db/schema/freed-places";
import { organisations } from "@/db/schema/schools";
import { anApplication, aPerson, aSchool, TEST_NOW } from "@/db/testing/factories";
import { newReference } from "@/lib/kernel/ids";
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

/** The columns of an application that is offered a place in a group. */
export function offeredIn(workGroupId: string) {
  const { answerBy, reason: placementReason, explanation: placementExplanation } = anOfferOfAPlace;
  return {
    decision: "approved",
    tier: 1,
    placement: "offered",
    workGroupId,
    offeredAt: TEST_NOW,
    answerBy,
    placementReason,
    placementExplanation,
  } as const;
}

/** A place that has just come free; the waiting list has not dealt with it. */
export async function aFreedPlaceOf(
  db: Queryable,
  place: { workGroupId: string; applicationId: string },
): Promise<string> {
  const [freed] = await db
    .insert(freedPlaces)
    .values({ ...place, freedAt: TEST_NOW })
    .returning({ id: freedPlaces.id });
  if (!freed) throw new Error("No place came free");
  return freed.id;
}

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

/** As many approved applications, each of a new school of the hub, in two statements. */
export async function manyApproved(db: Queryable, about: { hubId: string; offerId: string }, count: number) {
  const { hubId, offerId } = about;
  const { rows } = await db.execute<{ next: number }>(
    sql`select greatest(max(urn), 949999) + 1 as next from organisations`,
  );
  const firstUrn = rows[0]?.next ?? 1;
  const schools = await db
    .insert(organisations)
    .values(
      Array.from({ length: count }, (_, index) => ({
        kind: "school" as const,
        name: `School ${index} of many`,
        urn: firstUrn + index,
        phases: ["primary"],
        stateFunded: true,
        hubId,
      })),
    )
    .returning({ id: organisations.id });
  const { id: startedBy } = await aPerson(db);
  return db
    .insert(applications)
    .values(
      schools.map(({ id: organisationId }) => ({
        hubId,
        offerId,
        organisationId,
        startedBy,
        reference: newReference(),
        decision: "approved" as const,
        tier: 1,
        startedAt: TEST_NOW,
        submittedAt: TEST_NOW,
        promisedOn: "2026-06-05",
      })),
    )
    .returning();
}
