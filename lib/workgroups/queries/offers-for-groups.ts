import { and, asc, desc, eq, gte, inArray, ne } from "drizzle-orm";
import { offers, programmes } from "@/db/schema/programmes";
import type { Ctx } from "@/lib/access/context";
import { londonDate } from "@/lib/kernel/dates";
import { canFormGroupsOf, ownPhases } from "../policy";

/** An offer for which a group can be planned, with what the programme says of its groups. */
export interface OfferForGroup {
  readonly id: string;
  readonly programme: string;
  readonly theme: string | null;
  readonly academicYear: number;
  readonly phase: string;
  readonly leadRole: string | null;
  readonly meets: "face_to_face" | "online" | "both";
  readonly minimumSchools: number;
  readonly maximumSchools: number;
  readonly sessions: number | null;
  readonly startsOn: string;
}

const view = {
  id: offers.id,
  programme: programmes.shortName,
  theme: offers.theme,
  academicYear: offers.academicYear,
  phase: programmes.phase,
  leadRole: programmes.leadRole,
  meets: offers.meets,
  minimumSchools: offers.minimumSchools,
  maximumSchools: offers.maximumSchools,
  sessions: offers.sessions,
  startsOn: offers.startsOn,
};

/** What groups can be planned for in this hub: offers that are not over, next year's first, of the phases the actor decides about. */
export async function listOffersForGroups(ctx: Ctx, hubId: string): Promise<OfferForGroup[]> {
  if (!canFormGroupsOf(ctx.actor, hubId)) return [];
  const phases = ownPhases(ctx.actor, hubId);
  return ctx.db
    .select(view)
    .from(offers)
    .innerJoin(programmes, eq(programmes.id, offers.programmeId))
    .where(
      and(
        eq(offers.published, true),
        gte(offers.endsOn, londonDate(ctx.now)),
        ne(programmes.format, "targeted_support"),
        ne(programmes.format, "bespoke_support"),
        phases ? inArray(programmes.phase, [...phases]) : undefined,
      ),
    )
    .orderBy(desc(offers.academicYear), asc(programmes.position), asc(offers.theme));
}
