import { cache } from "react";
import { demonstrationClock } from "@/db/schema/people";
import { type Clock, shiftedClock, systemClock } from "@/lib/kernel/clock";
import { isDemonstration } from "@/lib/kernel/env";
import { webDatabase } from "./database";

/** The time of this request. In the demonstration it may run ahead of the machine's; in production it never does. */
export const requestNow = cache(async (): Promise<Date> => (await requestClock()).now());

/** How many seconds the demonstration's clock runs ahead. Nothing asks the database in production. */
export const requestClockAhead = cache(async (): Promise<number> => {
  if (!isDemonstration()) return 0;
  const [row] = await webDatabase()
    .db.select({ ahead: demonstrationClock.aheadSeconds })
    .from(demonstrationClock)
    .limit(1);
  return row?.ahead ?? 0;
});

async function requestClock(): Promise<Clock> {
  const ahead = await requestClockAhead();
  return ahead === 0 ? systemClock : shiftedClock(systemClock, () => ahead * 1000);
}
