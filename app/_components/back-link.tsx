import type { ReactNode } from "react";
import { type Attributes, classNames } from "./class-names";

export interface BackLinkProps {
  readonly href?: string;
  readonly children?: ReactNode;
  readonly className?: string;
  readonly attributes?: Attributes;
}

export function BackLink({ href = "#", children = "Back", className, attributes }: BackLinkProps) {
  return (
    <a href={href} className={classNames("govuk-back-link", className)} {...attributes}>
      {children}
    </a>
  );
}
