import type { ReactNode } from "react";
import { type Attributes, classNames, type Size } from "./class-names";

export interface LabelProps {
  readonly children: ReactNode;
  readonly htmlFor?: string;
  readonly size?: Size;
  readonly isPageHeading?: boolean;
  readonly className?: string;
  readonly attributes?: Attributes;
}

export function Label({ children, htmlFor, size, isPageHeading, className, attributes }: LabelProps) {
  if (children === undefined || children === null || children === "") return null;
  const label = (
    <label
      className={classNames("govuk-label", size && `govuk-label--${size}`, className)}
      {...attributes}
      htmlFor={htmlFor}
    >
      {children}
    </label>
  );
  return isPageHeading ? <h1 className="govuk-label-wrapper">{label}</h1> : label;
}
