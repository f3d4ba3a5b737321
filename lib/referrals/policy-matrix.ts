import { caseGoals, caseVisits, referrals, supportCases } from "@/db/schema/referrals";
import type { World } from "@/db/testing/cast";
import { aPerson, TEST_DAY, TEST_NOW } from "@/db/testing/factories";
import type { MatrixRow } from "@/db/testing/policy-matrix";
import { personIdOf } from "@/lib/access/scope";
import { hashSecret, newReference } from "@/lib/kernel/ids";
import { addGoal } from "./add-goal";
import { answerConsent } from "./answer-consent";
import { askConsent } from "./ask-consent";
import { assignPartner } from "./assign-partner";
import { changeCaseStatus } from "./change-case-status";
import { closeCase } from "./close-case";
import { moveCase } from "./move-case";
import { planVisit } from "./plan-visit";
import { raiseReferral } from "./raise-referral";
import { rateGoal } from "./rate-goal";
import { readNotes } from "./read-notes";
import { recordVisit } from "./record-visit";
import { startNextApplication } from "./start-next-application";
import { triageReferral } from "./triage-referral";
import { withdrawReferral } from "./withdraw-referral";
import { writeHandover } from "./write-handover";
import { writeNote } from "./write-note";

const deciders = ["assistant_hub_lead", "hub_lead", "deputy_hub_lead"] as const;
const hubStaff = [...deciders, "project_manager"] as const;
const ofTheSchool = ["school_maths_lead", "headteacher", "trust_lead"] as const;
const runners = [...deciders, "intensive_support_partner"] as const;

const SECRET = "a link that was sent to the headteacher";

async function aReferral(world: World): Promise<string> {
  const [row] = await world.db
    .insert(referrals)
    .values({
      reference: newReference(),
      organisationId: world.school.id,
      phase: "primary",
      hubId: world.hub.id,
      source: "hub",
      barriers: ["new_headteacher"],
      evidence: "A visit",
      urgency: "this_term",
      raisedBy: (await aPerson(world.db)).id,
      raisedAt: TEST_NOW,
      promisedOn: TEST_DAY,
      headName: "Ada Head",
      headEmail: "ada@schools.example",
      consentSecretHash: hashSecret(SECRET),
      consentExpiresAt: new Date(TEST_NOW.getTime() + 86_400_000),
    })
    .returning({ id: referrals.id });
  if (!row) throw new Error("No referral");
  return row.id;
}

async function aCase(world: World): Promise<string> {
  const partnerId = personIdOf(world.cast.intensive_support_partner);
  const [row] = await world.db
    .insert(supportCases)
    .values({
      reference: newReference(),
      referralId: await aReferral(world),
      organisationId: world.school.id,
      hubId: world.hub.id,
      phase: "primary",
      level: "intensive",
      openedAt: TEST_NOW,
      partnerId: partnerId ?? null,
    })
    .returning({ id: supportCases.id });
  if (!row) throw new Error("No case");
  return row.id;
}

const referralRows: readonly MatrixRow[] = [
  {
    deed: "referrals/raise-referral",
    opens: [
      ...hubStaff,
      "assistant_hub_lead for secondary",
      ...ofTheSchool,
      "work_group_lead",
      "lead of the group",
      "intensive_support_partner",
    ],
    attempt: (world, ctx) =>
      raiseReferral(ctx, {
        organisationId: world.school.id,
        phase: "primary",
        source: "hub",
        barriers: ["capacity"],
        evidence: "A visit",
        urgency: "this_year",
        headName: "Ada Head",
        headEmail: "ada@schools.example",
      }),
  },
  {
    deed: "referrals/ask-consent",
    opens: [...hubStaff, ...ofTheSchool],
    attempt: async (world, ctx) => askConsent(ctx, { referralId: await aReferral(world) }),
  },
  {
    deed: "referrals/answer-consent",
    opens: "everyone",
    attempt: async (world, ctx) => {
      await aReferral(world);
      return answerConsent(ctx, { secret: SECRET, answer: "yes" });
    },
  },
  {
    deed: "referrals/triage-referral",
    opens: deciders,
    attempt: async (world, ctx) =>
      triageReferral(ctx, { referralId: await aReferral(world), version: 1, decision: "keep", note: "" }),
  },
  {
    deed: "referrals/withdraw-referral",
    opens: deciders,
    attempt: async (world, ctx) => withdrawReferral(ctx, { referralId: await aReferral(world) }),
  },
];

const caseRows: readonly MatrixRow[] = [
  {
    deed: "referrals/assign-partner",
    opens: deciders,
    attempt: async (world, ctx) => {
      const personId = (await aPerson(world.db)).id;
      return assignPartner(ctx, { caseId: await aCase(world), personId, version: 1 });
    },
  },
  {
    deed: "referrals/move-case",
    opens: runners,
    attempt: async (world, ctx) => moveCase(ctx, { caseId: await aCase(world), version: 1 }),
  },
  {
    deed: "referrals/change-case-status",
    opens: deciders,
    attempt: async (world, ctx) =>
      changeCaseStatus(ctx, {
        caseId: await aCase(world),
        version: 1,
        to: "paused",
        reason: "New headteacher",
      }),
  },
  {
    deed: "referrals/close-case",
    opens: deciders,
    attempt: async (world, ctx) =>
      closeCase(ctx, {
        caseId: await aCase(world),
        version: 1,
        outcome: "continue",
        reason: "One more year",
      }),
  },
  {
    deed: "referrals/start-next-application",
    opens: [...deciders, "school_maths_lead", "headteacher"],
    attempt: async (world, ctx) => startNextApplication(ctx, { caseId: await aCase(world) }),
  },
  {
    deed: "referrals/write-handover",
    opens: runners,
    attempt: async (world, ctx) =>
      writeHandover(ctx, { caseId: await aCase(world), summary: "What was done" }),
  },
  {
    deed: "referrals/write-note",
    opens: runners,
    attempt: async (world, ctx) => writeNote(ctx, { caseId: await aCase(world), body: "A note" }),
  },
  {
    deed: "referrals/read-notes",
    opens: [...runners, "school_maths_lead", "headteacher"],
    attempt: async (world, ctx) => readNotes(ctx, { caseId: await aCase(world) }),
  },
];

const planRows: readonly MatrixRow[] = [
  {
    deed: "referrals/add-goal",
    opens: runners,
    attempt: async (world, ctx) =>
      addGoal(ctx, {
        caseId: await aCase(world),
        text: "Lessons are planned together",
        successMeasure: "Plans",
      }),
  },
  {
    deed: "referrals/rate-goal",
    opens: runners,
    attempt: async (world, ctx) => {
      const caseId = await aCase(world);
      const [goal] = await world.db
        .insert(caseGoals)
        .values({ caseId, text: "A goal", successMeasure: "A measure", addedAt: TEST_NOW })
        .returning({ id: caseGoals.id });
      return rateGoal(ctx, { caseId, goalId: goal?.id ?? "", rating: "growing" });
    },
  },
  {
    deed: "referrals/plan-visit",
    opens: runners,
    attempt: async (world, ctx) =>
      planVisit(ctx, {
        caseId: await aCase(world),
        visitOn: TEST_DAY,
        halfDays: 1,
        purpose: "Learning walk",
      }),
  },
  {
    deed: "referrals/record-visit",
    opens: runners,
    attempt: async (world, ctx) => {
      const caseId = await aCase(world);
      const plannedBy = (await aPerson(world.db)).id;
      const [visit] = await world.db
        .insert(caseVisits)
        .values({ caseId, visitOn: TEST_DAY, halfDays: 1, purpose: "Learning walk", plannedBy })
        .returning({ id: caseVisits.id });
      return recordVisit(ctx, { caseId, visitId: visit?.id ?? "", happened: "held", agreedActions: "" });
    },
  },
];

export const policyMatrix: readonly MatrixRow[] = [...referralRows, ...caseRows, ...planRows];
