import { Button } from "@/app/_components/button";
import { Input } from "@/app/_components/input";
import { Select } from "@/app/_components/select";
import type { QueueOptions } from "@/lib/applications/queries/hub-queue";
import { countFilters, type QueueFilters } from "@/lib/applications/read-queue-filters";

interface FiltersProps {
  readonly filters: QueueFilters;
  readonly options: QueueOptions;
  readonly hubCode: string | undefined;
}

const phases = [
  { value: "", label: "Any phase" },
  { value: "early_years", label: "Early years" },
  { value: "primary", label: "Primary" },
  { value: "secondary", label: "Secondary" },
  { value: "post16", label: "Post-16" },
  { value: "cross_phase", label: "Across phases" },
];
const priorities = [
  { value: "", label: "Any priority" },
  { value: "0", label: "First priority" },
  { value: "1", label: "Second priority" },
  { value: "2", label: "Third priority" },
];

/** Narrows the queue. Everything it sets stands in the address. */
export function Filters({ filters, options, hubCode }: FiltersProps) {
  const set = countFilters(filters);
  const items = (any: string, list: QueueOptions["areas"]) => [
    { value: "", label: any },
    ...list.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <details className="filters" open={set > 0}>
      <summary>Filter by programme, area, priority or person{set > 0 ? ` (${set} set)` : null}</summary>
      <form method="get" action="/hub/queue">
        {hubCode ? <input type="hidden" name="hub" value={hubCode} /> : null}
        <input type="hidden" name="view" value={filters.view} />
        <Input
          name="q"
          label="School, URN, reference or programme"
          defaultValue={filters.q}
          width={20}
          autoComplete="off"
        />
        <Select
          name="programme"
          label="Programme"
          defaultValue={filters.programme}
          items={items("Any programme", options.programmes)}
        />
        <Select
          name="area"
          label="Local authority"
          defaultValue={filters.area}
          items={items("Any area", options.areas)}
        />
        <Select name="priority" label="Priority" defaultValue={filters.priority} items={priorities} />
        <Select
          name="person"
          label="With"
          defaultValue={filters.person}
          items={[
            { value: "", label: "Anybody" },
            { value: "nobody", label: "Nobody yet" },
            ...items("", options.staff).slice(1),
          ]}
        />
        <Select name="phase" label="Phase" defaultValue={filters.phase} items={phases} />
        <Button>Apply</Button>
      </form>
    </details>
  );
}
