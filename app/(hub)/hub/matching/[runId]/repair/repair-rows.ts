import { sayTier } from "@/lib/applications/priority-rules";
import { sayKm } from "@/lib/applications/say-placement";
import type { RepairRow } from "@/lib/matching/queries/repair";
import type { RepairTableRow } from "./repair-table";

/** A school of a repair in words. */
export function repairRow(row: RepairRow): RepairTableRow {
  const { applicationId: id, school, tier, now, frozen, repair } = row;
  const words = { id, school, priority: sayTier(tier) };
  if (now === null) return { ...words, frozen: frozen ?? "Waits", repair: repair ?? "Waits" };
  return {
    ...words,
    frozen: `Stays in ${now}`,
    repair: `Moves from ${now}${sayAway(row.nowKm)} to ${repair ?? ""}${sayAway(row.repairKm)}`,
  };
}

function sayAway(km: number | null): string {
  return km === null ? "" : ` (${sayKm(km)})`;
}
