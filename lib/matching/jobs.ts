import { offerFreedPlaceJob } from "@/lib/applications/offer-freed-place-job";
import { handleJob } from "@/lib/jobs/handle-job";
import { computeMatchRun } from "./compute-match-run";
import { computeMatchRunJob } from "./compute-match-run-job";
import { offerFreedPlace } from "./offer-freed-place";

export const matchingJobs = [
  handleJob(computeMatchRunJob, async (ctx, data) => {
    await computeMatchRun(ctx, data);
  }),
  handleJob(offerFreedPlaceJob, async (ctx, data) => {
    await offerFreedPlace(ctx, data);
  }),
];
