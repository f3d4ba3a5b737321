import { Button } from "@/app/_components/button";
import { Checkboxes } from "@/app/_components/checkboxes";
import { Input } from "@/app/_components/input";
import { Select } from "@/app/_components/select";
import { type AcademicYear, sayAcademicYear } from "@/lib/kernel/academic-year";
import type { CatalogueFilters } from "@/lib/programmes/input";
import type { OwnOrganisation } from "@/lib/programmes/queries/own-organisations";
import { filterWords, type ListFilter } from "./address";

interface FiltersProps {
  readonly filters: CatalogueFilters;
  readonly inUse: number;
  readonly years: readonly AcademicYear[];
  /** The school whose eligibility is shown, and those to choose from when there are several. */
  readonly school: string | undefined;
  readonly schools: readonly OwnOrganisation[];
}

const legends: Readonly<Record<Exclude<ListFilter, "open">, string>> = {
  phase: "Phase",
  who: "Who attends",
  kind: "What it is",
  meet: "How you meet",
};

export function Filters({ filters, inUse, years, school, schools }: FiltersProps) {
  return (
    // The columns stretch what stands in them; the filters are as long as they are.
    <div>
      <details className="filters">
        <summary>{inUse === 0 ? "Filter" : `Filter: ${inUse} in use`}</summary>
        <form method="get" action="/programmes" aria-label="Filter programmes">
          <Input name="q" label="Search" type="search" defaultValue={filters.q} />
          {schools.length > 1 ? <SchoolChoice school={school} schools={schools} /> : null}
          {school ? <FilterList name="open" legend="For our school" filters={filters} /> : null}
          <FilterList name="phase" legend={legends.phase} filters={filters} />
          <FilterList name="who" legend={legends.who} filters={filters} />
          <FilterList name="kind" legend={legends.kind} filters={filters} />
          <FilterList name="meet" legend={legends.meet} filters={filters} />
          <Select
            name="year"
            label="School year"
            defaultValue={filters.year === undefined ? "" : String(filters.year)}
            items={[
              { value: "", label: "The next to start" },
              ...years.map((year) => ({ value: String(year), label: sayAcademicYear(year) })),
            ]}
          />
          <Button>Apply filters</Button>
        </form>
      </details>
    </div>
  );
}

function SchoolChoice({ school, schools }: Pick<FiltersProps, "school" | "schools">) {
  return (
    <Select
      name="school"
      label="School"
      {...(school ? { defaultValue: school } : {})}
      items={schools.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}

function FilterList({
  name,
  legend,
  filters,
}: {
  readonly name: ListFilter;
  readonly legend: string;
  readonly filters: CatalogueFilters;
}) {
  return (
    <Checkboxes
      name={name}
      legend={legend}
      legendSize="s"
      small
      defaultValues={filters[name]}
      items={Object.entries(filterWords[name]).map(([value, label]) => ({ value, label }))}
    />
  );
}
