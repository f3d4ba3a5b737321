import { and, eq, gte, lte } from "drizzle-orm";
import { offers, programmes } from "@/db/schema/programmes";
import type { Ctx } from "@/lib/access/context";
import { answerAgreement } from "@/lib/applications/answer-agreement";
import { approveApplication } from "@/lib/applications/approve-application";
import { confirmParticipants } from "@/lib/applications/confirm-participants";
import { submitApplication } from "@/lib/applications/submit-application";
import { agree, filledBy, findRow, secretOf, startedBy } from "@/lib/applications/testing/school-in-a-hub";
import { withdrawApplication } from "@/lib/applications/withdraw-application";
import { londonDate } from "@/lib/kernel/dates";
import { done } from "../../fixtures/done";
import type { Given } from "../../fixtures/given";
import type { Place } from "./place";

/** Applications for Development, each in another state: addresses. */
export interface Applications {
  readonly offerId: string;
  readonly started: string;
  readonly filled: string;
  readonly sent: string;
  readonly withHub: string;
  readonly withdrawn: string;
  /** The headteacher's links: not answered yet, and answered. */
  readonly agreement: string;
  readonly agreementGiven: string;
  /** The hub's pages. */
  readonly waitsForHead: string;
  readonly toDecide: string;
  readonly approved: string;
}

export async function setApplications(given: Given, place: Place): Promise<Applications> {
  const { schools, school, decider } = place;
  const ctx = given.as(school);
  const offerId = await openOffer(ctx);
  const about = (organisationId: string) => ({ organisationId, offerId });
  const sent = await send(ctx, about(schools.sent));
  const withHub = await send(ctx, about(schools.withHub));
  const agreementGiven = await consent(ctx, withHub);
  const approved = await send(ctx, about(schools.approved));
  await consent(ctx, approved);
  const { version } = await findRow(ctx.db, approved);
  done(await approveApplication(given.as(decider), { applicationId: approved, version, note: "" }));
  const withdrawn = await startedBy(ctx, about(schools.withdrawn));
  await withdrawApplication(ctx, { applicationId: withdrawn });
  return {
    offerId,
    started: ofSchool(await startedBy(ctx, about(schools.started))),
    filled: ofSchool(await fill(ctx, about(schools.filled))),
    sent: ofSchool(sent),
    withHub: ofSchool(withHub),
    withdrawn: ofSchool(withdrawn),
    agreement: `/agree/${await secretOf(ctx.db, sent)}`,
    agreementGiven: `/agree/${agreementGiven}`,
    waitsForHead: ofHub(sent),
    toDecide: ofHub(withHub),
    approved: ofHub(approved),
  };
}

const ofSchool = (applicationId: string) => `/school/applications/${applicationId}`;
const ofHub = (applicationId: string) => `/hub/applications/${applicationId}`;

/** As many as Development asks for. */
const EVERY_PROMISE = ["0", "1", "2", "3", "4"];

async function consent(ctx: Ctx, applicationId: string): Promise<string> {
  const secret = await secretOf(ctx.db, applicationId);
  await answerAgreement(ctx, { ...agree, secret, promises: EVERY_PROMISE });
  return secret;
}

/** Every part is done; the second person is named later. */
async function fill(ctx: Ctx, about: { organisationId: string; offerId: string }): Promise<string> {
  const applicationId = await filledBy(ctx, about);
  await confirmParticipants(ctx, { applicationId });
  return applicationId;
}

async function send(ctx: Ctx, about: { organisationId: string; offerId: string }): Promise<string> {
  const applicationId = await fill(ctx, about);
  const { version } = await findRow(ctx.db, applicationId);
  done(await submitApplication(ctx, { applicationId, version }));
  return applicationId;
}

/** Development, which is open to every state primary school that has not begun. */
async function openOffer({ db, now }: Ctx): Promise<string> {
  const today = londonDate(now);
  const [offer] = await db
    .select({ id: offers.id })
    .from(offers)
    .innerJoin(programmes, eq(programmes.id, offers.programmeId))
    .where(
      and(
        eq(programmes.slug, "primary-tfm-development"),
        lte(offers.opensOn, today),
        gte(offers.closesOn, today),
      ),
    );
  if (!offer) throw new Error("Development is not open today");
  return offer.id;
}
