"use client";

export interface Chip {
  readonly label: string;
  readonly href: string;
  readonly current?: boolean;
}

interface ChipsProps {
  readonly chips: readonly Chip[];
  /** What choosing one does, for people who do not see them. */
  readonly label?: string;
}

/** The views of a list, each with an address of its own. */
export function Chips({ chips, label = "Show" }: ChipsProps) {
  return (
    <nav aria-label={label}>
      <ul className="chips">
        {chips.map((chip) => (
          <li key={chip.href}>
            <a href={chip.href} aria-current={chip.current ? "page" : undefined}>
              {chip.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
