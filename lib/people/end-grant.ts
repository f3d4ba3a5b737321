import { and, count, eq, gt, isNull, ne, or } from "drizzle-orm";
import { grants } from "@/db/schema/people";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/access/context";
import { personIdOf } from "@/lib/access/scope";
import { londonDate } from "@/lib/kernel/dates";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { queueMessage } from "@/lib/notifications/queue-message";
import { finishGrant } from "./finish-grant";
import type { EndGrantInput } from "./input";
import { lockGrant } from "./locks";
import { accessEndedMail } from "./mails";
import { canEndGrant } from "./policy";
import type { AccessRefusal } from "./refusals";

type LockedGrant = NonNullable<Awaited<ReturnType<typeof lockGrant>>>;

/** Ends somebody's role: one's own, or that of a person who has left. It opens nothing from the next request on. */
export async function endGrant(ctx: Ctx, input: EndGrantInput): Promise<Result<null, AccessRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const grant = await lockGrant(tx, input.grantId);
    if (!grant || !canEndGrant(tx.actor, grant)) return refuse("not_found");
    if (grant.role === "hub_lead" && (await isLastHubLead(tx, grant))) return refuse("last_hub_lead");
    if (!(await finishGrant(tx, grant, "left"))) return refuse("already_ended");
    if (grant.personEmail && grant.personId !== personIdOf(tx.actor)) {
      const place = grant.placeName ?? grant.hubName ?? "";
      const mail = accessEndedMail({ name: grant.personName, role: grant.role, place });
      await queueMessage(tx, { ...mail, toName: grant.personName, toEmail: grant.personEmail });
    }
    return ok(null);
  });
}

/** A hub without a lead could not let anybody in any more. */
async function isLastHubLead(tx: TxCtx, grant: LockedGrant): Promise<boolean> {
  const [others] = await tx.db
    .select({ count: count() })
    .from(grants)
    .where(
      and(
        eq(grants.hubId, grant.hubId ?? ""),
        eq(grants.role, "hub_lead"),
        ne(grants.id, grant.id),
        or(isNull(grants.finishedOn), gt(grants.finishedOn, londonDate(tx.now))),
      ),
    );
  return others?.count === 0;
}
