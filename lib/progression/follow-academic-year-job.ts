import { z } from "zod";
import { defineJob } from "@/lib/jobs/define-job";

/** Every ten minutes: a place accepted in the middle of the year shows on the journey the same morning. */
export const followAcademicYearJob = defineJob("follow-academic-year", z.object({}), {
  retries: 2,
  timeout: 120,
  schedule: "*/10 * * * *",
});
