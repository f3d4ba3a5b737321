"use client";

import { type StatusKind, StatusTag } from "@/app/_components/status-tag";

export interface RunRow {
  readonly id: string;
  readonly name: string;
  readonly when: string;
  readonly by: string;
  readonly found: string;
  readonly kind: StatusKind;
  readonly words: string;
}

/** Runs, newest first. */
export function RunsTable({ rows }: { readonly rows: readonly RunRow[] }) {
  return (
    <table className="queue">
      <caption className="govuk-visually-hidden">Runs</caption>
      <thead>
        <tr>
          <th scope="col">Started</th>
          <th scope="col">Programme</th>
          <th scope="col">Result</th>
          <th scope="col">Status</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <a href={`/hub/matching/${row.id}`}>{row.when}</a>
              <small>{row.by}</small>
            </th>
            <td data-l="Programme">{row.name}</td>
            <td data-l="Result">{row.found || "None"}</td>
            <td data-l="Status">
              <StatusTag kind={row.kind}>{row.words}</StatusTag>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
