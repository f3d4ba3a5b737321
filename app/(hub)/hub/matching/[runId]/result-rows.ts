import { sayTier } from "@/lib/applications/priority-rules";
import { count } from "@/lib/kernel/words";
import type { MatchResultRow } from "@/lib/matching/queries/match-results";
import type { MatchRunView } from "@/lib/matching/queries/match-run";
import { leftOutReasons } from "@/lib/matching/reasons";
import { whyNotChangeRun } from "@/lib/matching/rules";
import { sayTerms } from "@/lib/matching/say-result";
import type { ResultRow } from "./results-table";

/** A result in words. */
export function resultRow(row: MatchResultRow, run: MatchRunView): ResultRow {
  const mayChange = run.mayRun && whyNotChangeRun(run) === undefined;
  return {
    id: row.applicationId,
    school: row.school,
    urn: row.urn ? `URN ${row.urn}` : "",
    hub: run.hubId === null ? row.hub : "",
    priority: sayTier(row.tier),
    group: row.group ?? "Waiting",
    where: row.group === null ? waitsFor(row) : row.km === null ? "Online" : `${row.km.toFixed(1)} km`,
    costs: costsOf(row),
    reason: row.reason,
    changes: changesOf(row),
    changeHref: mayChange ? `/hub/matching/${run.id}/schools/${row.applicationId}` : "",
    byHand: row.pinned,
    note: row.leftOut ? `Not sent. ${leftOutReasons[row.leftOut]}.` : "",
  };
}

function waitsFor({ position, options }: MatchResultRow): string {
  if (position === null && options === 0) return "No group is open to it";
  if (position === null)
    return options === 1 ? "Its one group does not run" : `None of its ${options} groups runs`;
  return `Number ${position} of those who wait for ${count(options, "group")}`;
}

function costsOf({ terms }: MatchResultRow): string[] {
  if (!terms) return ["Nothing"];
  const costs = sayTerms(terms);
  return costs.length > 0 ? costs : ["Nothing"];
}

/** As the school reads them; the hub reads the name of the group beside. */
function changesOf({ changes, placeIn }: MatchResultRow): ResultRow["changes"] {
  return changes.map(({ fact, kind }) => ({ fact, of: kind === "place" ? placeIn : null }));
}
