"use client";

interface ChangedRow {
  readonly id: string;
  readonly school: string;
  readonly priority: string;
  readonly before: string;
  readonly after: string;
  readonly travel: string;
}

/** Each school with its result in the older run and in the newer one. */
export function ChangedTable({ rows }: { readonly rows: readonly ChangedRow[] }) {
  return (
    <table className="queue">
      <caption className="govuk-visually-hidden">Schools with another result</caption>
      <thead>
        <tr>
          <th scope="col">School</th>
          <th scope="col">In the older run</th>
          <th scope="col">In the newer run</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <a href={`/hub/applications/${row.id}`}>{row.school}</a>
              <small>{row.priority}</small>
            </th>
            <td data-l="Older run">{row.before}</td>
            <td data-l="Newer run">
              {row.after}
              {row.travel ? <small>{row.travel}</small> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
