import { ListFilters } from "@/app/_components/list-filters";
import { sayAcademicYear } from "@/lib/kernel/academic-year";
import type { GroupOffer } from "@/lib/workgroups/queries/hub-groups";
import { countGroupFilters, type GroupFilters } from "@/lib/workgroups/read-group-filters";
import { sayOffer } from "./say-group";

interface FiltersProps {
  readonly filters: GroupFilters;
  readonly offers: readonly GroupOffer[];
  readonly hubCode: string | undefined;
}

export function Filters({ filters, offers, hubCode }: FiltersProps) {
  const years = [...new Set(offers.map(({ academicYear }) => academicYear))].map((year) => ({
    value: yearValue(year),
    label: sayAcademicYear(year),
  }));
  return (
    <ListFilters
      action="/hub/work-groups"
      summary="Filter by name, year or programme"
      set={countGroupFilters(filters)}
      kept={{ hub: hubCode, view: filters.view }}
      filters={[
        { name: "q", label: "Name, code, venue or postcode", value: filters.q },
        {
          name: "year",
          label: "Year",
          value: filters.year === undefined ? "" : yearValue(filters.year),
          items: [{ value: "", label: "Any year" }, ...years],
        },
        {
          name: "offer",
          label: "Programme",
          value: filters.offer,
          items: [
            { value: "", label: "Any programme" },
            ...offers.map((offer) => ({ value: offer.id, label: sayOffer(offer) })),
          ],
        },
      ]}
    />
  );
}

/** "2026-27" */
function yearValue(year: number): string {
  return sayAcademicYear(year).replace("/", "-");
}
