"use client";

import { type StatusKind, StatusTag } from "@/app/_components/status-tag";

/** A row as it is drawn: words only, nothing that is not shown. */
export interface ProgressionTableRow {
  readonly id: string;
  readonly school: string;
  readonly urn: string;
  readonly now: string;
  readonly suggested: string;
  readonly lead: string;
  readonly promised: string;
  readonly late: boolean;
  readonly kind: StatusKind;
  readonly status: string;
}

/** One client component for the whole list. Below 768 px its rows become blocks. */
export function ProgressionTable({ rows }: { readonly rows: readonly ProgressionTableRow[] }) {
  return (
    <table className="queue">
      <caption className="govuk-visually-hidden">Recommendations, the oldest promise first</caption>
      <thead>
        <tr>
          {["School", "Now", "Suggested", "Promised", "Status"].map((label) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <a href={`/hub/progression/${row.id}`}>{row.school}</a>
              <small>{row.urn}</small>
            </th>
            <td data-l="Now">{row.now}</td>
            <td data-l="Suggested">
              {row.suggested}
              <small>{row.lead}</small>
            </td>
            <td data-l="Promised">
              {row.late ? <span className="is-late">{row.promised}</span> : row.promised}
            </td>
            <td data-l="Status">
              <StatusTag kind={row.kind}>{row.status}</StatusTag>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
