import { z } from "zod";
import { defineJob } from "@/lib/jobs/define-job";
import { matchNumbers } from "./rules";

/** One try more than the run has: the last one says that it failed. A whole country's offer may take minutes on a busy machine. */
export const computeMatchRunJob = defineJob("compute-match-run", z.object({ runId: z.uuid() }), {
  retries: matchNumbers.tries,
  timeout: matchNumbers.seconds + 30,
});
