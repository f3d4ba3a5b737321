import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import { matchLeads } from "@/db/schema/matching";
import { people } from "@/db/schema/people";
import type { TxCtx } from "@/lib/access/context";
import { assignLead } from "@/lib/workgroups/assign-lead";
import type { WorkGroupRefusal } from "@/lib/workgroups/refusals";
import { whyNotLead } from "./lead-rules";
import type { MatchInput, MatchLead } from "./match-input";
import type { LeadLeftOut } from "./reasons";

export type StoredLead = typeof matchLeads.$inferSelect & { readonly personId: string };

/**
 * The leads that a run would give these groups and has not yet, in order of group, each held against other publications:
 * two hubs that match at once do not give one person two groups at a time.
 */
export async function lockLeads(
  tx: TxCtx,
  runId: string,
  groupIds: readonly string[],
): Promise<StoredLead[]> {
  const rows = await tx.db
    .select()
    .from(matchLeads)
    .where(
      and(
        eq(matchLeads.runId, runId),
        eq(matchLeads.published, false),
        isNotNull(matchLeads.personId),
        inArray(matchLeads.workGroupId, [...groupIds]),
      ),
    )
    .orderBy(asc(matchLeads.workGroupId));
  const leads = rows.filter((row): row is StoredLead => row.personId !== null);
  await tx.db
    .select({ id: people.id })
    .from(people)
    .where(
      inArray(
        people.id,
        leads.map(({ personId }) => personId),
      ),
    )
    .orderBy(asc(people.id))
    .for("no key update");
  return leads;
}

export interface LeadPublication {
  readonly leads: readonly StoredLead[];
  /** The input that the same run would have today. */
  readonly now: MatchInput;
  /** The schools about to be offered a place, by group. */
  readonly schoolsOf: ReadonlyMap<string, readonly string[]>;
}

/** Gives groups their leads through the deed of the groups, before the first school hears a name. Answers how many. */
export async function publishLeads(tx: TxCtx, publication: LeadPublication): Promise<number> {
  const load = new Map(publication.now.leads?.map((lead) => [lead.id, lead.load]));
  let given = 0;
  for (const lead of publication.leads) {
    if (!publication.schoolsOf.has(lead.workGroupId)) continue;
    const left = load.get(lead.personId) ?? 0;
    const why = whyNotGive(publication, lead, left);
    const answer = why ? { leftOut: why } : await give(tx, lead);
    if (!answer.leftOut) {
      load.set(lead.personId, left - 1);
      given += 1;
    }
    await tx.db
      .update(matchLeads)
      .set(answer)
      .where(and(eq(matchLeads.runId, lead.runId), eq(matchLeads.workGroupId, lead.workGroupId)));
  }
  return given;
}

function whyNotGive(
  { now, schoolsOf }: LeadPublication,
  lead: StoredLead,
  left: number,
): LeadLeftOut | undefined {
  const group = now.groups.find(({ id }) => id === lead.workGroupId);
  const person: MatchLead | undefined = now.leads?.find(({ id }) => id === lead.personId);
  if (!person) return "not_a_lead";
  if (!group || group.lead !== null) return "has_a_lead";
  const members = (schoolsOf.get(group.id) ?? []).map((school) => ({ school, previousLead: null }));
  const obstacle = whyNotLead(person, { ...group, members });
  if (obstacle === "own_school") return "own_school";
  if (obstacle === "weekday") return "not_that_day";
  if (obstacle === "role") return "not_a_lead";
  return obstacle || left <= 0 ? "leads_elsewhere" : undefined;
}

/** What the row of the lead becomes. */
async function give(tx: TxCtx, { workGroupId, personId, reason }: StoredLead) {
  const answer = await assignLead(tx, { workGroupId, personId, reason });
  if (answer.ok) {
    const { workGroupLeadId } = answer.value;
    return { published: true, leftOut: null, workGroupLeadId };
  }
  const why = leftOutBecause[answer.refusal.code];
  if (!why) throw new Error(`A lead could not be given a group: ${answer.refusal.code}`);
  return { leftOut: why };
}

/** What the deed of the groups may still refuse after our own look. */
const leftOutBecause: Partial<Record<WorkGroupRefusal, LeadLeftOut>> = {
  not_a_lead: "not_a_lead",
  own_school: "own_school",
  already_lead: "has_a_lead",
};
