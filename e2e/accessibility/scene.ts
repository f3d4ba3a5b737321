import { and, eq, gte, lte } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { offers, programmes } from "@/db/schema/programmes";
import { aHub, anActor, aSchool } from "@/db/testing/factories";
import type { Ctx } from "@/lib/access/context";
import { answerAgreement } from "@/lib/applications/answer-agreement";
import { confirmParticipants } from "@/lib/applications/confirm-participants";
import { submitApplication } from "@/lib/applications/submit-application";
import { agree, filledBy, findRow, secretOf, startedBy } from "@/lib/applications/testing/school-in-a-hub";
import { withdrawApplication } from "@/lib/applications/withdraw-application";
import { londonDate } from "@/lib/kernel/dates";
import { invitePerson } from "@/lib/people/invite-person";
import { raiseReferral } from "@/lib/referrals/raise-referral";
import type { Given } from "../fixtures/given";
import { linkIn, receivedMail } from "../fixtures/mail";

/** Schools of one maths lead, each with its application in another state, and links that were mailed. */
export interface Scene {
  readonly lead: { readonly id: string; readonly name: string; readonly email: string };
  /** Has not applied for anything. */
  readonly organisationId: string;
  readonly offerId: string;
  /** Addresses of applications, below /school/applications. */
  readonly started: string;
  readonly filled: string;
  readonly sent: string;
  readonly withHub: string;
  readonly withdrawn: string;
  readonly agreement: string;
  readonly agreementGiven: string;
  readonly consent: string;
  readonly invitation: string;
}

export async function setScene(given: Given): Promise<Scene> {
  const { db } = given;
  const { id: hubId } = await aHub(db);
  const names = ["quiet", "started", "filled", "sent", "withHub", "withdrawn"] as const;
  const schools = await Promise.all(
    names.map(async (name) => [name, (await aSchool(db, { hubId })).id] as const),
  );
  const at = Object.fromEntries(schools) as Record<(typeof names)[number], string>;
  const roles = schools.map(([, organisationId]) => ({ role: "school_maths_lead" as const, organisationId }));
  const lead = await anActor(db, ...roles);
  const hubLead = await anActor(db, { role: "hub_lead", hubId });
  const ctx = given.as(lead);
  const offerId = await openOffer(ctx);
  const about = (organisationId: string) => ({ organisationId, offerId });
  const sent = await send(ctx, about(at.sent));
  const withHub = await send(ctx, about(at.withHub));
  const agreementGiven = await secretOf(db, withHub);
  await answerAgreement(ctx, { ...agree, secret: agreementGiven, promises: EVERY_PROMISE });
  const withdrawn = await startedBy(ctx, about(at.withdrawn));
  await withdrawApplication(ctx, { applicationId: withdrawn });
  return {
    lead: await findPerson(ctx, lead.personId),
    organisationId: at.quiet,
    offerId,
    started: addressOf(await startedBy(ctx, about(at.started))),
    filled: addressOf(await fill(ctx, about(at.filled))),
    sent: addressOf(sent),
    withHub: addressOf(withHub),
    withdrawn: addressOf(withdrawn),
    agreement: `/agree/${await secretOf(db, sent)}`,
    agreementGiven: `/agree/${agreementGiven}`,
    consent: await askForConsent(given.as(hubLead), at.quiet),
    invitation: await invite(ctx, at.quiet),
  };
}

/** As many as Development asks for. */
const EVERY_PROMISE = ["0", "1", "2", "3", "4"];

/** Every part is done; the second person is named later. */
async function fill(ctx: Ctx, about: { organisationId: string; offerId: string }): Promise<string> {
  const applicationId = await filledBy(ctx, about);
  await confirmParticipants(ctx, { applicationId });
  return applicationId;
}

async function send(ctx: Ctx, about: { organisationId: string; offerId: string }): Promise<string> {
  const applicationId = await fill(ctx, about);
  const { version } = await findRow(ctx.db, applicationId);
  const answer = await submitApplication(ctx, { applicationId, version });
  if (!answer.ok) throw new Error(answer.refusal.code);
  return applicationId;
}

async function findPerson({ db }: Ctx, personId: string): Promise<Scene["lead"]> {
  const [person] = await db
    .select({ id: people.id, name: people.name, email: people.email })
    .from(people)
    .where(eq(people.id, personId));
  if (!person?.email) throw new Error("The maths lead has no address");
  return { ...person, email: person.email };
}

function addressOf(applicationId: string): string {
  return `/school/applications/${applicationId}`;
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

async function askForConsent(ctx: Ctx, organisationId: string): Promise<string> {
  const headEmail = `head-${organisationId}@schools.example`;
  const answer = await raiseReferral(ctx, {
    organisationId,
    phase: "primary",
    source: "hub",
    barriers: ["staff_turnover"],
    evidence: "Two visits in October",
    urgency: "this_term",
    headName: "Tom Ashworth",
    headEmail,
  });
  if (!answer.ok) throw new Error(answer.refusal.code);
  return linkIn(await receivedMail(headEmail, /./));
}

async function invite(ctx: Ctx, organisationId: string): Promise<string> {
  const email = `colleague-${organisationId}@schools.example`;
  const role = "school_maths_lead";
  const answer = await invitePerson(ctx, { name: "Beth Kelly", email, role, organisationId });
  if (!answer.ok) throw new Error(answer.refusal.code);
  return linkIn(await receivedMail(email, /./));
}
