"use client";

import { type StatusKind, StatusTag } from "@/app/_components/status-tag";

/** A row as it is drawn: words only, nothing that is not shown. */
export interface QueueTableRow {
  readonly id: string;
  readonly school: string;
  readonly urn: string;
  readonly what: string;
  readonly applied: string;
  readonly promised: string;
  readonly urgency: "late" | "soon" | "";
  readonly disadvantaged: string;
  readonly kind: StatusKind;
  readonly status: string;
  readonly person: string;
}

export interface QueueTableHead {
  readonly label: string;
  /** Where the header leads, when the list can be sorted by it. */
  readonly href?: string;
  readonly sorted?: "ascending" | "descending";
  readonly isNumber?: boolean;
}

interface QueueTableProps {
  readonly caption: string;
  readonly head: readonly QueueTableHead[];
  readonly rows: readonly QueueTableRow[];
}

/** One client component for the whole list. Below 768 px its rows become blocks. */
export function QueueTable({ caption, head, rows }: QueueTableProps) {
  return (
    <table className="queue">
      <caption className="govuk-visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {head.map(({ label, href, sorted, isNumber }) => (
            <th key={label} scope="col" aria-sort={sorted} className={isNumber ? "is-number" : undefined}>
              {href ? <a href={href}>{label}</a> : label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row }: { readonly row: QueueTableRow }) {
  return (
    <tr>
      <th scope="row">
        <a href={`/hub/applications/${row.id}`}>{row.school}</a>
        <small>{row.urn}</small>
      </th>
      <td data-l="What">
        {row.what}
        <small>{row.applied}</small>
      </td>
      <td data-l="Promised">
        {row.urgency ? <span className={`is-${row.urgency}`}>{row.promised}</span> : row.promised}
      </td>
      <td data-l="Disadvantaged" className="is-number">
        {row.disadvantaged}
      </td>
      <td data-l="Status">
        <StatusTag kind={row.kind}>{row.status}</StatusTag>
      </td>
      <td data-l="With">{row.person}</td>
    </tr>
  );
}
