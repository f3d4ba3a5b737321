import { localAuthorities } from "@/db/schema/hubs";
import { organisationReviews } from "@/db/schema/schools";
import { anEstablishment } from "@/db/testing/establishments";
import { aHub, anActor, aSchool } from "@/db/testing/factories";
import { overrideHub } from "@/lib/schools/override-hub";
import { resolveReview } from "@/lib/schools/resolve-review";
import { done } from "../../fixtures/done";
import type { Given } from "../../fixtures/given";
import type { Place } from "./place";

/** Schools in the register and what it leaves open: addresses. */
export interface Records {
  readonly school: string;
  /** Has been moved to the hub from its authority's. */
  readonly moved: string;
  readonly review: string;
  readonly answeredReview: string;
  readonly reviews: string;
}

export async function setRecords(given: Given, place: Place): Promise<Records> {
  const list = "/hub/schools/reviews";
  return {
    school: `/hub/schools/${place.schools.placed}`,
    moved: `/hub/schools/${await moveHere(given, place)}`,
    review: `${list}/${await addReview(given, place)}`,
    answeredReview: `${list}/${await answerReview(given, place)}`,
    reviews: `${list}?hub=${place.hubCode}`,
  };
}

async function moveHere(given: Given, { hubId, hubCode }: Place): Promise<string> {
  const { db } = given;
  const authorityHub = await aHub(db);
  const laCode = `L${hubCode}`;
  await db
    .insert(localAuthorities)
    .values({ code: laCode, name: "Testshire", region: "North East", hubId: authorityHub.id });
  const { id: organisationId } = await aSchool(db, { hubId: authorityHub.id, laCode });
  const giver = await anActor(db, { role: "hub_lead", hubId: authorityHub.id });
  const move = { organisationId, hubId, seenHubId: authorityHub.id, reason: "It works with its trust there" };
  done(await overrideHub(given.as(giver), move));
  return organisationId;
}

/** A school has closed, another has opened, and the register does not say how they belong together. */
async function addReview(given: Given, { hubId, decider }: Place): Promise<string> {
  const { db } = given;
  const schools = [await aSchool(db, { hubId }), await aSchool(db, { hubId })];
  for (const [index, { urn, name }] of schools.entries())
    await anEstablishment(db, { urn: urn ?? 0, name, open: index > 0 });
  const [review] = await db
    .insert(organisationReviews)
    .values({
      kind: "merger",
      urns: schools.flatMap(({ urn }) => urn ?? []),
      hubId,
      detail: "Two schools became one",
      raisedAt: given.as(decider).now,
    })
    .returning({ id: organisationReviews.id });
  if (!review) throw new Error("No review was raised");
  return review.id;
}

async function answerReview(given: Given, place: Place): Promise<string> {
  const reviewId = await addReview(given, place);
  done(
    await resolveReview(given.as(place.decider), { reviewId, note: "They share a site", follow: undefined }),
  );
  return reviewId;
}
