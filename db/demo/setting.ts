import type { Country, HubFacts } from "./country";
import type { InventedSchool } from "./invent-schools";

/** Where the personas stand: a hub, and one of its schools. */
export interface Setting {
  readonly hub: HubFacts;
  readonly school: InventedSchool;
}

/** The hub with the most schools in groups this year, and a primary school of it that takes part in one. */
export function chooseSetting(country: Country): Setting {
  const hub = busiestHub(country);
  const takesPart = new Set(
    country.applications
      .filter(({ placement }) => placement === "started")
      .map(({ organisationId }) => organisationId),
  );
  const school =
    country.schools.find(
      ({ id, hubId, kind }) => hubId === hub.id && kind === "primary" && takesPart.has(id),
    ) ?? country.schools[0];
  if (!school) throw new Error("The demonstration needs a school");
  return { hub, school };
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
