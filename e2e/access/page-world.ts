import { eq } from "drizzle-orm";
import { headteacherAgreements } from "@/db/schema/applications";
import { matchRuns } from "@/db/schema/matching";
import { accountSessions } from "@/db/schema/people";
import { programmes } from "@/db/schema/programmes";
import { stageRecommendations } from "@/db/schema/progression";
import { referrals, supportCases } from "@/db/schema/referrals";
import { calendarFeeds } from "@/db/schema/registers";
import { organisationReviews } from "@/db/schema/schools";
import { buildWorld, type CastName } from "@/db/testing/cast";
import { anEstablishment } from "@/db/testing/establishments";
import { anApplication, anOffer, aParticipant, aSession, TEST_DAY, TEST_NOW } from "@/db/testing/factories";
import { systemActor } from "@/lib/access/actor";
import type { Ctx } from "@/lib/access/context";
import { personIdOf } from "@/lib/access/scope";
import { systemClock } from "@/lib/kernel/clock";
import { hashSecret, newReference, newSecret } from "@/lib/kernel/ids";
import { computeMatchRun } from "@/lib/matching/compute-match-run";
import { POLICY_NUMBERS } from "@/lib/matching/policy-numbers";
import { aGroupAt, anApproved } from "@/lib/matching/testing/hub-to-match";
import { evidence } from "@/lib/progression/testing/school-in-a-group";
import { feedToken } from "@/lib/registers/feed-token";
import { done } from "../fixtures/done";
import type { Given } from "../fixtures/given";

/** What addresses are made of: a value for each `[segment]` of a page's folder, all in the world's own hub, school and group. */
export interface PageWorld {
  readonly ids: Readonly<Record<string, string>>;
  /** The secret of each one's session; the visitor has none. */
  readonly cast: ReadonlyMap<CastName, string | undefined>;
}

type World = Awaited<ReturnType<typeof buildWorld>>;

/** The world of the policy matrix with everybody signed in, and one of each thing that a page can be about. */
export async function buildPageWorld({ db }: Given): Promise<PageWorld> {
  const world = await buildWorld(db);
  const { hub, school, group, offer } = world;
  const of = { organisationId: school.id, hubId: hub.id };
  const application = await anApplication(db, {
    ...of,
    offerId: (await anOffer(db)).id,
    wishesSaved: true,
  });
  const draft = await anApplication(db, { ...of, offerId: (await anOffer(db)).id, decision: "draft" });
  const placed = await anApplication(db, {
    ...of,
    offerId: offer.id,
    decision: "approved",
    placement: "started",
    workGroupId: group.id,
  });
  const approved = await anApplication(db, { ...of, offerId: (await anOffer(db)).id, decision: "approved" });
  await aParticipant(db, placed.id, personIdOf(world.cast.participant));
  const session = await aSession(db, { workGroupId: group.id });
  const [agreementSecret, consentSecret] = [newSecret(), newSecret()];
  await addAgreement(world, application.id, agreementSecret);
  const referralId = await addReferral(world, consentSecret);
  const runId = await addRun(world);
  const [programme] = await db
    .select({ slug: programmes.slug })
    .from(programmes)
    .where(eq(programmes.id, offer.programmeId));
  const ids = {
    organisationId: school.id,
    applicationId: application.id,
    draftId: draft.id,
    placedId: placed.id,
    approvedId: approved.id,
    offerId: offer.id,
    workGroupId: group.id,
    sessionId: session.id,
    referralId,
    caseId: await addCase(world, referralId),
    reviewId: await addReview(world),
    runId,
    repairId: await addRun(world, runId),
    ...(await addComputedRun(world)),
    ...(await addRunsOverAllHubs(world)),
    recommendationId: await addRecommendation(world, placed.id),
    slug: programme?.slug ?? "",
    urn: await addToRegister(world),
    secret: "a-secret-that-nobody-was-sent",
    agreementSecret,
    consentSecret,
    feed: await addFeed(world),
    nextauth: "callback/dfe",
  };
  return { ids, cast: await signIn(world) };
}

/** The world's own school, as an import would leave it. */
async function addToRegister({ db, school: { urn, name } }: World): Promise<string> {
  await anEstablishment(db, { urn: urn ?? 0, name });
  return String(urn);
}

async function signIn({ db, cast }: World): Promise<PageWorld["cast"]> {
  const now = systemClock.now();
  const names = (Object.keys(cast) as CastName[]).filter((name) => name !== "system");
  const signedIn = names.map((name) => ({ name, personId: personIdOf(cast[name]), secret: newSecret() }));
  await db.insert(accountSessions).values(
    signedIn.flatMap(({ personId, secret }) =>
      personId
        ? [
            {
              personId,
              secretHash: hashSecret(secret),
              method: "persona",
              device: "A test of pages",
              createdAt: now,
              lastSeenAt: now,
              expiresAt: inAnHour(),
            },
          ]
        : [],
    ),
  );
  return new Map(signedIn.map(({ name, personId, secret }) => [name, personId && secret]));
}

/** An open link to the headteacher, as a mail carries it. */
async function addAgreement({ db, cast }: World, applicationId: string, secret: string): Promise<void> {
  await db.insert(headteacherAgreements).values({
    applicationId,
    headName: "Ada Head",
    headEmail: "ada@schools.example",
    secretHash: hashSecret(secret),
    commitmentVersion: 1,
    commitmentText: "The school releases its participants for every session.",
    askedBy: personIdOf(cast.school_maths_lead) ?? "",
    askedAt: TEST_NOW,
    expiresAt: inAnHour(),
  });
}

/** The address of a calendar that somebody has subscribed to. */
async function addFeed({ db, cast }: World): Promise<string> {
  const personId = personIdOf(cast["lead of the group"]) ?? "";
  const [feed] = await db
    .insert(calendarFeeds)
    .values({ personId, createdAt: TEST_NOW })
    .returning({ id: calendarFeeds.id });
  return `${feedToken(feed?.id ?? "", process.env.NEXTAUTH_SECRET ?? "")}.ics`;
}

function inAnHour(): Date {
  return new Date(systemClock.now().getTime() + 3_600_000);
}

async function addReferral({ db, hub, school, cast }: World, consentSecret: string): Promise<string> {
  const [referral] = await db
    .insert(referrals)
    .values({
      reference: newReference(),
      organisationId: school.id,
      hubId: hub.id,
      phase: "primary",
      source: "hub",
      status: "accepted_intensive",
      consentGiven: true,
      barriers: ["new_headteacher"],
      evidence: "A visit",
      urgency: "this_term",
      raisedBy: personIdOf(cast.hub_lead) ?? "",
      raisedAt: TEST_NOW,
      promisedOn: TEST_DAY,
      headName: "Ada Head",
      headEmail: "ada@schools.example",
      consentSecretHash: hashSecret(consentSecret),
      consentExpiresAt: inAnHour(),
    })
    .returning({ id: referrals.id });
  return referral?.id ?? "";
}

/** A doubt that an import of the register has left to the hub. */
async function addReview({ db, hub, school }: World): Promise<string> {
  const [review] = await db
    .insert(organisationReviews)
    .values({
      kind: "missing_link",
      urns: school.urn === null ? [] : [school.urn],
      hubId: hub.id,
      detail: "The school closed and names no successor",
      raisedAt: TEST_NOW,
    })
    .returning({ id: organisationReviews.id });
  return review?.id ?? "";
}

/** A run that waits to be worked out. Nothing was enqueued with it, so no worker takes it. */
async function addRun(
  { db, hub, offer, cast }: World,
  besideRunId: string | null = null,
  hubId: string | null = hub.id,
): Promise<string> {
  const [run] = await db
    .insert(matchRuns)
    .values({
      hubId,
      offerId: offer.id,
      startedBy: personIdOf(cast.hub_lead) ?? "",
      queuedAt: TEST_NOW,
      besideRunId,
      policy: {},
    })
    .returning({ id: matchRuns.id });
  return run?.id ?? "";
}

/** Runs that are no hub's, one with a result and one that may move schools, about a school of the world's own hub. */
async function addRunsOverAllHubs(world: World) {
  const { computedRunId, matchedId } = await addComputedRun(world, { hubId: null });
  const offer = await anOffer(world.db);
  const frozen = await addRun({ ...world, offer }, null, null);
  return {
    runOverAllHubsId: computedRunId,
    matchedOverAllHubsId: matchedId,
    repairOverAllHubsId: await addRun({ ...world, offer }, frozen, null),
  };
}

/** A run with a result, and an application that it was about. */
async function addComputedRun({ db, hub, cast }: World, over: { hubId: string | null } = { hubId: hub.id }) {
  const about = { hubId: hub.id, offerId: (await anOffer(db)).id };
  const assistant = cast.assistant_hub_lead;
  if (assistant.kind !== "user") throw new Error("The cast has no assistant hub lead");
  await aGroupAt(db, { ...about, assistant }, { km: 5 });
  const { id: matchedId } = await anApproved(db, { ...about, assistant });
  const now = systemClock.now();
  const [run] = await db
    .insert(matchRuns)
    .values({
      ...about,
      ...over,
      startedBy: assistant.personId,
      queuedAt: now,
      policy: { ...POLICY_NUMBERS },
    })
    .returning({ id: matchRuns.id });
  const computedRunId = run?.id ?? "";
  const ctx: Ctx = { db, actor: systemActor("compute-match-run"), now };
  done(await computeMatchRun(ctx, { runId: computedRunId }));
  return { computedRunId, matchedId };
}

/** What the lead of the group suggests for the school's next year. */
async function addRecommendation(
  { db, hub, school, group, cast }: World,
  applicationId: string,
): Promise<string> {
  const [recommendation] = await db
    .insert(stageRecommendations)
    .values({
      organisationId: school.id,
      applicationId,
      workGroupId: group.id,
      hubId: hub.id,
      phase: "primary",
      fromStage: "development",
      toStage: "embedding",
      academicYear: 2027,
      evidence,
      recommendedBy: personIdOf(cast["lead of the group"]) ?? "",
      recommendedAt: TEST_NOW,
    })
    .returning({ id: stageRecommendations.id });
  return recommendation?.id ?? "";
}

async function addCase({ db, hub, school, cast }: World, referralId: string): Promise<string> {
  const [supportCase] = await db
    .insert(supportCases)
    .values({
      reference: newReference(),
      referralId,
      organisationId: school.id,
      hubId: hub.id,
      phase: "primary",
      level: "intensive",
      openedAt: TEST_NOW,
      partnerId: personIdOf(cast.intensive_support_partner) ?? null,
    })
    .returning({ id: supportCases.id });
  return supportCase?.id ?? "";
}
