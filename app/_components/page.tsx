import type { ReactNode } from "react";
import { BackLink } from "./back-link";
import { type Breadcrumb, Breadcrumbs } from "./breadcrumbs";
import { classNames } from "./class-names";

export interface PageProps {
  readonly children: ReactNode;
  /** For question and case pages. */
  readonly back?: string;
  /** For browsing pages. The last, without href, is the page itself. */
  readonly breadcrumbs?: readonly Breadcrumb[];
  /** One quiet line above the h1. */
  readonly eyebrow?: ReactNode;
  /** The h1. Left out where a legend or a form carries it. */
  readonly title?: ReactNode;
  /** Reading width: 44rem. */
  readonly narrow?: boolean;
}

/** The frame of every page below the header: the way back, then `main` with its heading. */
export function Page({ children, back, breadcrumbs, eyebrow, title, narrow }: PageProps) {
  return (
    <div className="govuk-width-container">
      {back ? (
        <nav aria-label="Back">
          <BackLink href={back} />
        </nav>
      ) : null}
      {breadcrumbs ? <Breadcrumbs items={breadcrumbs} /> : null}
      <main className={classNames("govuk-main-wrapper", narrow && "measure")} id="main" tabIndex={-1}>
        {eyebrow ? <p className="eyebrow">{eyebrow}</p> : null}
        {title ? <h1>{title}</h1> : null}
        {children}
      </main>
    </div>
  );
}
