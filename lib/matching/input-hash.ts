import { createHash } from "node:crypto";
import { compareText } from "./compare-text";
import type { MatchInput } from "./match-input";

/** The sha-256 of an input as JSON with sorted rows and sorted keys: equal inputs have equal hashes, however they were written. */
export function hashMatchInput(input: MatchInput): string {
  const byId = <Row extends { readonly id: string }>(rows: readonly Row[]) =>
    rows.toSorted((x, y) => compareText(x.id, y.id));
  const hubs = byId(input.hubs).map((hub) => ({ ...hub, neighbours: hub.neighbours.toSorted(compareText) }));
  const sorted = {
    policy: input.policy,
    hubs,
    schools: byId(input.schools),
    groups: byId(input.groups),
    applications: byId(input.applications),
    leads: input.leads && byId(input.leads),
    norm: input.norm,
    suitsLeads: input.suitsLeads,
    tellsHubChanges: input.tellsHubChanges,
    overAllHubs: input.overAllHubs,
  };
  return createHash("sha256").update(JSON.stringify(sorted, withSortedKeys)).digest("hex");
}

function withSortedKeys(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([x], [y]) => compareText(x, y)));
}
