"use client";

export interface RepairTableRow {
  readonly id: string;
  readonly school: string;
  readonly priority: string;
  /** What each of the two ways gives it. */
  readonly frozen: string;
  readonly repair: string;
}

/** Each school for whom the two ways differ or that comes late, with what it has now and what each way gives it. */
export function RepairTable({ rows }: { readonly rows: readonly RepairTableRow[] }) {
  return (
    <table className="queue">
      <caption className="govuk-visually-hidden">Schools in the two ways</caption>
      <thead>
        <tr>
          <th scope="col">School</th>
          <th scope="col">Moves nobody</th>
          <th scope="col">Moves the fewest</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <a href={`/hub/applications/${row.id}`}>{row.school}</a>
              <small>{row.priority}</small>
            </th>
            <td data-l="Moves nobody">{row.frozen}</td>
            <td data-l="Moves the fewest">{row.repair}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
