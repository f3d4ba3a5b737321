import type { Ctx } from "@/lib/access/context";
import { type PlaceExplanation, placeExplanation } from "@/lib/applications/placement-explanation";
import { compareText } from "./compare-text";
import { freezeFreePlaces } from "./freeze-free-places";
import { matchFirstInto, type OneResult } from "./match-one";
import { listGuestHubs } from "./queries/guest-hubs";
import { matchNumbers } from "./rules";
import { sayOneResult } from "./say-one-result";

export interface NextSchool {
  readonly applicationId: string;
  readonly tier: number;
  /** Between equals of a tier the smaller is first. */
  readonly precedence: string;
  /** The sentence that the school would read, and the same in parts. */
  readonly reason: string;
  readonly explanation: PlaceExplanation;
}

interface FreeGroup {
  readonly id: string;
  readonly hubId: string;
  readonly offerId: string;
}

/**
 * Whose turn it is for a free place of a group: all free places of the offer are matched with all schools of the hub that
 * have none, nobody who has a place moves, and of those who come into this group the highest priority is first, then the
 * earliest. Undefined when the match leaves the place empty. `passedOver` names applications that could not be offered it.
 */
export async function findNextSchool(
  ctx: Ctx,
  group: FreeGroup,
  passedOver: ReadonlySet<string> = new Set(),
): Promise<NextSchool | undefined> {
  return findNextOf(ctx, group, passedOver);
}

/** The same among the schools of neighbouring hubs that would come as guests: for a place that no school of the own hub takes. */
export async function findNextGuest(
  ctx: Ctx,
  group: FreeGroup,
  passedOver: ReadonlySet<string> = new Set(),
): Promise<NextSchool | undefined> {
  const found: NextSchool[] = [];
  for (const hubId of await listGuestHubs(ctx, group)) {
    const next = await findNextOf(ctx, { ...group, hubId }, passedOver);
    if (next) found.push(next);
  }
  return found.sort(byTurn)[0];
}

function byTurn(x: NextSchool, y: NextSchool): number {
  return (
    x.tier - y.tier ||
    compareText(x.precedence, y.precedence) ||
    compareText(x.applicationId, y.applicationId)
  );
}

/** `hubId` is the hub whose schools are matched. */
async function findNextOf(
  ctx: Ctx,
  group: FreeGroup,
  passedOver: ReadonlySet<string>,
): Promise<NextSchool | undefined> {
  const { input: frozen } = await freezeFreePlaces(ctx, group);
  const input = { ...frozen, applications: frozen.applications.filter(({ id }) => !passedOver.has(id)) };
  const isFree = input.groups.some(({ id, capacity }) => id === group.id && capacity > 0);
  if (!isFree || input.applications.length === 0) return undefined;
  const first = await matchFirstInto(input, group.id, { work: matchNumbers.exactWork });
  return first && nextSchool(first);
}

function nextSchool(first: OneResult): NextSchool {
  const { application, reason, explanation } = sayOneResult(first);
  return {
    applicationId: application.id,
    tier: first.result.tier,
    precedence: application.precedence,
    reason,
    explanation: placeExplanation.parse(explanation),
  };
}
