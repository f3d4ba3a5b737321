import { and, eq, inArray, max, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { applications } from "@/db/schema/applications";
import { offers } from "@/db/schema/programmes";

/** As if a whole year were matched at once: all that was sent for the last year of the database is approved, and nobody has a place. */
export async function putWholeYearForward(db: Database): Promise<void> {
  const lastYear = db.select({ year: max(offers.academicYear) }).from(offers);
  const ofTheYear = db.select({ id: offers.id }).from(offers).where(eq(offers.academicYear, lastYear));
  await db
    .update(applications)
    .set({
      decision: "approved",
      decidedAt: sql`coalesce(${applications.decidedAt}, ${applications.submittedAt})`,
      tier: sql`coalesce(${applications.tier}, 2)`,
      placement: "unplaced",
      workGroupId: null,
      placeDeclineReason: null,
    })
    .where(
      and(
        inArray(applications.offerId, ofTheYear),
        inArray(applications.decision, ["submitted", "approved"]),
        inArray(applications.placement, ["unplaced", "waiting", "proposed", "offered", "accepted"]),
      ),
    );
}
