import type { ReactNode } from "react";
import { type Attributes, classNames } from "./class-names";

export interface DetailsProps {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  readonly open?: boolean;
  readonly id?: string;
  readonly className?: string;
  readonly attributes?: Attributes;
}

export function Details({ summary, children, open, id, className, attributes }: DetailsProps) {
  return (
    <details id={id} className={classNames("govuk-details", className)} {...attributes} open={open}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{summary}</span>
      </summary>
      <div className="govuk-details__text">{children}</div>
    </details>
  );
}
