import type { MatrixRow } from "@/db/testing/policy-matrix";
import { newId } from "@/lib/kernel/ids";
import { deliverMessage } from "./deliver-message";

export const policyMatrix: readonly MatrixRow[] = [
  {
    deed: "notifications/deliver-message",
    opens: ["system"],
    attempt: (_world, ctx) => deliverMessage(ctx, { messageId: newId() }),
  },
];
