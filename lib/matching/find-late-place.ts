import type { Ctx } from "@/lib/access/context";
import { type PlaceExplanation, placeExplanation } from "@/lib/applications/placement-explanation";
import { freezeFreePlaces, type GroupTold } from "./freeze-free-places";
import { matchOne } from "./match-one";
import { canRunMatch } from "./policy";
import { isPlaceable, matchNumbers } from "./rules";
import { sayOneResult } from "./say-one-result";

export interface LatePlace {
  /** The group that has a place for it; null when none has. */
  readonly group: (GroupTold & { readonly id: string; readonly explanation: PlaceExplanation }) | null;
  /** The sentence that the school would read: why this group, or why none. */
  readonly reason: string;
}

interface LateApplication {
  readonly id: string;
  readonly hubId: string;
  readonly offerId: string;
  readonly phase: string;
  readonly decision: string;
  readonly placement: string;
}

/**
 * Where an application that came after a publication has its place: all free places of the offer are matched with all
 * schools of its hub that have none, and nobody who has a place moves. Undefined while nothing was published, while a run
 * is open, which it is part of, for an application that needs no place, and for those who do not match for its hub. One
 * statement.
 */
export async function findLatePlace(ctx: Ctx, late: LateApplication): Promise<LatePlace | undefined> {
  if (!canRunMatch(ctx.actor, late) || !isPlaceable(late)) return undefined;
  const { input, told, isMatched, isOpen } = await freezeFreePlaces(ctx, late);
  if (!isMatched || isOpen) return undefined;
  const one = await matchOne(input, late.id, { work: matchNumbers.exactWork });
  if (!one) return undefined;
  const { reason, explanation } = sayOneResult(one);
  if (one.result.reason !== "placed") return { group: null, reason };
  const { group: id } = one.result;
  const group = told.get(id);
  if (!group) throw new Error("The match names a group that is not in its input");
  return { group: { id, ...group, explanation: placeExplanation.parse(explanation) }, reason };
}
