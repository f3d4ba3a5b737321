import type { MatrixRow } from "@/db/testing/policy-matrix";
import { importRegister } from "./import-register";

export const policyMatrix: readonly MatrixRow[] = [
  {
    deed: "schools/import-register",
    opens: ["system", "operator", "national_team"],
    // A file that is not there is refused after the policy, and changes nothing.
    attempt: (_, ctx) => importRegister(ctx, { file: "no-such-register.csv", confirmed: false }),
  },
];
