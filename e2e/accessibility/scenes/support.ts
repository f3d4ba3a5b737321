import { desc, eq } from "drizzle-orm";
import { messages } from "@/db/schema/notifications";
import { type UserActor, visitor } from "@/lib/access/actor";
import type { Ctx } from "@/lib/access/context";
import { londonDate } from "@/lib/kernel/dates";
import { addGoal } from "@/lib/referrals/add-goal";
import { answerConsent } from "@/lib/referrals/answer-consent";
import { assignPartner } from "@/lib/referrals/assign-partner";
import { closeCase } from "@/lib/referrals/close-case";
import { planVisit } from "@/lib/referrals/plan-visit";
import { raiseReferral } from "@/lib/referrals/raise-referral";
import { recordVisit } from "@/lib/referrals/record-visit";
import { triageReferral } from "@/lib/referrals/triage-referral";
import { writeHandover } from "@/lib/referrals/write-handover";
import { writeNote } from "@/lib/referrals/write-note";
import { done } from "../../fixtures/done";
import type { Given } from "../../fixtures/given";
import type { Place } from "./place";

/** Targeted Support from the question to the end of a case: addresses. */
export interface Support {
  /** The headteacher's links: not answered yet, and answered. */
  readonly consent: string;
  readonly consentGiven: string;
  /** The headteacher has agreed, the hub decides. */
  readonly agreed: string;
  /** A case nobody is named for yet, one at work and one that has ended. */
  readonly unassigned: string;
  readonly supported: string;
  readonly closed: string;
}

export async function setSupport(given: Given, place: Place): Promise<Support> {
  const { schools, decider, partner } = place;
  const hub = given.as(decider);
  const asked = await raise(hub, schools.asked);
  const agreed = await agree(hub, schools.agreed);
  return {
    consent: `/consent/${asked.secret}`,
    consentGiven: `/consent/${agreed.secret}`,
    agreed: `/hub/referrals/${agreed.referralId}`,
    unassigned: addressOf(await openCase(hub, schools.unassigned)),
    supported: addressOf(await supportedCase(given, place)),
    closed: addressOf(await closedCase(hub, schools.closed, partner)),
  };
}

const addressOf = (caseId: string) => `/hub/cases/${caseId}`;

async function raise(ctx: Ctx, organisationId: string) {
  const { referralId } = done(
    await raiseReferral(ctx, {
      organisationId,
      phase: "primary",
      source: "hub",
      barriers: ["staff_turnover"],
      evidence: "Two visits in October",
      urgency: "this_term",
      headName: "Tom Ashworth",
      headEmail: `head-${organisationId}@schools.example`,
    }),
  );
  const [mail] = await ctx.db
    .select({ body: messages.body })
    .from(messages)
    .where(eq(messages.referralId, referralId))
    .orderBy(desc(messages.createdAt));
  const secret = /\/consent\/(\S+)/.exec(mail?.body ?? "")?.[1] ?? "";
  return { referralId, secret };
}

async function agree(ctx: Ctx, organisationId: string) {
  const raised = await raise(ctx, organisationId);
  done(await answerConsent({ ...ctx, actor: visitor }, { secret: raised.secret, answer: "yes" }));
  return raised;
}

async function openCase(ctx: Ctx, organisationId: string): Promise<string> {
  const { referralId } = await agree(ctx, organisationId);
  const decision = { referralId, version: 2, decision: "accept_intensive" as const, note: "" };
  const { caseId } = done(await triageReferral(ctx, decision));
  if (!caseId) throw new Error("The case did not open");
  return caseId;
}

/** A case with a partner, a goal, a visit that is over, one to record, and a note. */
async function supportedCase(given: Given, { schools, decider, partner }: Place): Promise<string> {
  const caseId = await openCase(given.as(decider), schools.supported);
  done(await assignPartner(given.as(decider), { caseId, personId: partner.personId, version: 1 }));
  const ctx = given.as(partner);
  const goal = { text: "Leaders plan together", successMeasure: "A planning hour stands in the timetable" };
  done(await addGoal(ctx, { caseId, ...goal }));
  const visit = { caseId, visitOn: londonDate(ctx.now), halfDays: 1 };
  const { visitId } = done(await planVisit(ctx, { ...visit, purpose: "Watch two lessons" }));
  const outcome = { happened: "held" as const, agreedActions: "The head frees Mondays" };
  done(await recordVisit(ctx, { caseId, visitId, ...outcome }));
  done(await planVisit(ctx, { ...visit, purpose: "Plan the half term" }));
  done(await writeNote(ctx, { caseId, body: "The head wants to begin with Year 3." }));
  return caseId;
}

/** The school goes on to Development with what its partner passes on. */
async function closedCase(ctx: Ctx, organisationId: string, partner: UserActor): Promise<string> {
  const caseId = await openCase(ctx, organisationId);
  done(await assignPartner(ctx, { caseId, personId: partner.personId, version: 1 }));
  done(await writeHandover({ ...ctx, actor: partner }, { caseId, summary: "Start with the Year 3 team" }));
  const end = { outcome: "ready_for_development" as const, reason: "Leaders lead the work themselves" };
  done(await closeCase(ctx, { caseId, version: 2, ...end }));
  return caseId;
}
