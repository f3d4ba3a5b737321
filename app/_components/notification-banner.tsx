import type { ReactNode } from "react";
import { type Attributes, classNames } from "./class-names";

export interface NotificationBannerProps {
  /** A short text is set as a heading; elements are left as they are. */
  readonly children: ReactNode;
  readonly type?: "success";
  readonly title?: ReactNode;
  readonly titleId?: string;
  readonly titleHeadingLevel?: 1 | 2 | 3 | 4 | 5 | 6;
  readonly role?: string;
  readonly className?: string;
  readonly attributes?: Attributes;
}

export function NotificationBanner(props: NotificationBannerProps) {
  const { children, type, titleId = "govuk-notification-banner-title", titleHeadingLevel = 2 } = props;
  const isSuccess = type === "success";
  const Heading = `h${titleHeadingLevel}` as const;
  const landmark = { role: props.role ?? (isSuccess ? "alert" : "region"), "aria-labelledby": titleId };
  return (
    <div
      className={classNames(
        "govuk-notification-banner",
        isSuccess && "govuk-notification-banner--success",
        props.className,
      )}
      {...landmark}
      data-module="govuk-notification-banner"
      {...props.attributes}
    >
      <div className="govuk-notification-banner__header">
        <Heading className="govuk-notification-banner__title" id={titleId}>
          {props.title ?? (isSuccess ? "Success" : "Important")}
        </Heading>
      </div>
      <div className="govuk-notification-banner__content">
        {typeof children === "string" ? (
          <p className="govuk-notification-banner__heading">{children}</p>
        ) : (
          children
        )}
      </div>
    </div>
  );
}
