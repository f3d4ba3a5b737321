"use client";

/** A row as it is drawn: words only, nothing that is not shown. */
export interface SchoolsTableRow {
  readonly id: string;
  readonly name: string;
  readonly urn: string;
  readonly place: string;
  readonly phases: string;
  readonly pupils: string;
  readonly disadvantaged: string;
  readonly stages: string;
  readonly note: string;
}

/** One client component for the whole list. Below 768 px its rows become blocks. */
export function SchoolsTable({ rows }: { readonly rows: readonly SchoolsTableRow[] }) {
  return (
    <table className="queue">
      <caption className="govuk-visually-hidden">Schools, by name</caption>
      <thead>
        <tr>
          <th scope="col">School</th>
          <th scope="col">Where</th>
          <th scope="col">Phase</th>
          <th scope="col" className="is-number">
            Pupils
          </th>
          <th scope="col" className="is-number">
            Disadvantaged
          </th>
          <th scope="col">Stage now</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <a href={`/hub/schools/${row.id}`}>{row.name}</a>
              <small>{row.urn}</small>
            </th>
            <td data-l="Where">{row.place}</td>
            <td data-l="Phase">
              {row.phases}
              {row.note ? <small>{row.note}</small> : null}
            </td>
            <td data-l="Pupils" className="is-number">
              {row.pupils}
            </td>
            <td data-l="Disadvantaged" className="is-number">
              {row.disadvantaged}
            </td>
            <td data-l="Stage now">{row.stages}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
