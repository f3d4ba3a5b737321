import { z } from "zod";
import { defineJob } from "@/lib/jobs/define-job";

export const deliverMessageJob = defineJob("deliver-message", z.object({ messageId: z.uuid() }), {
  retries: 8,
  timeout: 60,
});
