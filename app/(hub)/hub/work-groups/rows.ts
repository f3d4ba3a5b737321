import { sayDay } from "@/lib/kernel/dates";
import type { HubGroupRow } from "@/lib/workgroups/queries/hub-groups";
import { workGroupStatusNames } from "@/lib/workgroups/rules";
import type { GroupsTableRow } from "./groups-table";
import { sayMeetingDay, sayOffer, sayVenue, statusKinds } from "./say-group";

/** A row of the list in words. */
export function tableRow(row: HubGroupRow): GroupsTableRow {
  const isOver = row.status === "finished" || row.status === "cancelled";
  return {
    id: row.id,
    name: row.name,
    code: row.code,
    what: sayOffer(row),
    day: sayMeetingDay(row),
    where: row.nextOn && !isOver ? `${sayVenue(row)}.\nNext ${sayDay(row.nextOn)}` : sayVenue(row),
    taken: row.taken,
    offered: row.offered,
    maximum: row.maximumSchools,
    lead: row.lead ?? (isOver ? "No lead" : ""),
    kind: statusKinds[row.status],
    status: workGroupStatusNames[row.status],
  };
}
