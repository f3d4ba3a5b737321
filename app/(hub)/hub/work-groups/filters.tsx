import { Button } from "@/app/_components/button";
import { Input } from "@/app/_components/input";
import { Select } from "@/app/_components/select";
import { sayAcademicYear } from "@/lib/kernel/academic-year";
import { countGroupFilters, type GroupFilters } from "@/lib/workgroups/read-group-filters";
import { sayOffer } from "./say-group";

interface FiltersProps {
  readonly filters: GroupFilters;
  readonly offers: readonly {
    readonly id: string;
    readonly programme: string;
    readonly theme: string | null;
    readonly academicYear: number;
  }[];
  readonly hubCode: string | undefined;
}

/** Narrows the list. Everything it sets stands in the address. */
export function Filters({ filters, offers, hubCode }: FiltersProps) {
  const set = countGroupFilters(filters);
  const years = [...new Set(offers.map(({ academicYear }) => academicYear))].map((year) => ({
    value: sayAcademicYear(year).replace("/", "-"),
    label: sayAcademicYear(year),
  }));
  return (
    <details className="filters" open={set > 0}>
      <summary>Filter by name, year or programme{set > 0 ? ` (${set} set)` : null}</summary>
      <form method="get" action="/hub/work-groups">
        {hubCode ? <input type="hidden" name="hub" value={hubCode} /> : null}
        <input type="hidden" name="view" value={filters.view} />
        <Input
          name="q"
          label="Name, code, venue or postcode"
          defaultValue={filters.q}
          width={20}
          autoComplete="off"
        />
        <Select
          name="year"
          label="Year"
          defaultValue={filters.year === undefined ? "" : sayAcademicYear(filters.year).replace("/", "-")}
          items={[{ value: "", label: "Any year" }, ...years]}
        />
        <Select
          name="offer"
          label="Programme"
          defaultValue={filters.offer}
          items={[
            { value: "", label: "Any programme" },
            ...offers.map((offer) => ({ value: offer.id, label: sayOffer(offer) })),
          ]}
        />
        <Button>Apply</Button>
      </form>
    </details>
  );
}
