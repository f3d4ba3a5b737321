import type { ReactNode } from "react";
import { type Attributes, classNames } from "./class-names";
import { Each } from "./each";

export interface TableCell {
  readonly text: ReactNode;
  readonly isNumber?: boolean;
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly className?: string;
  readonly attributes?: Attributes;
}

export interface TableProps {
  readonly rows: readonly (readonly (TableCell | ReactNode)[] | null | undefined | false)[];
  readonly head?: readonly (TableCell | ReactNode)[];
  readonly caption?: ReactNode;
  readonly captionClassName?: string;
  readonly firstCellIsHeader?: boolean;
  readonly small?: boolean;
  readonly className?: string;
  readonly attributes?: Attributes;
}

/** A cell that names its column where the rows of a `queue` become blocks. */
export function labelled(label: string, text: ReactNode): TableCell {
  return { text, attributes: { "data-l": label } };
}

/** A small table of facts. Lists of more than 20 rows are a `QueueTable`. */
export function Table({
  rows,
  head,
  caption,
  captionClassName,
  small,
  className,
  attributes,
  ...rest
}: TableProps) {
  return (
    <table
      className={classNames("govuk-table", small && "govuk-table--small-text-until-tablet", className)}
      {...attributes}
    >
      {caption ? (
        <caption className={classNames("govuk-table__caption", captionClassName)}>{caption}</caption>
      ) : null}
      {head ? (
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            <Each of={head}>{(cell) => <HeadCell cell={asCell(cell)} scope="col" />}</Each>
          </tr>
        </thead>
      ) : null}
      <tbody className="govuk-table__body">
        <Each of={rows.filter((row) => !!row)}>
          {(row) => (
            <tr className="govuk-table__row">
              <Each of={row}>
                {(cell, index) =>
                  index === 0 && rest.firstCellIsHeader ? (
                    <HeadCell cell={{ ...asCell(cell), isNumber: false }} scope="row" />
                  ) : (
                    <BodyCell cell={asCell(cell)} />
                  )
                }
              </Each>
            </tr>
          )}
        </Each>
      </tbody>
    </table>
  );
}

function HeadCell({ cell, scope }: { readonly cell: TableCell; readonly scope: "col" | "row" }) {
  return (
    <th
      scope={scope}
      className={classNames(
        "govuk-table__header",
        cell.isNumber && "govuk-table__header--numeric",
        cell.className,
      )}
      colSpan={cell.colSpan}
      rowSpan={cell.rowSpan}
      {...cell.attributes}
    >
      {cell.text}
    </th>
  );
}

function BodyCell({ cell }: { readonly cell: TableCell }) {
  return (
    <td
      className={classNames(
        "govuk-table__cell",
        cell.isNumber && "govuk-table__cell--numeric",
        cell.className,
      )}
      colSpan={cell.colSpan}
      rowSpan={cell.rowSpan}
      {...cell.attributes}
    >
      {cell.text}
    </td>
  );
}

/** A cell may be given as its text alone. */
function asCell(cell: TableCell | ReactNode): TableCell {
  return typeof cell === "object" && cell !== null && "text" in cell ? cell : { text: cell };
}
