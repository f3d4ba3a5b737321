import type { ReactNode } from "react";
import { ActionLink, type SummaryAction } from "./action-link";
import { type Attributes, classNames } from "./class-names";
import { Each } from "./each";

export interface SummaryCardProps {
  readonly title?: ReactNode;
  readonly headingLevel?: 1 | 2 | 3 | 4 | 5 | 6;
  readonly actions?: readonly SummaryAction[];
  readonly children: ReactNode;
  readonly className?: string;
  readonly attributes?: Attributes;
}

export function SummaryCard({
  title,
  headingLevel = 2,
  actions = [],
  children,
  className,
  attributes,
}: SummaryCardProps) {
  const Heading = `h${headingLevel}` as const;
  const links = actions.map((action) => <ActionLink key={action.href} action={action} cardTitle={title} />);
  return (
    <div className={classNames("govuk-summary-card", className)} {...attributes}>
      <div className="govuk-summary-card__title-wrapper">
        {title ? <Heading className="govuk-summary-card__title">{title}</Heading> : null}
        {links.length === 1 ? <div className="govuk-summary-card__actions">{links}</div> : null}
        {links.length > 1 ? (
          <ul className="govuk-summary-card__actions">
            <Each of={links}>{(link) => <li className="govuk-summary-card__action">{link}</li>}</Each>
          </ul>
        ) : null}
      </div>
      <div className="govuk-summary-card__content">{children}</div>
    </div>
  );
}
