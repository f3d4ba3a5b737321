"use client";

/** A row as it is drawn: words only. */
export interface ReviewsTableRow {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly when: string;
  /** Who answered, and how; blank while it is open. */
  readonly answer: string;
}

interface ReviewsTableProps {
  readonly rows: readonly ReviewsTableRow[];
  readonly answered: boolean;
}

/** One client component for the whole list. Below 768 px its rows become blocks. */
export function ReviewsTable({ rows, answered }: ReviewsTableProps) {
  return (
    <table className="queue">
      <caption className="govuk-visually-hidden">
        {answered ? "Answered, the newest first" : "Open, the oldest first"}
      </caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">What the register says</th>
          <th scope="col">{answered ? "Answered" : "Found"}</th>
          {answered ? <th scope="col">Answer</th> : null}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <a href={`/hub/schools/reviews/${row.id}`}>{row.title}</a>
            </th>
            <td data-l="What the register says">{row.detail}</td>
            <td data-l={answered ? "Answered" : "Found"}>{row.when}</td>
            {answered ? <td data-l="Answer">{row.answer}</td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
