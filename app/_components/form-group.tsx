import type { ReactNode } from "react";
import { type Attributes, classNames } from "./class-names";

interface FormGroupProps {
  readonly children: ReactNode;
  readonly hasError?: boolean;
  readonly className?: string;
  readonly attributes?: Attributes;
}

/** What belongs to one question; a red bar at its left says that it has an error. */
export function FormGroup({ children, hasError, className, attributes }: FormGroupProps) {
  return (
    <div
      className={classNames("govuk-form-group", hasError && "govuk-form-group--error", className)}
      {...attributes}
    >
      {children}
    </div>
  );
}
