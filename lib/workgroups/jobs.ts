import { handleJob } from "@/lib/jobs/handle-job";
import { followGroupDates } from "./follow-group-dates";
import { followGroupDatesJob } from "./follow-group-dates-job";

export const workGroupJobs = [
  handleJob(followGroupDatesJob, async (ctx) => {
    await followGroupDates(ctx);
  }),
];
