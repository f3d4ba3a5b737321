import type { ReactNode } from "react";
import { type Attributes, classNames } from "./class-names";

export interface InsetTextProps {
  readonly children: ReactNode;
  readonly id?: string;
  readonly className?: string;
  readonly attributes?: Attributes;
}

export function InsetText({ children, id, className, attributes }: InsetTextProps) {
  return (
    <div id={id} className={classNames("govuk-inset-text", className)} {...attributes}>
      {children}
    </div>
  );
}
