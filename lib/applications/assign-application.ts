import { sql } from "drizzle-orm";
import { grants } from "@/db/schema/people";
import type { Ctx, TxCtx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { hubStaffRoles } from "@/lib/access/scope";
import { recordEvent } from "@/lib/events/record-event";
import { londonDate } from "@/lib/kernel/dates";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { applicationAssigned } from "./events";
import type { AssignApplicationInput } from "./input";
import { changeApplication, lockApplication, subjectsOf } from "./locks";
import { canAssign } from "./policy";
import type { ApplicationRefusal } from "./refusals";

/** Says who of the hub has the application, or that nobody has. */
export async function assignApplication(
  ctx: Ctx,
  input: AssignApplicationInput,
): Promise<Result<{ assignedTo: string | null }, ApplicationRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const application = await lockApplication(tx, input.applicationId);
    if (!application || application.decision === "draft" || !canAssign(tx.actor, application)) {
      return refuse("not_found");
    }
    if (application.version !== input.version) return refuse("changed_meanwhile");
    const assignedTo = input.personId || null;
    if (assignedTo && !(await worksForHub(tx, assignedTo, application.hubId))) return refuse("not_staff");
    if (assignedTo === application.assignedTo) return ok({ assignedTo });
    await changeApplication(tx, application.id, { assignedTo });
    await recordEvent(tx, applicationAssigned, {
      ...subjectsOf(application),
      personId: assignedTo,
      payload: { toPersonId: assignedTo },
    });
    return ok({ assignedTo });
  });
}

async function worksForHub(tx: TxCtx, personId: string, hubId: string): Promise<boolean> {
  const today = londonDate(tx.now);
  const held = await tx.db.$count(
    grants,
    sql`${grants.personId} = ${personId} and ${grants.hubId} = ${hubId} and ${grants.role} in ${hubStaffRoles}
      and ${grants.startedOn} <= ${today} and (${grants.finishedOn} is null or ${grants.finishedOn} > ${today})`,
  );
  return held > 0;
}
