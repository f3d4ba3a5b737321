import { matchProposals, matchRuns } from "@/db/schema/matching";
import type { World } from "@/db/testing/cast";
import { anApplication, aPerson, TEST_NOW } from "@/db/testing/factories";
import type { MatrixRow } from "@/db/testing/policy-matrix";
import { aFreedPlaceOf } from "@/lib/applications/testing/places";
import { changeMatchByHand } from "./change-match-by-hand";
import { chooseRepair } from "./choose-repair";
import { computeMatchRun } from "./compute-match-run";
import { discardMatchRun } from "./discard-match-run";
import { matchAgain } from "./match-again";
import { offerFreePlace } from "./offer-free-place";
import { offerFreedPlace } from "./offer-freed-place";
import { offerLatePlace } from "./offer-late-place";
import { planProposedGroup } from "./plan-proposed-group";
import { POLICY_NUMBERS } from "./policy-numbers";
import type { GroupProposal } from "./propose-groups";
import { publishMatchRun } from "./publish-match-run";
import { reviewMatchRun } from "./review-match-run";
import { startMatchRun } from "./start-match-run";
import { startRepair } from "./start-repair";
import { undoHandChange } from "./undo-hand-change";

const deciders = ["assistant_hub_lead", "hub_lead", "deputy_hub_lead"] as const;

async function aRun(world: World, values: Partial<typeof matchRuns.$inferInsert> = {}): Promise<string> {
  const [run] = await world.db
    .insert(matchRuns)
    .values({
      hubId: world.hub.id,
      offerId: world.offer.id,
      startedBy: (await aPerson(world.db)).id,
      queuedAt: TEST_NOW,
      policy: { ...POLICY_NUMBERS },
      ...values,
    })
    .returning({ id: matchRuns.id });
  if (!run) throw new Error("No run was made");
  return run.id;
}

/** A place that came free in the world's group. */
async function aFreedPlace({ db, group, hub, offer, school }: World): Promise<string> {
  const about = { hubId: hub.id, offerId: offer.id, organisationId: school.id };
  const { id } = await anApplication(db, { ...about, decision: "withdrawn" });
  return aFreedPlaceOf(db, { workGroupId: group.id, applicationId: id });
}

async function aPlaceToOffer({ db, group, hub, offer, school }: World) {
  const { id: applicationId } = await anApplication(db, {
    hubId: hub.id,
    offerId: offer.id,
    organisationId: school.id,
    decision: "approved",
    tier: 1,
  });
  return { workGroupId: group.id, applicationId, answerBy: "2026-06-01" };
}

async function aProposal(world: World): Promise<{ runId: string; number: number }> {
  const of = { runId: await aRun(world), number: 1 };
  const leadId = (await aPerson(world.db)).id;
  const proposal: GroupProposal = {
    offer: world.offer.id,
    hub: world.hub.id,
    venueSchool: world.school.id,
    easting: world.school.easting,
    northing: world.school.northing,
    online: true,
    weekday: 2,
    pattern: 0,
    minimum: 2,
    capacity: 6,
    lead: leadId,
    applications: [],
  };
  await world.db.insert(matchProposals).values({ ...of, proposal, venueId: world.school.id, leadId });
  return of;
}

export const policyMatrix: readonly MatrixRow[] = [
  {
    deed: "matching/start-match-run",
    opens: deciders,
    attempt: async (world, ctx) => {
      const about = { hubId: world.hub.id, offerId: world.offer.id };
      await anApplication(world.db, {
        ...about,
        organisationId: world.school.id,
        decision: "approved",
        tier: 1,
      });
      return startMatchRun(ctx, about);
    },
  },
  {
    deed: "matching/start-repair",
    opens: deciders,
    attempt: async (world, ctx) => startRepair(ctx, { hubId: world.hub.id, offerId: world.offer.id }),
  },
  {
    deed: "matching/choose-repair",
    opens: deciders,
    attempt: async (world, ctx) => {
      const besideRunId = await aRun(world);
      return chooseRepair(ctx, { runId: await aRun(world, { besideRunId }) });
    },
  },
  {
    deed: "matching/compute-match-run",
    opens: ["system"],
    attempt: async (world, ctx) => computeMatchRun(ctx, { runId: await aRun(world) }),
  },
  {
    deed: "matching/review-match-run",
    opens: deciders,
    attempt: async (world, ctx) => reviewMatchRun(ctx, { runId: await aRun(world) }),
  },
  {
    deed: "matching/publish-match-run",
    opens: deciders,
    attempt: async (world, ctx) =>
      publishMatchRun(ctx, { runId: await aRun(world), answerBy: "2026-06-01", parts: null }),
  },
  {
    deed: "matching/offer-free-place",
    opens: deciders,
    attempt: async (world, ctx) => offerFreePlace(ctx, await aPlaceToOffer(world)),
  },
  {
    deed: "matching/offer-late-place",
    opens: deciders,
    attempt: async (world, ctx) => offerLatePlace(ctx, await aPlaceToOffer(world)),
  },
  {
    deed: "matching/offer-freed-place",
    opens: ["system"],
    attempt: async (world, ctx) => offerFreedPlace(ctx, { freedPlaceId: await aFreedPlace(world) }),
  },
  {
    deed: "matching/discard-match-run",
    opens: deciders,
    attempt: async (world, ctx) => discardMatchRun(ctx, { runId: await aRun(world) }),
  },
  {
    deed: "matching/match-again",
    opens: deciders,
    attempt: async (world, ctx) => matchAgain(ctx, { runId: await aRun(world) }),
  },
  {
    deed: "matching/plan-proposed-group",
    opens: deciders,
    attempt: async (world, ctx) => planProposedGroup(ctx, await aProposal(world)),
  },
  {
    deed: "matching/change-match-by-hand",
    opens: deciders,
    attempt: async (world, ctx) =>
      changeMatchByHand(ctx, {
        runId: await aRun(world),
        applicationId: world.school.id,
        kind: "put",
        workGroupId: world.group.id,
        reason: "Two schools share a maths lead",
      }),
  },
  {
    deed: "matching/undo-hand-change",
    opens: deciders,
    attempt: async (world, ctx) => {
      const runId = await aRun(world);
      return undoHandChange(ctx, { runId, changeId: runId });
    },
  },
];
