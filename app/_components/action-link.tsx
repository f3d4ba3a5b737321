import type { ReactNode } from "react";
import { type Attributes, classNames } from "./class-names";

export interface SummaryAction {
  readonly text: ReactNode;
  readonly href: string;
  /** What is changed, for those who hear the link alone: "Change" becomes "Change your days". */
  readonly visuallyHiddenText?: string;
  readonly className?: string;
  readonly attributes?: Attributes;
}

/** A link at the end of a summary's row or card. */
export function ActionLink({
  action,
  cardTitle,
}: {
  readonly action: SummaryAction;
  readonly cardTitle?: ReactNode;
}) {
  const { text, href, visuallyHiddenText } = action;
  return (
    <a className={classNames("govuk-link", action.className)} href={href} {...action.attributes}>
      {text}
      {visuallyHiddenText || cardTitle ? (
        <span className="govuk-visually-hidden">
          {visuallyHiddenText ? ` ${visuallyHiddenText}` : null}
          {cardTitle ? <> ({cardTitle})</> : null}
        </span>
      ) : null}
    </a>
  );
}
