import { and, count, eq } from "drizzle-orm";
import type { z } from "zod";
import { hubs } from "@/db/schema/hubs";
import { offers, programmes } from "@/db/schema/programmes";
import { workGroups } from "@/db/schema/workgroups";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { londonDate } from "@/lib/kernel/dates";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { putLead } from "./assign-lead";
import { workGroupPlanned } from "./events";
import type { createWorkGroupInput } from "./input";
import { canFormGroups } from "./policy";
import { locateVenue, type Venue } from "./queries/locate-postcode";
import type { WorkGroupRefusal } from "./refusals";

/** With why this lead, where the one who plans the group knows it. */
type Input = z.infer<typeof createWorkGroupInput> & { readonly leadReason?: string };
type Refused = Extract<WorkGroupRefusal, "not_found" | "offer_over" | "unknown_postcode" | "not_a_lead">;

/** Plans a group for an offer, with its lead when one is chosen. Its sessions come next; schools see nothing of it yet. */
export async function createWorkGroup(
  ctx: Ctx,
  input: Input,
): Promise<Result<{ workGroupId: string }, Refused>> {
  return withTransaction(ctx, async (tx): Promise<Result<{ workGroupId: string }, Refused>> => {
    const offer = await lockOffer(tx, input);
    if (!offer || !canFormGroups(tx.actor, { hubId: input.hubId, phase: offer.phase }))
      return refuse("not_found");
    if (offer.endsOn < londonDate(tx.now)) return refuse("offer_over");
    const venue = await locateVenue(tx, input);
    if (!venue) return refuse("unknown_postcode");
    const code = await nextCode(tx, input, offer);
    const workGroupId = await insertGroup(tx, input, { ...venue, code });
    await recordEvent(tx, workGroupPlanned, {
      workGroupId,
      hubId: input.hubId,
      offerId: input.offerId,
      payload: { code, name: input.name },
    });
    const { hubId, leadId, leadReason: reason } = input;
    if (leadId && !(await putLead(tx, { workGroupId, hubId, personId: leadId, reason })))
      return refuse("not_a_lead");
    return ok({ workGroupId });
  });
}

/** The offer's row is locked so that two groups planned at once get two codes. */
async function lockOffer(tx: TxCtx, input: Input) {
  const [offer] = await tx.db
    .select({
      endsOn: offers.endsOn,
      phase: programmes.phase,
      stage: programmes.stage,
      shortName: programmes.shortName,
      hubCode: hubs.code,
    })
    .from(offers)
    .innerJoin(programmes, eq(programmes.id, offers.programmeId))
    .innerJoin(hubs, eq(hubs.id, input.hubId))
    .where(and(eq(offers.id, input.offerId), eq(offers.published, true)))
    .for("no key update", { of: offers });
  return offer;
}

async function nextCode(
  tx: TxCtx,
  input: Input,
  offer: { stage: string | null; shortName: string; hubCode: string },
): Promise<string> {
  const [row] = await tx.db
    .select({ groups: count() })
    .from(workGroups)
    .where(and(eq(workGroups.offerId, input.offerId), eq(workGroups.hubId, input.hubId)));
  return `${offer.hubCode}-${shortCode(offer)}-${(row?.groups ?? 0) + 1}`;
}

/** "DEV" for the Development stage, initials such as "MNK" for anything else. */
function shortCode(offer: { stage: string | null; shortName: string }): string {
  if (offer.stage) return offer.stage.slice(0, 3).toUpperCase();
  const initials = offer.shortName.split(/[^A-Za-z0-9]+/).map((word) => word.slice(0, 1));
  return initials.join("").toUpperCase().slice(0, 4) || "GRP";
}

async function insertGroup(tx: TxCtx, input: Input, known: Venue & { code: string }): Promise<string> {
  const [row] = await tx.db
    .insert(workGroups)
    .values({
      offerId: input.offerId,
      hubId: input.hubId,
      name: input.name,
      weekday: input.weekday,
      weekPattern: input.weekPattern,
      minimumSchools: input.minimumSchools,
      maximumSchools: input.maximumSchools,
      whatToPrepare: input.whatToPrepare || null,
      createdAt: tx.now,
      ...known,
    })
    .returning({ id: workGroups.id });
  if (!row) throw new Error("The Work Group was not written");
  return row.id;
}
