import type { SaidChange } from "@/lib/applications/say-changes";
import { Facts } from "./reasons";

/** What would have given the school a place, what it can do itself first. */
export function WouldChange({ changes }: { readonly changes: readonly SaidChange[] }) {
  return (
    <div className="split">
      <h3>What would change this</h3>
      <p>
        {changes.length === 1
          ? "We tried this with everybody’s places, and it alone would have given you one."
          : "We tried each of these with everybody’s places, and each alone would have given you one."}
      </p>
      <Facts facts={changes} />
    </div>
  );
}
