import type { Queryable } from "@/db/client";
import { loadHubs } from "./load-hubs";
import { loadPostcodeDistricts } from "./load-postcode-districts";

/** Everything that the service knows before anybody has used it. Safe to run again. */
export async function loadReference(db: Queryable): Promise<void> {
  await loadHubs(db);
  await loadPostcodeDistricts(db);
}
