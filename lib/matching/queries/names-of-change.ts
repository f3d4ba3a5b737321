import { eq } from "drizzle-orm";
import { applications } from "@/db/schema/applications";
import { organisations } from "@/db/schema/schools";
import { workGroups } from "@/db/schema/workgroups";
import type { TxCtx } from "@/lib/access/context";

/** The names of the school and the group of a change by hand, for its event. The caller has asked its policy. */
export async function findNamesOfChange(
  { db }: TxCtx,
  { applicationId, workGroupId }: { readonly applicationId: string; readonly workGroupId: string },
): Promise<{ school: string; group: string }> {
  const [row] = await db
    .select({ school: organisations.name, group: workGroups.name })
    .from(applications)
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .innerJoin(workGroups, eq(workGroups.id, workGroupId))
    .where(eq(applications.id, applicationId));
  if (!row) throw new Error("A change by hand names what is not there");
  return row;
}
