import { eq } from "drizzle-orm";
import { leadProfiles } from "@/db/schema/people";
import type { Ctx } from "@/lib/access/context";
import { personIdOf } from "@/lib/access/scope";

export interface OwnWeekdays {
  /** As bits, 1 for Monday to 16 for Friday. */
  readonly weekdays: number;
  readonly saidAt: Date;
}

/** The weekdays on which the actor has said they can lead; undefined when they have not said. */
export async function findOwnWeekdays({ db, actor }: Ctx): Promise<OwnWeekdays | undefined> {
  const personId = personIdOf(actor);
  if (!personId) return undefined;
  const [row] = await db
    .select({ weekdays: leadProfiles.weekdays, saidAt: leadProfiles.weekdaysSaidAt })
    .from(leadProfiles)
    .where(eq(leadProfiles.personId, personId));
  return row?.weekdays && row.saidAt ? { weekdays: row.weekdays, saidAt: row.saidAt } : undefined;
}
