import { explainSized } from "./explain-sized";
import type { Instance } from "./instance";
import type { SizedApplicationResult } from "./match-outcome";
import type { PricedPlacement } from "./polish-placement";
import { tellHubChanges } from "./tell-hub-changes";

/** What a run says of every application, all of one offer: with what the hub could do for those who wait, in runs that say so. */
export function explainRun(instance: Instance, placement: PricedPlacement): SizedApplicationResult[] {
  const results = explainSized(instance, placement);
  const { norm, tellsHubChanges } = instance.input;
  if (!tellsHubChanges) return results;
  const sizes = new Map(norm && instance.applications.slice(0, 1).map(({ offer }) => [offer, norm]));
  return tellHubChanges(instance, placement, { results, sizes });
}
