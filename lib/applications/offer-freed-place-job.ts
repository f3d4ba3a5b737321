import { z } from "zod";
import { defineJob } from "@/lib/jobs/define-job";

/** Told by whoever frees a place, and run by the matching, which knows whose turn it is. */
export const offerFreedPlaceJob = defineJob("offer-freed-place", z.object({ freedPlaceId: z.uuid() }), {
  timeout: 120,
});
