import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { applications } from "@/db/schema/applications";
import { matchChanges } from "@/db/schema/matching";
import { people } from "@/db/schema/people";
import { organisations } from "@/db/schema/schools";
import { workGroups } from "@/db/schema/workgroups";
import type { Ctx } from "@/lib/access/context";
import type { Effect } from "../effect-of-change";

/** Something that was decided by hand in a run and still stands. */
export interface HandChangeView {
  readonly id: string;
  readonly applicationId: string;
  readonly school: string;
  readonly kind: "put" | "keep_out";
  readonly group: string;
  readonly reason: string;
  readonly effect: Effect;
  readonly madeBy: string;
  readonly madeAt: Date;
}

/** What stands of a run that the actor may read, in the order in which it was made. */
export async function listHandChanges({ db }: Ctx, runId: string): Promise<HandChangeView[]> {
  return db
    .select({
      id: matchChanges.id,
      applicationId: matchChanges.applicationId,
      school: organisations.name,
      kind: matchChanges.kind,
      group: workGroups.name,
      reason: matchChanges.reason,
      effect: sql<Effect>`${matchChanges.effect}`,
      madeBy: people.name,
      madeAt: matchChanges.madeAt,
    })
    .from(matchChanges)
    .innerJoin(applications, eq(applications.id, matchChanges.applicationId))
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .innerJoin(workGroups, eq(workGroups.id, matchChanges.workGroupId))
    .innerJoin(people, eq(people.id, matchChanges.madeBy))
    .where(and(eq(matchChanges.runId, runId), isNull(matchChanges.undoneAt)))
    .orderBy(asc(matchChanges.madeAt), asc(matchChanges.id));
}
