import { randomUUID } from "node:crypto";
import type { applications } from "@/db/schema/applications";
import { headteacherAgreements } from "@/db/schema/applications";
import type { World } from "@/db/testing/cast";
import { anApplication, anOffer, aPerson, TEST_NOW } from "@/db/testing/factories";
import type { MatrixRow } from "@/db/testing/policy-matrix";
import type { Ctx } from "@/lib/access/context";
import { acceptCommitment } from "./accept-commitment";
import { acceptPlace } from "./accept-place";
import { addParticipant } from "./add-participant";
import { answerAgreement } from "./answer-agreement";
import { approveApplication } from "./approve-application";
import { askHeadteacher } from "./ask-headteacher";
import { assignApplication } from "./assign-application";
import { choosePlace } from "./choose-place";
import { closeWorkGroup } from "./close-work-group";
import { confirmParticipants } from "./confirm-participants";
import { declineApplication } from "./decline-application";
import { declinePlace } from "./decline-place";
import { keepWaiting } from "./keep-waiting";
import { lapsePlace } from "./lapse-place";
import { movePlace } from "./move-place";
import { offerPlace } from "./offer-place";
import { prepareApplication } from "./prepare-application";
import { redirectApplication } from "./redirect-application";
import { removeParticipant } from "./remove-participant";
import { saveBestDays } from "./save-best-days";
import { saveDays } from "./save-days";
import { saveHeadteacher } from "./save-headteacher";
import { saveMeeting } from "./save-meeting";
import { saveTravel } from "./save-travel";
import { settleFreedPlace } from "./settle-freed-place";
import { startApplication } from "./start-application";
import { startFollowingApplication } from "./start-following-application";
import { submitApplication } from "./submit-application";
import { switchOffer } from "./switch-offer";
import { aFreedPlaceOf, allGroupsFull, anOfferOfAPlace, offeredIn } from "./testing/places";
import { undoDecision } from "./undo-decision";
import { warnBeforeLapse } from "./warn-before-lapse";
import { withdrawApplication } from "./withdraw-application";

const ofTheSchool = ["school_maths_lead", "headteacher", "trust_lead"] as const;
const deciders = ["assistant_hub_lead", "hub_lead", "deputy_hub_lead"] as const;

function subject(world: World, values: Partial<typeof applications.$inferInsert> = {}) {
  return anApplication(world.db, {
    organisationId: world.school.id,
    hubId: world.hub.id,
    offerId: world.offer.id,
    ...values,
  });
}

/** A row for a deed of the school on its own draft. */
function ofADraft(deed: string, act: (ctx: Ctx, applicationId: string) => Promise<unknown>): MatrixRow {
  const draft = { decision: "draft", submittedAt: null, promisedOn: null } as const;
  return {
    deed: `applications/${deed}`,
    opens: ofTheSchool,
    attempt: async (world, ctx) => act(ctx, (await subject(world, draft)).id),
  };
}

const drafts: readonly MatrixRow[] = [
  ofADraft("save-days", (ctx, applicationId) => saveDays(ctx, { applicationId, days: ["0", "1", "2"] })),
  ofADraft("save-best-days", (ctx, applicationId) => saveBestDays(ctx, { applicationId, best: ["1"] })),
  ofADraft("save-meeting", (ctx, applicationId) => saveMeeting(ctx, { applicationId, mode: "either" })),
  ofADraft("save-travel", (ctx, applicationId) =>
    saveTravel(ctx, { applicationId, maximumKm: 20, neighbourHubs: "no" }),
  ),
  ofADraft("save-headteacher", (ctx, applicationId) =>
    saveHeadteacher(ctx, { applicationId, headName: "Ada Head", headEmail: "ada@schools.example" }),
  ),
  ofADraft("accept-commitment", (ctx, applicationId) =>
    acceptCommitment(ctx, { applicationId, read: "yes" }),
  ),
  ofADraft("add-participant", (ctx, applicationId) =>
    addParticipant(ctx, { applicationId, name: "Beth Kelly", email: "", jobTitle: "Year 4 teacher" }),
  ),
  ofADraft("confirm-participants", (ctx, applicationId) => confirmParticipants(ctx, { applicationId })),
  ofADraft("ask-headteacher", (ctx, applicationId) => askHeadteacher(ctx, { applicationId })),
  ofADraft("submit-application", (ctx, applicationId) =>
    submitApplication(ctx, { applicationId, version: 1 }),
  ),
  ofADraft("withdraw-application", (ctx, applicationId) => withdrawApplication(ctx, { applicationId })),
];

const ofTheSchoolToo: readonly MatrixRow[] = [
  {
    deed: "applications/start-application",
    opens: ofTheSchool,
    attempt: (world, ctx) =>
      startApplication(ctx, { organisationId: world.school.id, offerId: world.offer.id }),
  },
  {
    deed: "applications/start-following-application",
    opens: [...ofTheSchool, ...deciders, "system"],
    attempt: async (world, ctx) => {
      const offerId = (await anOffer(world.db)).id;
      return startFollowingApplication(ctx, { applicationId: (await subject(world)).id, offerId });
    },
  },
  {
    deed: "applications/prepare-application",
    opens: [...ofTheSchool, ...deciders],
    attempt: (world, ctx) =>
      prepareApplication(ctx, {
        organisationId: world.school.id,
        offerId: world.offer.id,
        headName: null,
        headEmail: null,
      }),
  },
  {
    deed: "applications/switch-offer",
    opens: ofTheSchool,
    attempt: async (world, ctx) => {
      const offerId = (await anOffer(world.db)).id;
      return switchOffer(ctx, { applicationId: (await subject(world)).id, offerId });
    },
  },
];

/** An id that both a row's attempt and its further actors can name. */
const AGREEMENT = randomUUID();

const withPeople: readonly MatrixRow[] = [
  {
    deed: "applications/remove-participant",
    opens: ofTheSchool,
    attempt: async (world, ctx) => {
      const { id } = await subject(world, { decision: "draft", submittedAt: null, promisedOn: null });
      return removeParticipant(ctx, { applicationId: id, participantId: randomUUID() });
    },
  },
  {
    deed: "applications/answer-agreement",
    opens: ["headteacher"],
    attempt: async (world, ctx) => {
      const { id } = await subject(world, {
        decision: "awaiting_headteacher",
        submittedAt: null,
        promisedOn: null,
      });
      await world.db.insert(headteacherAgreements).values({
        id: AGREEMENT,
        applicationId: id,
        headName: "Ada Head",
        headEmail: "ada@schools.example",
        secretHash: randomUUID(),
        commitmentVersion: 1,
        commitmentText: "Release for every session",
        askedBy: (await aPerson(world.db)).id,
        askedAt: TEST_NOW,
        expiresAt: new Date(TEST_NOW.getTime() + 86_400_000),
      });
      return answerAgreement(ctx, { applicationId: id, answer: "refused", promises: [] });
    },
  },
];

const ofTheHub: readonly MatrixRow[] = [
  {
    deed: "applications/approve-application",
    opens: deciders,
    attempt: async (world, ctx) =>
      approveApplication(ctx, { applicationId: (await subject(world)).id, version: 1 }),
  },
  {
    deed: "applications/decline-application",
    opens: deciders,
    attempt: async (world, ctx) =>
      declineApplication(ctx, {
        applicationId: (await subject(world)).id,
        version: 1,
        reason: "something_else",
        note: "A reason",
      }),
  },
  {
    deed: "applications/redirect-application",
    opens: deciders,
    attempt: async (world, ctx) => {
      const offerId = (await anOffer(world.db)).id;
      const { id } = await subject(world);
      return redirectApplication(ctx, {
        applicationId: id,
        version: 1,
        offerId,
        reason: "something_else",
        note: "A reason",
      });
    },
  },
  {
    deed: "applications/undo-decision",
    opens: deciders,
    attempt: async (world, ctx) =>
      undoDecision(ctx, {
        applicationId: (await subject(world, { decision: "approved", tier: 1 })).id,
        version: 1,
      }),
  },
  {
    deed: "applications/close-work-group",
    opens: deciders,
    attempt: (world, ctx) =>
      closeWorkGroup(ctx, { workGroupId: world.group.id, reason: "No lead can be found" }),
  },
  {
    deed: "applications/assign-application",
    opens: [...deciders, "project_manager"],
    attempt: async (world, ctx) =>
      assignApplication(ctx, { applicationId: (await subject(world)).id, version: 1, personId: "" }),
  },
];

async function offered(world: World): Promise<{ applicationId: string; workGroupId: string }> {
  const workGroupId = world.group.id;
  const { id } = await subject(world, { ...offeredIn(workGroupId) });
  return { applicationId: id, workGroupId };
}

const places: readonly MatrixRow[] = [
  {
    deed: "applications/offer-place",
    opens: [...deciders, "system"],
    attempt: async (world, ctx) =>
      offerPlace(ctx, {
        applicationId: (await subject(world, { decision: "approved", tier: 1 })).id,
        workGroupId: world.group.id,
        ...anOfferOfAPlace,
      }),
  },
  {
    deed: "applications/move-place",
    opens: deciders,
    attempt: async (world, ctx) => {
      const place = await offered(world);
      return movePlace(ctx, { ...place, fromGroupId: place.workGroupId, ...anOfferOfAPlace });
    },
  },
  {
    deed: "applications/keep-waiting",
    opens: deciders,
    attempt: async (world, ctx) =>
      keepWaiting(ctx, {
        applicationId: (await subject(world, { decision: "approved", tier: 1 })).id,
        ...allGroupsFull,
      }),
  },
  {
    deed: "applications/choose-place",
    opens: deciders,
    attempt: async (world, ctx) =>
      choosePlace(ctx, {
        applicationId: (await subject(world, { decision: "approved", tier: 1 })).id,
        workGroupId: world.group.id,
        answerBy: anOfferOfAPlace.answerBy,
        reason: "A place came free",
      }),
  },
  {
    deed: "applications/accept-place",
    opens: ofTheSchool,
    attempt: async (world, ctx) => acceptPlace(ctx, await offered(world)),
  },
  {
    deed: "applications/decline-place",
    opens: ofTheSchool,
    attempt: async (world, ctx) => declinePlace(ctx, { ...(await offered(world)), reason: "day" }),
  },
  {
    deed: "applications/lapse-place",
    opens: ["system"],
    attempt: async (world, ctx) => lapsePlace(ctx, await offered(world)),
  },
  {
    deed: "applications/warn-before-lapse",
    opens: ["system"],
    attempt: async (world, ctx) => warnBeforeLapse(ctx, await offered(world)),
  },
  {
    deed: "applications/settle-freed-place",
    opens: ["system"],
    attempt: async (world, ctx) => {
      const { id: applicationId } = await subject(world);
      const freedPlaceId = await aFreedPlaceOf(world.db, { workGroupId: world.group.id, applicationId });
      return settleFreedPlace(ctx, { freedPlaceId, outcome: "nobody", offeredTo: null });
    },
  },
];

export const policyMatrix: readonly MatrixRow[] = [
  ...drafts,
  ...ofTheSchoolToo,
  ...withPeople,
  ...ofTheHub,
  ...places,
];
