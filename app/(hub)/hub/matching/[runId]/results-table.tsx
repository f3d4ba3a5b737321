"use client";

/** A school's result as it is drawn: words only. */
export interface ResultRow {
  readonly id: string;
  readonly school: string;
  readonly urn: string;
  /** Its hub, in a run over all hubs. */
  readonly hub: string;
  readonly priority: string;
  readonly group: string;
  readonly where: string;
  readonly costs: readonly string[];
  readonly reason: string;
  /** What would have placed it; of one more place, the name of the group. */
  readonly changes: readonly { readonly fact: string; readonly of: string | null }[];
  readonly note: string;
  /** Where this result is changed by hand; nothing where it cannot be. */
  readonly changeHref: string;
  readonly byHand: boolean;
}

/** Each school with its group or its place among those who wait, what that costs, and the sentence it reads. */
export function ResultsTable({ rows }: { readonly rows: readonly ResultRow[] }) {
  return (
    <table className="queue">
      <caption className="govuk-visually-hidden">Results</caption>
      <thead>
        <tr>
          <th scope="col">School</th>
          <th scope="col">Result</th>
          <th scope="col">Counted as</th>
          <th scope="col">What the school reads</th>
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

function Row({ row }: { readonly row: ResultRow }) {
  return (
    <tr>
      <th scope="row">
        <a href={`/hub/applications/${row.id}`}>{row.school}</a>
        <small>{row.urn}</small>
        {row.hub ? <small>{row.hub}</small> : null}
        <small>{row.priority}</small>
      </th>
      <td data-l="Result">
        <strong>{row.group}</strong>
        <small>{row.where}</small>
        {row.byHand ? <small>Decided by hand</small> : null}
        {row.changeHref ? (
          <small>
            <a href={row.changeHref}>
              {row.byHand ? "Decide again" : "Decide by hand"}
              <span className="govuk-visually-hidden">: {row.school}</span>
            </a>
          </small>
        ) : null}
      </td>
      <td data-l="Counted as">
        {row.costs[0]}
        {row.costs.slice(1).map((cost) => (
          <small key={cost}>{cost}</small>
        ))}
      </td>
      <td data-l="The school reads">
        {row.reason}
        {row.changes.length > 0 ? <Changes changes={row.changes} /> : null}
        {row.note ? <small className="is-soon">{row.note}</small> : null}
      </td>
    </tr>
  );
}

function Changes({ changes }: Pick<ResultRow, "changes">) {
  const facts = changes.map(({ fact, of }) => (of ? `${fact} (${of})` : fact));
  return (
    <small>
      {changes.length === 1 ? "This" : "Each of these"} would have given it a place: {facts.join("; ")}.
    </small>
  );
}
