import { and, asc, eq } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { applications } from "@/db/schema/applications";
import { events } from "@/db/schema/events";
import { messages } from "@/db/schema/notifications";
import { aHub, anActor, anOffer, aSchool } from "@/db/testing/factories";
import type { UserActor } from "@/lib/access/actor";
import type { Ctx } from "@/lib/access/context";
import { acceptCommitment } from "../accept-commitment";
import { addParticipant } from "../add-participant";
import { answerAgreement } from "../answer-agreement";
import type { AnswerAgreementInput } from "../input";
import { saveDays } from "../save-days";
import { saveHeadteacher } from "../save-headteacher";
import { saveTravel } from "../save-travel";
import { startApplication } from "../start-application";
import { submitApplication } from "../submit-application";

export interface SchoolInAHub {
  readonly hubId: string;
  readonly organisationId: string;
  readonly offerId: string;
  /** The school's maths lead. */
  readonly lead: UserActor;
  /** The maths lead of another school of the same hub. */
  readonly stranger: UserActor;
  /** Decides for the hub. */
  readonly assistant: UserActor;
}

export async function schoolInAHub(db: Queryable): Promise<SchoolInAHub> {
  const { id: hubId } = await aHub(db);
  const { id: organisationId } = await aSchool(db, { hubId });
  const { id: elsewhere } = await aSchool(db, { hubId });
  return {
    hubId,
    organisationId,
    offerId: (await anOffer(db)).id,
    lead: await anActor(db, { role: "school_maths_lead", organisationId }),
    stranger: await anActor(db, { role: "school_maths_lead", organisationId: elsewhere }),
    assistant: await anActor(db, { role: "assistant_hub_lead", hubId, phase: "primary" }),
  };
}

type About = Pick<SchoolInAHub, "organisationId" | "offerId">;

/** A new draft; throws when it was refused. */
export async function startedBy(ctx: Ctx, about: About): Promise<string> {
  const { organisationId, offerId } = about;
  const answer = await startApplication(ctx, { organisationId, offerId });
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value.applicationId;
}

/** A draft with every part finished. */
export async function filledBy(ctx: Ctx, about: About): Promise<string> {
  const applicationId = await startedBy(ctx, about);
  await saveDays(ctx, { applicationId, days: ["1", "3"] });
  await saveTravel(ctx, { applicationId, maximumKm: 15, neighbourHubs: "no" });
  await addParticipant(ctx, { applicationId, name: "Leah Grant", jobTitle: "Year 4 teacher" });
  await acceptCommitment(ctx, { applicationId, read: "yes" });
  await saveHeadteacher(ctx, { applicationId, headName: "Tom Ashworth", headEmail: "head@hallbeck.example" });
  return applicationId;
}

/** A sent application that waits for its headteacher. */
export async function sentBy(ctx: Ctx, about: About): Promise<string> {
  const applicationId = await filledBy(ctx, about);
  const { version } = await findRow(ctx.db, applicationId);
  const answer = await submitApplication(ctx, { applicationId, version });
  if (!answer.ok) throw new Error(answer.refusal.code);
  return applicationId;
}

/** A sent application to which the headteacher has agreed: the hub may decide. */
export async function completeBy(ctx: Ctx, about: About): Promise<string> {
  const applicationId = await sentBy(ctx, about);
  await answerAgreement(ctx, { secret: await secretOf(ctx.db, applicationId), ...agree });
  return applicationId;
}

export const agree: Pick<AnswerAgreementInput, "answer" | "name" | "promises"> = {
  answer: "agreed",
  name: "Tom Ashworth",
  promises: ["0"],
};

export async function findRow(db: Queryable, applicationId: string) {
  const [found] = await db.select().from(applications).where(eq(applications.id, applicationId));
  if (!found) throw new Error("There is no such application");
  return found;
}

export async function eventTypesOf(db: Queryable, applicationId: string): Promise<string[]> {
  const rows = await db
    .select({ type: events.type })
    .from(events)
    .where(eq(events.applicationId, applicationId))
    .orderBy(asc(events.id));
  return rows.map(({ type }) => type);
}

export function mailsOf(db: Queryable, applicationId: string, purpose: string) {
  return db
    .select()
    .from(messages)
    .where(and(eq(messages.applicationId, applicationId), eq(messages.purpose, purpose)))
    .orderBy(asc(messages.createdAt));
}

/** What the newest mail to the headteacher links to. */
export async function secretOf(db: Queryable, applicationId: string): Promise<string> {
  const mails = await mailsOf(db, applicationId, "headteacher_agreement");
  const secret = /\/agree\/(\S+)/.exec(mails.at(-1)?.body ?? "")?.[1];
  if (!secret) throw new Error("No link was mailed");
  return secret;
}
