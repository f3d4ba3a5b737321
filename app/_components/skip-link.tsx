import type { ReactNode } from "react";
import { type Attributes, classNames } from "./class-names";

export interface SkipLinkProps {
  readonly children: ReactNode;
  readonly href?: string;
  readonly className?: string;
  readonly attributes?: Attributes;
}

export function SkipLink({ children, href = "#content", className, attributes }: SkipLinkProps) {
  return (
    <a
      href={href}
      className={classNames("govuk-skip-link", className)}
      {...attributes}
      data-module="govuk-skip-link"
    >
      {children}
    </a>
  );
}
