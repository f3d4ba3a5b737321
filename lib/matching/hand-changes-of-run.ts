import { and, asc, eq, isNull } from "drizzle-orm";
import { matchChanges } from "@/db/schema/matching";
import type { Ctx } from "@/lib/access/context";
import type { HandChange } from "./hand-change";

export interface KeptChange extends HandChange {
  readonly id: string;
}

/** The changes by hand of a run that nobody has undone, in the order in which they were made. */
export async function handChangesOfRun({ db }: Ctx, runId: string): Promise<KeptChange[]> {
  return db
    .select({
      id: matchChanges.id,
      application: matchChanges.applicationId,
      kind: matchChanges.kind,
      group: matchChanges.workGroupId,
    })
    .from(matchChanges)
    .where(and(eq(matchChanges.runId, runId), isNull(matchChanges.undoneAt)))
    .orderBy(asc(matchChanges.madeAt), asc(matchChanges.id));
}
