"use client";

import { BeadsInCell } from "@/app/_components/beads";
import { type StatusKind, StatusTag } from "@/app/_components/status-tag";
import { sayPlaces } from "./say-group";

/** A row as it is drawn: words and the numbers of its beads, nothing that is not shown. */
export interface GroupsTableRow {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly what: string;
  readonly day: string;
  /** Where, and in a line of its own when next. */
  readonly where: string;
  readonly taken: number;
  readonly offered: number;
  readonly maximum: number;
  /** Empty when a lead is missing. */
  readonly lead: string;
  readonly kind: StatusKind;
  readonly status: string;
}

export interface GroupsTableHead {
  readonly label: string;
  /** Where the header leads, when the list can be sorted by it. */
  readonly href?: string;
  readonly sorted?: "ascending" | "descending";
}

interface GroupsTableProps {
  readonly head: readonly GroupsTableHead[];
  readonly rows: readonly GroupsTableRow[];
}

/** One client component for the whole list. Below 768 px its rows become blocks. */
export function GroupsTable({ head, rows }: GroupsTableProps) {
  return (
    <table className="queue">
      <caption className="govuk-visually-hidden">Work Groups</caption>
      <thead>
        <tr>
          {head.map(({ label, href, sorted }) => (
            <th key={label} scope="col" aria-sort={sorted}>
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

function Row({ row }: { readonly row: GroupsTableRow }) {
  return (
    <tr>
      <th scope="row">
        <a href={`/hub/work-groups/${row.id}`}>{row.name}</a>
        <small>{row.code}</small>
      </th>
      <td data-l="What">{row.what}</td>
      <td data-l="Meets">
        {row.day}
        <small>{row.where}</small>
      </td>
      <td className="is-beads">
        <BeadsInCell solid={row.taken} half={row.offered} total={row.maximum} say={sayPlaces(row)} />
      </td>
      <td data-l="Lead">{row.lead || <StatusTag kind="bad">No lead yet</StatusTag>}</td>
      <td data-l="Status">
        <StatusTag kind={row.kind}>{row.status}</StatusTag>
      </td>
    </tr>
  );
}
