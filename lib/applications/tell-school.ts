import { sql } from "drizzle-orm";
import { grants, people } from "@/db/schema/people";
import type { TxCtx } from "@/lib/access/context";
import { findHubContact, type HubContact } from "@/lib/hubs/queries";
import { londonDate } from "@/lib/kernel/dates";
import { env } from "@/lib/kernel/env";
import { queueMessage } from "@/lib/notifications/queue-message";
import type { LockedApplication } from "./locks";
import { type AboutApplication, bodyOf, type Mail } from "./mails";

/** Writes a mail to whoever acts for the school in this application, as part of a deed. Nobody with an address: no mail. */
export async function tellSchool(
  tx: TxCtx,
  application: LockedApplication,
  mail: Mail,
  path = `/school/applications/${application.id}`,
): Promise<void> {
  const reader = await findReader(tx, application);
  if (!reader) return;
  await sendMail(tx, application, { mail, to: reader, path });
}

/** Writes a mail about an application to one person, signed by the hub's contact. */
export async function sendMail(
  tx: TxCtx,
  application: LockedApplication,
  letter: { mail: Mail; to: { name: string; email: string }; path: string },
): Promise<void> {
  const contact = await contactOf(tx, application);
  await queueMessage(tx, {
    purpose: letter.mail.purpose,
    toName: letter.to.name,
    toEmail: letter.to.email,
    subject: letter.mail.subject,
    body: bodyOf(letter.mail, { name: letter.to.name, link: `${env().NEXTAUTH_URL}${letter.path}`, contact }),
    applicationId: application.id,
    hubId: application.hubId,
  });
}

/** Where a school answers an offer, or reads why it waits. */
export function placePath({ id }: LockedApplication): string {
  return `/school/applications/${id}/place`;
}

export function aboutOf(application: LockedApplication): AboutApplication {
  const { school, programme, reference } = application;
  return { school: school.name, programme: programme.name, reference };
}

async function contactOf(tx: TxCtx, application: LockedApplication): Promise<HubContact> {
  const { hubId, phase, assignedTo } = application;
  const contact = await findHubContact(tx, { hubId, phase, preferred: assignedTo });
  if (!contact) throw new Error(`Hub ${hubId} is gone`);
  return contact;
}

/** Who started it while they still act for the school, else its maths lead, its headteacher, its trust. */
async function findReader(
  tx: TxCtx,
  application: LockedApplication,
): Promise<{ name: string; email: string } | undefined> {
  const today = londonDate(tx.now);
  const { rows } = await tx.db.execute<{ name: string; email: string }>(sql`
    select p.name, p.email from ${people} p join ${grants} g on g.person_id = p.id
    where g.organisation_id = ${application.organisationId} and p.email is not null
      and g.role in ('school_maths_lead', 'headteacher')
      and g.started_on <= ${today} and (g.finished_on is null or g.finished_on > ${today})
    order by (p.id = ${application.startedBy}) desc, (g.role = 'school_maths_lead') desc, g.started_on desc, p.id
    limit 1`);
  return rows[0];
}
