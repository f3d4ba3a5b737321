import { sayAcademicYear } from "@/lib/kernel/academic-year";
import type { CatalogueFilters } from "@/lib/programmes/input";

/** Search parameters as Next gives them. */
export type Asked = Readonly<Record<string, string | string[] | undefined>>;

/** The words of each filter, in the order in which they are shown. */
export const filterWords = {
  open: { now: "Open to us now", "not-yet": "Not yet" },
  phase: {
    early_years: "Early years",
    primary: "Key Stages 1 and 2",
    secondary: "Key Stages 3 and 4",
    post16: "16 to 18",
    cross_phase: "Across phases",
  },
  who: {
    school_teachers: "Teachers from our school",
    individual_teachers: "Individual teachers",
    teaching_assistants: "Teaching assistants",
    local_leaders: "Local leaders",
  },
  kind: {
    group: "A group of schools",
    person: "A programme for one person",
    community: "A community",
    support: "Support in our school",
  },
  meet: { face_to_face: "Face to face", online: "Online", both: "Both" },
} as const satisfies { [Name in ListFilter]: Record<CatalogueFilters[Name][number], string> };

export type ListFilter = "open" | "phase" | "who" | "kind" | "meet";

export const listFilters = Object.keys(filterWords) as ListFilter[];

/** A filter that is in use, with the address of the same list without it. */
export interface Chip {
  readonly label: string;
  readonly href: string;
}

export function chipsOf(filters: CatalogueFilters, school: string | undefined): Chip[] {
  const own = pairsOf(filters);
  return own.map((pair) => ({
    label: pair.label,
    href: addressOf(
      own.filter((other) => other !== pair),
      school,
    ),
  }));
}

/** The catalogue without any filter, still for the school that was asked for. */
export function clearedAddress(school: string | undefined): string {
  return addressOf([], school);
}

interface Pair {
  readonly name: string;
  readonly value: string;
  readonly label: string;
}

function pairsOf(filters: CatalogueFilters): Pair[] {
  const words: Record<string, Record<string, string>> = filterWords;
  const lists = listFilters.flatMap((name) =>
    filters[name].map((value) => ({ name, value, label: words[name]?.[value] ?? value })),
  );
  const text = filters.q ? [{ name: "q", value: filters.q, label: `“${filters.q}”` }] : [];
  const year =
    filters.year === undefined
      ? []
      : [{ name: "year", value: String(filters.year), label: sayAcademicYear(filters.year) }];
  return [...text, ...lists, ...year];
}

function addressOf(pairs: readonly Pair[], school: string | undefined): string {
  const fields = new URLSearchParams(pairs.map(({ name, value }) => [name, value]));
  if (school) fields.set("school", school);
  const query = fields.toString();
  return query ? `/programmes?${query}` : "/programmes";
}

/** The first value of a name, for those that have one. */
export function single(asked: Asked, name: string): string | undefined {
  const value = asked[name];
  return typeof value === "string" ? value : value?.[0];
}
