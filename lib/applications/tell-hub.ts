import { and, eq, isNull } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { workGroupLeads } from "@/db/schema/workgroups";
import type { TxCtx } from "@/lib/access/context";
import { findHubContact } from "@/lib/hubs/queries";
import type { LockedApplication } from "./locks";
import type { Mail } from "./mails";
import { sendMail } from "./tell-school";

interface Letter {
  readonly mail: Mail;
  /** Where its link leads. */
  readonly path: string;
}

/** Writes a mail to the person of the hub who has the application, as part of a deed. */
export async function tellHub(tx: TxCtx, application: LockedApplication, letter: Letter): Promise<void> {
  const { hubId, phase, assignedTo } = application;
  const contact = await findHubContact(tx, { hubId, phase, preferred: assignedTo });
  if (contact) await sendMail(tx, application, { ...letter, to: contact });
}

/** Writes a mail to those who lead a group today and have an address. */
export async function tellLeads(
  tx: TxCtx,
  application: LockedApplication,
  letter: Letter & { readonly workGroupId: string },
): Promise<void> {
  const leads = await tx.db
    .select({ name: people.name, email: people.email })
    .from(workGroupLeads)
    .innerJoin(people, eq(people.id, workGroupLeads.personId))
    .where(and(eq(workGroupLeads.workGroupId, letter.workGroupId), isNull(workGroupLeads.finishedOn)));
  for (const { name, email } of leads)
    if (email) await sendMail(tx, application, { ...letter, to: { name, email } });
}
