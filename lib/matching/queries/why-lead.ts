import { and, eq, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { matchLeads } from "@/db/schema/matching";
import { people } from "@/db/schema/people";
import { workGroupLeads } from "@/db/schema/workgroups";
import type { Ctx } from "@/lib/access/context";
import { personIdOf } from "@/lib/access/scope";
import type { IsoDate } from "@/lib/kernel/dates";
import { type LeadExplanation, readLeadExplanation } from "../lead-explanation";

/** How somebody came to lead a group. */
export interface WhyLead {
  readonly since: IsoDate;
  /** Who chose them, or published the match that did; null where that is not known. */
  readonly assignedBy: string | null;
  /** As it was written for them to read. */
  readonly reason: string | null;
  /** A match gave them the group. */
  readonly byMatch: boolean;
  /** What the match found; undefined where a person chose them, and of a match that kept no parts. */
  readonly explanation: LeadExplanation | undefined;
}

/** Why the actor leads this group, as it was stored; undefined for everybody but its lead. One statement. */
export async function findWhyLead(ctx: Ctx, workGroupId: string): Promise<WhyLead | undefined> {
  const personId = personIdOf(ctx.actor);
  if (!personId) return undefined;
  const by = alias(people, "by");
  const [row] = await ctx.db
    .select({
      since: workGroupLeads.startedOn,
      assignedBy: by.name,
      reason: workGroupLeads.reason,
      runId: matchLeads.runId,
      explanation: matchLeads.explanation,
    })
    .from(workGroupLeads)
    .leftJoin(by, eq(by.id, workGroupLeads.assignedBy))
    .leftJoin(matchLeads, eq(matchLeads.workGroupLeadId, workGroupLeads.id))
    .where(
      and(
        eq(workGroupLeads.workGroupId, workGroupId),
        eq(workGroupLeads.personId, personId),
        eq(workGroupLeads.coLead, false),
        isNull(workGroupLeads.finishedOn),
      ),
    );
  if (!row) return undefined;
  const { runId, explanation, ...why } = row;
  return { ...why, byMatch: runId !== null, explanation: readLeadExplanation(explanation) };
}
