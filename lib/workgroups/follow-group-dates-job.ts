import { z } from "zod";
import { defineJob } from "@/lib/jobs/define-job";

/** Comes round every ten minutes, so that a group runs soon after midnight and after the demonstration's clock was moved. */
export const followGroupDatesJob = defineJob("follow-group-dates", z.object({}), {
  schedule: "*/10 * * * *",
});
