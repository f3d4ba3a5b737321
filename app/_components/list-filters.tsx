"use client";

import { Button } from "./button";
import { Input } from "./input";
import { Select, type SelectItem } from "./select";

/** A choice when it has items; a line to type in when not. */
export interface ListFilter {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly items?: readonly SelectItem[];
}

interface ListFiltersProps {
  /** The list's own address. */
  readonly action: string;
  readonly summary: string;
  /** How many are set. */
  readonly set: number;
  /** Open although nothing is set. */
  readonly isOpen?: boolean;
  /** What the address keeps beside the filters; nothing for what is undefined. */
  readonly kept: Readonly<Record<string, string | undefined>>;
  readonly filters: readonly ListFilter[];
  readonly label?: string;
}

/** Narrows a list. Everything it sets stands in the address. */
export function ListFilters({ action, summary, set, isOpen, kept, filters, label }: ListFiltersProps) {
  return (
    <details className="filters" open={isOpen || set > 0}>
      <summary>{set > 0 ? `${summary} (${set} set)` : summary}</summary>
      <form method="get" action={action} aria-label={label}>
        {Object.entries(kept).map(([name, value]) =>
          value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
        )}
        {filters.map((filter) => (
          <Filter key={filter.name} filter={filter} />
        ))}
        <Button>Apply</Button>
      </form>
    </details>
  );
}

function Filter({ filter }: { readonly filter: ListFilter }) {
  const { name, label, value, items } = filter;
  if (items) return <Select name={name} label={label} defaultValue={value} items={items} />;
  return <Input name={name} label={label} defaultValue={value} width={20} autoComplete="off" />;
}
