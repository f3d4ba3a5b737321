import type { ReactNode } from "react";
import { type Attributes, classNames, type Size } from "./class-names";

export interface FieldsetProps {
  readonly children?: ReactNode;
  readonly legend?: ReactNode;
  readonly legendSize?: Size;
  readonly legendClassName?: string;
  readonly isPageHeading?: boolean;
  readonly describedBy?: string;
  readonly role?: string;
  readonly className?: string;
  readonly attributes?: Attributes;
}

export function Fieldset({ children, describedBy, role, className, attributes, ...legend }: FieldsetProps) {
  return (
    <fieldset
      className={classNames("govuk-fieldset", className)}
      role={role}
      aria-describedby={describedBy || undefined}
      {...attributes}
    >
      {legend.legend ? <Legend {...legend} /> : null}
      {children}
    </fieldset>
  );
}

function Legend({
  legend,
  legendSize,
  legendClassName,
  isPageHeading,
}: Pick<FieldsetProps, "legend" | "legendSize" | "legendClassName" | "isPageHeading">) {
  return (
    <legend
      className={classNames(
        "govuk-fieldset__legend",
        legendSize && `govuk-fieldset__legend--${legendSize}`,
        legendClassName,
      )}
    >
      {isPageHeading ? <h1 className="govuk-fieldset__heading">{legend}</h1> : legend}
    </legend>
  );
}
