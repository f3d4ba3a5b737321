import type { Grant } from "@/lib/access/actor";
import { actingAs, type TxCtx } from "@/lib/access/context";
import type { LockedRun } from "./locks";

/**
 * The transaction in which a run over all hubs gives places and leads: whoever publishes it, and was found to be allowed
 * to, stands in for the lead of each hub it places schools of. Events name the person. A hub's own run needs nothing.
 */
export function actForHubs(tx: TxCtx, { hubId }: Pick<LockedRun, "hubId">, hubs: readonly string[]): TxCtx {
  const { actor } = tx;
  if (hubId !== null || actor.kind !== "user") return tx;
  return actingAs(tx, { ...actor, grants: [...actor.grants, ...hubs.map(asLeadOf)] });
}

function asLeadOf(hubId: string): Grant {
  const held = { organisationId: null, schoolIds: [], phase: null, until: null };
  return { id: `over-all-hubs ${hubId}`, role: "hub_lead", hubId, ...held };
}
