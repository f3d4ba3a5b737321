import { and, eq, inArray } from "drizzle-orm";
import { supportCases } from "@/db/schema/referrals";
import type { Ctx, TxCtx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result } from "@/lib/kernel/result";
import { applicationApproved } from "./events";
import type { ApproveApplicationInput } from "./input";
import { changeApplication, decidedBy, type LockedApplication, lockForDecision, subjectsOf } from "./locks";
import { approvedMail } from "./mails";
import { type Tier, tierOf } from "./priority-rules";
import type { ApplicationRefusal } from "./refusals";
import { aboutOf, tellSchool } from "./tell-school";

/** The hub says yes: the application goes forward to matching, in the tier that the offer's allocation rule gives it. */
export async function approveApplication(
  ctx: Ctx,
  input: ApproveApplicationInput,
): Promise<Result<{ tier: Tier }, ApplicationRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const open = await lockForDecision(tx, input);
    if (!open.ok) return open;
    const application = open.value;
    const tier = tierOf(application.offer.allocation, {
      ...application.school,
      supported: await isSupported(tx, application),
    });
    const note = input.note || undefined;
    await changeApplication(tx, application.id, {
      ...decidedBy(tx),
      decision: "approved",
      decisionReason: null,
      decisionNote: note ?? null,
      tier,
    });
    await recordEvent(tx, applicationApproved, {
      ...subjectsOf(application),
      payload: { tier, ...(note ? { note } : {}) },
    });
    await tellSchool(tx, application, approvedMail({ ...aboutOf(application), ...(note ? { note } : {}) }));
    return ok({ tier });
  });
}

async function isSupported(tx: TxCtx, application: LockedApplication): Promise<boolean> {
  const open = await tx.db.$count(
    supportCases,
    and(
      eq(supportCases.organisationId, application.organisationId),
      inArray(supportCases.status, ["open", "paused"]),
    ),
  );
  return open > 0;
}
