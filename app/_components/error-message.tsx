import type { ReactNode } from "react";
import { type Attributes, classNames } from "./class-names";

export interface ErrorMessageProps {
  readonly children: ReactNode;
  readonly id?: string;
  /** What a screen reader hears first; "Error" when left out, nothing when "". */
  readonly visuallyHiddenText?: string;
  readonly className?: string;
  readonly attributes?: Attributes;
}

export function ErrorMessage({
  children,
  id,
  visuallyHiddenText = "Error",
  className,
  attributes,
}: ErrorMessageProps) {
  return (
    <p id={id} className={classNames("govuk-error-message", className)} {...attributes}>
      {visuallyHiddenText ? (
        <>
          <span className="govuk-visually-hidden">{visuallyHiddenText}:</span>{" "}
        </>
      ) : null}
      {children}
    </p>
  );
}
