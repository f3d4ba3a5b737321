import type { ReactNode } from "react";
import { type Attributes, classNames } from "./class-names";
import { Each } from "./each";

export interface Breadcrumb {
  readonly text: ReactNode;
  /** Left out for the page itself. */
  readonly href?: string;
  readonly attributes?: Attributes;
}

export interface BreadcrumbsProps {
  readonly items: readonly Breadcrumb[];
  readonly label?: string;
  readonly collapseOnMobile?: boolean;
  readonly className?: string;
  readonly attributes?: Attributes;
}

export function Breadcrumbs({ items, label, collapseOnMobile, className, attributes }: BreadcrumbsProps) {
  return (
    <nav
      className={classNames(
        "govuk-breadcrumbs",
        className,
        collapseOnMobile && "govuk-breadcrumbs--collapse-on-mobile",
      )}
      {...attributes}
      aria-label={label ?? "Breadcrumb"}
    >
      <ol className="govuk-breadcrumbs__list">
        <Each of={items}>
          {(item) =>
            item.href ? (
              <li className="govuk-breadcrumbs__list-item">
                <a className="govuk-breadcrumbs__link" href={item.href} {...item.attributes}>
                  {item.text}
                </a>
              </li>
            ) : (
              <li className="govuk-breadcrumbs__list-item" aria-current="page">
                {item.text}
              </li>
            )
          }
        </Each>
      </ol>
    </nav>
  );
}
