import type { ReactNode } from "react";
import { ActionLink, type SummaryAction } from "./action-link";
import { type Attributes, classNames } from "./class-names";
import { Each } from "./each";
import { SummaryCard, type SummaryCardProps } from "./summary-card";

export interface SummaryRow {
  readonly key: ReactNode;
  readonly value: ReactNode;
  readonly actions?: readonly SummaryAction[];
  readonly className?: string;
}

export interface SummaryListProps {
  readonly rows: readonly (SummaryRow | null | undefined | false)[];
  readonly noBorder?: boolean;
  /** Puts the list on a card of its own. */
  readonly card?: Omit<SummaryCardProps, "children">;
  readonly className?: string;
  readonly attributes?: Attributes;
}

export function SummaryList({ rows, noBorder, card, className, attributes }: SummaryListProps) {
  const shown = rows.filter((row) => !!row);
  const anyActions = shown.some((row) => row.actions?.length);
  const list = (
    <dl
      className={classNames("govuk-summary-list", noBorder && "govuk-summary-list--no-border", className)}
      {...attributes}
    >
      <Each of={shown}>
        {(row) => <Row row={row} isShort={anyActions && !row.actions} cardTitle={card?.title} />}
      </Each>
    </dl>
  );
  return card ? <SummaryCard {...card}>{list}</SummaryCard> : list;
}

interface RowProps {
  readonly row: SummaryRow;
  /** Has no actions where others do, so it must fill their column. */
  readonly isShort: boolean;
  readonly cardTitle?: ReactNode;
}

function Row({ row, isShort, cardTitle }: RowProps) {
  const { actions = [] } = row;
  const links = actions.map((action) => (
    <ActionLink key={action.href} action={action} cardTitle={cardTitle} />
  ));
  return (
    <div
      className={classNames(
        "govuk-summary-list__row",
        isShort && "govuk-summary-list__row--no-actions",
        row.className,
      )}
    >
      <dt className="govuk-summary-list__key">{row.key}</dt>
      <dd className="govuk-summary-list__value">{row.value}</dd>
      {actions.length === 1 ? <dd className="govuk-summary-list__actions">{links}</dd> : null}
      {actions.length > 1 ? (
        <dd className="govuk-summary-list__actions">
          <ul className="govuk-summary-list__actions-list">
            <Each of={links}>
              {(link) => <li className="govuk-summary-list__actions-list-item">{link}</li>}
            </Each>
          </ul>
        </dd>
      ) : null}
    </div>
  );
}
