import { eq } from "drizzle-orm";
import { matchResults, matchRuns } from "@/db/schema/matching";
import { anOffer } from "@/db/testing/factories";
import { systemActor } from "@/lib/access/actor";
import { londonDate } from "@/lib/kernel/dates";
import { computeMatchRun } from "@/lib/matching/compute-match-run";
import { POLICY_NUMBERS } from "@/lib/matching/policy-numbers";
import { publishMatchRun } from "@/lib/matching/publish-match-run";
import { reviewMatchRun } from "@/lib/matching/review-match-run";
import { usualAnswerDate } from "@/lib/matching/rules";
import { aGroupAt, anApproved, type HubToMatch } from "@/lib/matching/testing/hub-to-match";
import { done } from "../../fixtures/done";
import type { Given } from "../../fixtures/given";
import type { Place } from "./place";

/** Runs of the hub, each of an offer of its own: addresses. */
export interface Matching {
  readonly list: string;
  readonly computing: string;
  readonly failed: string;
  readonly computed: string;
  readonly reviewed: string;
  readonly published: string;
  /** A run that found no group open. */
  readonly noGroup: string;
  /** One school of a run that can still be changed. */
  readonly byHand: string;
  /** A run after the published one, of the same offer. */
  readonly compared: string;
  /** A run over all hubs that can still be changed, and one that has been looked through. */
  readonly overAllHubs: string;
  readonly overAllHubsReviewed: string;
  /** The second of two runs between which somebody chooses. */
  readonly repair: string;
}

export async function setMatching(given: Given, place: Place): Promise<Matching> {
  const changeable = await compute(given, place);
  const published = await publish(given, place);
  return {
    list: `/hub/matching?hub=${place.hubCode}`,
    computing: addressOf(
      await addRun(given, await toMatch(given, place), { status: "computing", progress: 30 }),
    ),
    failed: addressOf(
      await addRun(given, await toMatch(given, place), {
        status: "failed",
        failure: "It broke off 3 times.",
      }),
    ),
    computed: addressOf(changeable.runId),
    noGroup: addressOf((await computeFor(given, await withoutGroups(given, place))).runId),
    byHand: `${addressOf(changeable.runId)}/schools/${changeable.applicationId}`,
    reviewed: addressOf((await review(given, place)).runId),
    published: addressOf(published.runId),
    compared: `${addressOf((await computeFor(given, published.hub)).runId)}/compare`,
    overAllHubs: addressOf((await computeOverAllHubs(given, place)).runId),
    overAllHubsReviewed: addressOf(await reviewOverAllHubs(given, place)),
    repair: addressOf(await repair(given, place)),
  };
}

const addressOf = (runId: string) => `/hub/matching/${runId}`;

/** Two schools and a group with one place, so that one is placed and one waits. */
async function toMatch({ db }: Given, { hubId, decider }: Place): Promise<HubToMatch> {
  const hub = { hubId, offerId: (await anOffer(db)).id, assistant: decider };
  await aGroupAt(db, hub, { km: 5, maximumSchools: 1 });
  await anApproved(db, hub);
  await anApproved(db, hub, { tier: 2 });
  return hub;
}

async function withoutGroups({ db }: Given, { hubId, decider }: Place): Promise<HubToMatch> {
  const hub = { hubId, offerId: (await anOffer(db)).id, assistant: decider };
  await anApproved(db, hub);
  return hub;
}

/** Nothing is enqueued with it: only this file works it out. */
async function addRun(
  given: Given,
  { hubId, offerId, assistant }: HubToMatch,
  values: Partial<typeof matchRuns.$inferInsert> = {},
): Promise<string> {
  const [run] = await given.db
    .insert(matchRuns)
    .values({
      hubId,
      offerId,
      startedBy: assistant.personId,
      queuedAt: given.as(assistant).now,
      policy: { ...POLICY_NUMBERS },
      ...values,
    })
    .returning({ id: matchRuns.id });
  if (!run) throw new Error("No run was made");
  return run.id;
}

async function compute(given: Given, place: Place) {
  return computeFor(given, await toMatch(given, place));
}

async function computeOverAllHubs(given: Given, place: Place) {
  return computeFor(given, await toMatch(given, place), { hubId: null, startedBy: place.national.personId });
}

async function reviewOverAllHubs(given: Given, place: Place): Promise<string> {
  const { runId } = await computeOverAllHubs(given, place);
  done(await reviewMatchRun(given.as(place.national), { runId }));
  return runId;
}

async function computeFor(
  given: Given,
  hub: HubToMatch,
  values: Partial<typeof matchRuns.$inferInsert> = {},
) {
  const runId = await addRun(given, hub, values);
  const worker = { ...given.as(hub.assistant), actor: systemActor("compute-match-run") };
  done(await computeMatchRun(worker, { runId }));
  const [result] = await given.db
    .select({ applicationId: matchResults.applicationId })
    .from(matchResults)
    .where(eq(matchResults.runId, runId));
  return { hub, runId, applicationId: result?.applicationId ?? "" };
}

async function repair(given: Given, place: Place): Promise<string> {
  const hub = await toMatch(given, place);
  const worker = { ...given.as(place.decider), actor: systemActor("compute-match-run") };
  const besideRunId = await addRun(given, hub);
  const runId = await addRun(given, hub, { besideRunId });
  for (const one of [besideRunId, runId]) done(await computeMatchRun(worker, { runId: one }));
  return runId;
}

async function review(given: Given, place: Place) {
  const computed = await compute(given, place);
  done(await reviewMatchRun(given.as(place.decider), { runId: computed.runId }));
  return computed;
}

async function publish(given: Given, place: Place) {
  const reviewed = await review(given, place);
  const ctx = given.as(place.decider);
  const answerBy = usualAnswerDate(londonDate(ctx.now));
  done(await publishMatchRun(ctx, { runId: reviewed.runId, answerBy, parts: null }));
  return reviewed;
}
