import { handleJob } from "@/lib/jobs/handle-job";
import { computeMatchRun } from "./compute-match-run";
import { computeMatchRunJob } from "./compute-match-run-job";

export const matchingJobs = [
  handleJob(computeMatchRunJob, async (ctx, data) => {
    await computeMatchRun(ctx, data);
  }),
];
