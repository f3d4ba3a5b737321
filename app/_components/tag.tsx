import type { ReactNode } from "react";
import { type Attributes, classNames } from "./class-names";

export interface TagProps {
  readonly children: ReactNode;
  readonly className?: string;
  readonly attributes?: Attributes;
}

/** A plain label. What somebody waits for or must do is a `StatusTag`. */
export function Tag({ children, className, attributes }: TagProps) {
  return (
    <strong className={classNames("govuk-tag", className)} {...attributes}>
      {children}
    </strong>
  );
}
