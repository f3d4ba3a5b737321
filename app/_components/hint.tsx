import type { ReactNode } from "react";
import { type Attributes, classNames } from "./class-names";

export interface HintProps {
  readonly children: ReactNode;
  readonly id?: string;
  readonly className?: string;
  readonly attributes?: Attributes;
}

export function Hint({ children, id, className, attributes }: HintProps) {
  return (
    <div id={id} className={classNames("govuk-hint", className)} {...attributes}>
      {children}
    </div>
  );
}
