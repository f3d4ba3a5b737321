import { ListFilters } from "@/app/_components/list-filters";
import type { HubView } from "@/lib/hubs/queries";
import type { SchoolFilters } from "@/lib/schools/input";

interface FiltersProps {
  readonly filters: SchoolFilters;
  readonly hub: string;
  /** Empty where there is only one. */
  readonly hubs: readonly HubView[];
  /** What a blank choice of hub means. */
  readonly anyHub: string;
}

const phases = [
  { value: "", label: "Any phase" },
  { value: "primary", label: "Primary" },
  { value: "secondary", label: "Secondary" },
  { value: "college", label: "Colleges" },
];

export function Filters({ filters, hub, hubs, anyHub }: FiltersProps) {
  const choice = {
    name: "hub",
    label: "Hub",
    value: hub,
    items: [{ value: "", label: anyHub }, ...hubs.map(({ code, name }) => ({ value: code, label: name }))],
  };
  return (
    <ListFilters
      action="/hub/schools"
      label="Find a school"
      summary="Find a school by name, place, URN or phase"
      set={[filters.q, filters.phase].filter(Boolean).length}
      isOpen={hubs.length > 0}
      kept={{
        hub: hubs.length === 0 && hub ? hub : undefined,
        view: filters.view === "open" ? undefined : filters.view,
      }}
      filters={[
        ...(hubs.length > 0 ? [choice] : []),
        { name: "q", label: "Name, town, postcode or URN", value: filters.q },
        { name: "phase", label: "Phase", value: filters.phase, items: phases },
      ]}
    />
  );
}
