import { cache } from "react";
import { demonstrationClock } from "@/db/schema/people";
import { type Clock, shiftedClock, systemClock } from "@/lib/kernel/clock";
import { isDemonstration } from "@/lib/kernel/env";
import { webDatabase } from "./database";

/** The time of this request. In the demonstration it may run ahead of the machine's; in production it never does. */
export const requestNow = cache(async (): Promise<Date> => (await requestClock()).now());

async function requestClock(): Promise<Clock> {
  if (!isDemonstration()) return systemClock;
  const [row] = await webDatabase()
    .db.select({ ahead: demonstrationClock.aheadSeconds })
    .from(demonstrationClock)
    .limit(1);
  return shiftedClock(systemClock, () => (row?.ahead ?? 0) * 1000);
}
