import type { Country, HubFacts } from "./country";
import type { InventedSchool } from "./invent-schools";

/** Where the personas stand: a hub, one of its schools, and who leads the group in which that takes part. */
export interface Setting {
  readonly hub: HubFacts;
  readonly school: InventedSchool;
  readonly leadId: string;
}

/** The hub with the most schools in groups this year, and a primary school of it that takes part in one. */
export function chooseSetting(country: Country): Setting {
  const hub = busiestHub(country);
  const started = country.applications.filter(({ placement }) => placement === "started");
  const takesPart = new Set(started.map(({ organisationId }) => organisationId));
  const school = country.schools.find(
    ({ id, hubId, kind }) => hubId === hub.id && kind === "primary" && takesPart.has(id),
  );
  const groupId = started.find(({ organisationId }) => organisationId === school?.id)?.workGroupId;
  const leadId = country.workGroupLeads.find((row) => row.workGroupId === groupId)?.personId;
  if (!school || !leadId) throw new Error("The demonstration needs a school in a group with a lead");
  return { hub, school, leadId };
}

function busiestHub(country: Country): HubFacts {
  const sizes = new Map<string, number>();
  for (const { hubId } of country.applications) sizes.set(hubId, (sizes.get(hubId) ?? 0) + 1);
  const [first] = [...country.hubs].sort(
    (a, b) => (sizes.get(b.id) ?? 0) - (sizes.get(a.id) ?? 0) || a.code.localeCompare(b.code),
  );
  if (!first) throw new Error("The demonstration needs the hubs of the reference data");
  return first;
}
