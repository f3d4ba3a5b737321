import { z } from "zod";
import { defineJob } from "@/lib/jobs/define-job";
import { handleJob } from "@/lib/jobs/handle-job";
import { lapsePlace } from "./lapse-place";
import { listEndingOffers, listLapsedOffers } from "./queries/due-places";
import { warnBeforeLapse } from "./warn-before-lapse";

/** Each offer in a transaction of its own: a run that is broken off has ended some offers whole, and the next run the rest. */
const EVERY_MINUTE = { schedule: "* * * * *", timeout: 300 };

export const applicationJobs = [
  handleJob(defineJob("lapse-places", z.object({}), EVERY_MINUTE), async (ctx) => {
    for (const due of await listLapsedOffers(ctx)) await lapsePlace(ctx, due);
  }),
  handleJob(defineJob("warn-before-lapse", z.object({}), EVERY_MINUTE), async (ctx) => {
    for (const due of await listEndingOffers(ctx)) await warnBeforeLapse(ctx, due);
  }),
];
