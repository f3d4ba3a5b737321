"use client";

import type { ReactNode } from "react";
import { type Attributes, classNames } from "./class-names";
import { Each } from "./each";

export interface PaginationStep {
  readonly href: string;
  readonly text?: ReactNode;
  /** What lies there, when the pages are not numbered. */
  readonly label?: string;
  readonly attributes?: Attributes;
}

export type PaginationItem =
  | { readonly ellipsis: true }
  | {
      readonly number: number | string;
      readonly href: string;
      readonly current?: boolean;
      readonly visuallyHiddenText?: string;
      readonly attributes?: Attributes;
    };

export interface PaginationProps {
  readonly previous?: PaginationStep;
  readonly next?: PaginationStep;
  readonly items?: readonly PaginationItem[];
  readonly landmarkLabel?: string;
  readonly className?: string;
  readonly attributes?: Attributes;
}

export function Pagination({ previous, next, items, landmarkLabel, className, attributes }: PaginationProps) {
  const isBlock = !items && Boolean(previous || next);
  return (
    <nav
      className={classNames("govuk-pagination", isBlock && "govuk-pagination--block", className)}
      aria-label={landmarkLabel || "Pagination"}
      {...attributes}
    >
      {previous ? <Step kind="prev" step={previous} isBlock={isBlock} /> : null}
      {items ? (
        <ul className="govuk-pagination__list">
          <Each of={items}>{(item) => <PageItem item={item} />}</Each>
        </ul>
      ) : null}
      {next ? <Step kind="next" step={next} isBlock={isBlock} /> : null}
    </nav>
  );
}

interface StepProps {
  readonly kind: "prev" | "next";
  readonly step: PaginationStep;
  readonly isBlock: boolean;
}

function Step({ kind, step, isBlock }: StepProps) {
  const arrowFirst = isBlock || kind === "prev";
  const plain = kind === "prev" ? "Previous" : "Next";
  return (
    <div className={`govuk-pagination__${kind}`}>
      <a className="govuk-link govuk-pagination__link" href={step.href} rel={kind} {...step.attributes}>
        {arrowFirst ? <Arrow kind={kind} /> : null}
        <span
          className={classNames(
            "govuk-pagination__link-title",
            isBlock && !step.label && "govuk-pagination__link-title--decorated",
          )}
        >
          {step.text ?? (
            <>
              {plain}
              <span className="govuk-visually-hidden"> page</span>
            </>
          )}
        </span>
        {step.label && isBlock ? (
          <>
            {" "}
            <span className="govuk-visually-hidden">:</span>{" "}
            <span className="govuk-pagination__link-label">{step.label}</span>
          </>
        ) : null}
        {arrowFirst ? null : <Arrow kind={kind} />}
      </a>
    </div>
  );
}

function PageItem({ item }: { readonly item: PaginationItem }) {
  if ("ellipsis" in item)
    return <li className="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>;
  return (
    <li className={classNames("govuk-pagination__item", item.current && "govuk-pagination__item--current")}>
      <a
        className="govuk-link govuk-pagination__link"
        href={item.href}
        aria-label={item.visuallyHiddenText ?? `Page ${item.number}`}
        aria-current={item.current ? "page" : undefined}
        {...item.attributes}
      >
        {item.number}
      </a>
    </li>
  );
}

const arrows = {
  prev: "m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z",
  next: "m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z",
};

function Arrow({ kind }: { readonly kind: "prev" | "next" }) {
  return (
    <svg
      className={`govuk-pagination__icon govuk-pagination__icon--${kind}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 15 13"
    >
      <path d={arrows[kind]} />
    </svg>
  );
}
