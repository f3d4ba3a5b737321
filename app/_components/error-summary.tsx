import type { MouseEventHandler, ReactNode, Ref } from "react";
import { type Attributes, classNames } from "./class-names";
import { Each } from "./each";

export interface ErrorSummaryItem {
  readonly text: ReactNode;
  /** `#` and the id of the field. */
  readonly href?: string;
  readonly attributes?: Attributes;
}

export interface ErrorSummaryProps {
  readonly title?: ReactNode;
  readonly description?: ReactNode;
  readonly errors?: readonly ErrorSummaryItem[];
  readonly className?: string;
  readonly attributes?: Attributes;
  readonly ref?: Ref<HTMLDivElement>;
  readonly onClick?: MouseEventHandler<HTMLDivElement>;
}

export function ErrorSummary(props: ErrorSummaryProps) {
  const {
    title = "There is a problem",
    description,
    errors = [],
    className,
    attributes,
    ref,
    onClick,
  } = props;
  return (
    <div
      className={classNames("govuk-error-summary", className)}
      {...attributes}
      data-module="govuk-error-summary"
      ref={ref}
      onClickCapture={onClick}
    >
      <div role="alert">
        <h2 className="govuk-error-summary__title">{title}</h2>
        <div className="govuk-error-summary__body">
          {description ? <p>{description}</p> : null}
          {errors.length > 0 ? (
            <ul className="govuk-list govuk-error-summary__list">
              <Each of={errors}>
                {(error) => (
                  <li>
                    {error.href ? (
                      <a href={error.href} {...error.attributes}>
                        {error.text}
                      </a>
                    ) : (
                      error.text
                    )}
                  </li>
                )}
              </Each>
            </ul>
          ) : null}
        </div>
      </div>
    </div>
  );
}
