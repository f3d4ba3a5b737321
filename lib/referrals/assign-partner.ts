import { eq, type SQL, sql } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { supportCases } from "@/db/schema/referrals";
import { organisations } from "@/db/schema/schools";
import type { Ctx, TxCtx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { londonDate } from "@/lib/kernel/dates";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { partnerAssigned } from "./events";
import type { AssignPartnerInput } from "./input";
import { lockCase, subjectsOf } from "./locks";
import { canAssignPartner } from "./policy";
import { type PartnerRow, partnerFactsQuery, toPartnerFacts } from "./queries/partners";
import type { CaseRefusal } from "./refusals";
import { whyNotPartner } from "./rules";

/** Names the Intensive Support Partner of a case: somebody of the hub with room for it, never of the school or its trust. */
export async function assignPartner(
  ctx: Ctx,
  input: AssignPartnerInput,
): Promise<Result<{ name: string }, CaseRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const row = await lockCase(tx, input.caseId);
    if (!row || !canAssignPartner(tx.actor, row)) return refuse("not_found");
    if (row.status !== "open") return refuse("not_open");
    if (row.version !== input.version) return refuse("changed_meanwhile");
    await tx.db.select({ id: people.id }).from(people).where(eq(people.id, input.personId)).for("update");
    const [school] = await tx.db.select().from(organisations).where(eq(organisations.id, row.organisationId));
    const partner = await findPartner(
      tx,
      partnerFactsQuery({
        hubId: row.hubId,
        organisationId: row.organisationId,
        today: londonDate(tx.now),
        personId: input.personId,
      }),
    );
    if (!partner || !school) return refuse("not_a_partner");
    const why = row.partnerId === input.personId ? undefined : whyNotPartner(toPartnerFacts(partner), school);
    if (why) return refuse(why);
    await tx.db
      .update(supportCases)
      .set({ partnerId: input.personId, partnerAssignedAt: tx.now, version: row.version + 1 })
      .where(eq(supportCases.id, row.id));
    await recordEvent(tx, partnerAssigned, {
      ...subjectsOf(row),
      personId: input.personId,
      payload: { personId: input.personId, name: partner.name },
    });
    return ok({ name: partner.name });
  });
}

async function findPartner(tx: TxCtx, query: SQL): Promise<PartnerRow | undefined> {
  const { rows } = await tx.db.execute<PartnerRow>(sql`${query}`);
  return rows[0];
}
