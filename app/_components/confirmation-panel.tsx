import type { ReactNode } from "react";
import { type Attributes, classNames } from "./class-names";

export interface ConfirmationPanelProps {
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly headingLevel?: 1 | 2 | 3 | 4 | 5 | 6;
  readonly className?: string;
  readonly attributes?: Attributes;
}

/** govuk-frontend's panel: what has been sent, with its reference. `Panel` is our own box. */
export function ConfirmationPanel({
  title,
  children,
  headingLevel = 1,
  className,
  attributes,
}: ConfirmationPanelProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <div className={classNames("govuk-panel", "govuk-panel--confirmation", className)} {...attributes}>
      <Heading className="govuk-panel__title">{title}</Heading>
      {children ? <div className="govuk-panel__body">{children}</div> : null}
    </div>
  );
}
