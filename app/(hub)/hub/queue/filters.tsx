import { ListFilters } from "@/app/_components/list-filters";
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

export function Filters({ filters, options, hubCode }: FiltersProps) {
  const items = (any: string, list: QueueOptions["areas"]) => [
    { value: "", label: any },
    ...list.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const people = [
    { value: "", label: "Anybody" },
    { value: "nobody", label: "Nobody yet" },
    ...items("", options.staff).slice(1),
  ];
  return (
    <ListFilters
      action="/hub/queue"
      summary="Filter by programme, area, priority or person"
      set={countFilters(filters)}
      kept={{ hub: hubCode, view: filters.view }}
      filters={[
        { name: "q", label: "School, URN, reference or programme", value: filters.q },
        {
          name: "programme",
          label: "Programme",
          value: filters.programme,
          items: items("Any programme", options.programmes),
        },
        {
          name: "area",
          label: "Local authority",
          value: filters.area,
          items: items("Any area", options.areas),
        },
        { name: "priority", label: "Priority", value: filters.priority, items: priorities },
        { name: "person", label: "With", value: filters.person, items: people },
        { name: "phase", label: "Phase", value: filters.phase, items: phases },
      ]}
    />
  );
}
