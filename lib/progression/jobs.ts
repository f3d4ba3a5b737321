import { handleJob } from "@/lib/jobs/handle-job";
import { followAcademicYear } from "./follow-academic-year";
import { followAcademicYearJob } from "./follow-academic-year-job";

export const progressionJobs = [
  handleJob(followAcademicYearJob, async (ctx) => {
    await followAcademicYear(ctx);
  }),
];
