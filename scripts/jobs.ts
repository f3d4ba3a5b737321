import { applicationJobs } from "@/lib/applications/jobs";
import type { JobHandler } from "@/lib/jobs/handle-job";
import { matchingJobs } from "@/lib/matching/jobs";
import { notificationJobs } from "@/lib/notifications/jobs";
import { progressionJobs } from "@/lib/progression/jobs";
import { workGroupJobs } from "@/lib/workgroups/jobs";

/** Every job the worker runs, domain by domain. */
export const allJobs: readonly JobHandler[] = [
  ...applicationJobs,
  ...matchingJobs,
  ...notificationJobs,
  ...progressionJobs,
  ...workGroupJobs,
];
