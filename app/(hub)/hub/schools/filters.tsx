import { Button } from "@/app/_components/button";
import { Input } from "@/app/_components/input";
import { Select } from "@/app/_components/select";
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

/** Narrows the list. Everything it sets stands in the address. */
export function Filters({ filters, hub, hubs, anyHub }: FiltersProps) {
  const set = [filters.q, filters.phase].filter(Boolean).length;
  return (
    <details className="filters" open={set > 0 || hubs.length > 0}>
      <summary>Find a school by name, place, URN or phase{set > 0 ? ` (${set} set)` : null}</summary>
      <form method="get" action="/hub/schools" aria-label="Find a school">
        {hubs.length > 0 ? (
          <Select
            name="hub"
            label="Hub"
            defaultValue={hub}
            items={[
              { value: "", label: anyHub },
              ...hubs.map(({ code, name }) => ({ value: code, label: name })),
            ]}
          />
        ) : null}
        {hubs.length === 0 && hub ? <input type="hidden" name="hub" value={hub} /> : null}
        {filters.view === "open" ? null : <input type="hidden" name="view" value={filters.view} />}
        <Input
          name="q"
          label="Name, town, postcode or URN"
          defaultValue={filters.q}
          width={20}
          autoComplete="off"
        />
        <Select name="phase" label="Phase" defaultValue={filters.phase} items={phases} />
        <Button>Apply</Button>
      </form>
    </details>
  );
}
