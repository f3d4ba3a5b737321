import { sql } from "drizzle-orm";
import type { TxCtx } from "@/lib/access/context";
import { env } from "@/lib/kernel/env";
import { queueMessage } from "@/lib/notifications/queue-message";
import type { GroupMail } from "./mails";
import { heldPlacements } from "./rules";

/** Writes a mail to everybody of a group as part of a deed: its leads, who applied for its schools, who takes part. Answers how many. */
export async function tellGroup(
  tx: TxCtx,
  group: {
    readonly id: string;
    readonly hubId: string;
    readonly hub: { name: string; telephone: string | null };
  },
  mail: GroupMail,
): Promise<number> {
  const readers = await listReaders(tx, group.id);
  const telephone = group.hub.telephone ? `, ${group.hub.telephone}` : "";
  for (const reader of readers) {
    const path = reader.leads ? `/lead/groups/${group.id}` : `/school/work-groups/${group.id}`;
    await queueMessage(tx, {
      purpose: mail.purpose,
      toName: reader.name,
      toEmail: reader.email,
      hubId: group.hubId,
      subject: mail.subject,
      body: `Hello ${reader.name},\n\n${mail.text}\n\nSee the group's dates:\n${env().NEXTAUTH_URL}${path}\n\n${group.hub.name}${telephone}\n`,
    });
  }
  return readers.length;
}

interface Reader extends Record<string, unknown> {
  readonly name: string;
  readonly email: string;
  readonly leads: boolean;
}

async function listReaders(tx: TxCtx, workGroupId: string): Promise<Reader[]> {
  const { rows } = await tx.db.execute<Reader>(sql`
    select p.name, p.email, bool_or(r.leads) as leads from (
      select l.person_id, true as leads from work_group_leads l where l.work_group_id = ${workGroupId} and l.finished_on is null
      union all
      select a.started_by, false from applications a where a.work_group_id = ${workGroupId} and a.placement in ${heldPlacements}
      union all
      select t.person_id, false from participants t join applications a on a.id = t.application_id
        where a.work_group_id = ${workGroupId} and a.placement in ${heldPlacements} and t.removed_at is null) r
    join people p on p.id = r.person_id where p.email is not null
    group by p.id, p.name, p.email order by p.name, p.id`);
  return rows;
}
