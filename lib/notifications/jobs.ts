import { handleJob } from "@/lib/jobs/handle-job";
import { deliverMessage } from "./deliver-message";
import { deliverMessageJob } from "./deliver-message-job";

export const notificationJobs = [
  handleJob(deliverMessageJob, async (ctx, data) => {
    await deliverMessage(ctx, data);
  }),
];
