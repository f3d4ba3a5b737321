import { type Ctx, withTransaction } from "@/lib/access/context";
import { distanceMetres } from "@/lib/kernel/geography";
import { type Result, refuse } from "@/lib/kernel/result";
import { findOpenLead } from "@/lib/workgroups/queries/lock-group";
import type { ChoosePlaceInput } from "./input";
import { type LockedPlace, lockPlace } from "./lock-place";
import { offerLockedPlace } from "./offer-place";
import { canDecide } from "./policy";
import type { ApplicationRefusal } from "./refusals";

/** A person of the hub offers a place in a group of their choice, with a reason that the school reads. */
export async function choosePlace(
  ctx: Ctx,
  input: ChoosePlaceInput,
): Promise<Result<{ applicationId: string }, ApplicationRefusal>> {
  return withTransaction(ctx, async (tx): Promise<Result<{ applicationId: string }, ApplicationRefusal>> => {
    const place = await lockPlace(tx, input);
    if (!place || !canDecide(tx.actor, place.application)) return refuse("not_found");
    const lead = await findOpenLead(tx, place.group.id);
    return offerLockedPlace(tx, place, { ...input, explanation: explain(place, lead?.personId) });
  });
}

function explain({ group, application }: LockedPlace, leadId: string | undefined) {
  const { previousLeadId, preferredDays } = application;
  return {
    kind: "chosen",
    decidedBy: "person",
    km: kmBetween({ group, application }),
    preferredDay: (preferredDays & (1 << group.weekday)) !== 0,
    sameLead: previousLeadId && leadId ? previousLeadId === leadId : null,
  } as const;
}

/** In tenths, as the match measures; null for a group that meets online and where a place is not known. */
function kmBetween({ group, application: { school } }: LockedPlace): number | null {
  const { easting, northing } = group;
  if (group.online || easting === null || northing === null) return null;
  if (school.easting === null || school.northing === null) return null;
  const { easting: east, northing: north } = school;
  return Math.floor(distanceMetres({ easting, northing }, { easting: east, northing: north }) / 100) / 10;
}
