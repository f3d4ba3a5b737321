import type { ReactNode } from "react";
import { type Attributes, classNames } from "./class-names";

export interface WarningTextProps {
  readonly children: ReactNode;
  readonly iconFallbackText?: string;
  readonly className?: string;
  readonly attributes?: Attributes;
}

export function WarningText({ children, iconFallbackText, className, attributes }: WarningTextProps) {
  return (
    <div className={classNames("govuk-warning-text", className)} {...attributes}>
      <span className="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>{" "}
      <strong className="govuk-warning-text__text">
        <span className="govuk-visually-hidden">{iconFallbackText || "Warning"}</span> {children}
      </strong>
    </div>
  );
}
