import { and, desc, eq } from "drizzle-orm";
import { applications } from "@/db/schema/applications";
import { offers, programmes } from "@/db/schema/programmes";
import type { Ctx } from "@/lib/access/context";
import { PAGE_SIZE } from "@/lib/kernel/paging";
import { visibleToHub } from "../policy";
import type { Decision } from "../rules";

export interface SchoolApplication {
  readonly id: string;
  readonly programme: string;
  readonly academicYear: number;
  readonly decision: Decision;
  readonly placement: string;
}

/** What a school has sent to the actor's hubs, the newest first. */
export async function listSchoolApplications(ctx: Ctx, organisationId: string): Promise<SchoolApplication[]> {
  return ctx.db
    .select({
      id: applications.id,
      programme: programmes.shortName,
      academicYear: offers.academicYear,
      decision: applications.decision,
      placement: applications.placement,
    })
    .from(applications)
    .innerJoin(offers, eq(offers.id, applications.offerId))
    .innerJoin(programmes, eq(programmes.id, offers.programmeId))
    .where(and(eq(applications.organisationId, organisationId), visibleToHub(ctx.actor)))
    .orderBy(desc(applications.submittedAt), desc(applications.startedAt))
    .limit(PAGE_SIZE);
}
