import type { MouseEventHandler, ReactNode } from "react";
import { type Attributes, classNames } from "./class-names";

export interface ButtonProps {
  readonly children: ReactNode;
  /** Makes it a link that looks like a button. */
  readonly href?: string;
  readonly type?: "submit" | "button" | "reset";
  readonly name?: string;
  readonly value?: string;
  /** Sends what is there, without checking it first. */
  readonly formNoValidate?: boolean;
  readonly id?: string;
  readonly variant?: "secondary" | "warning" | "inverse" | "quiet";
  readonly disabled?: boolean;
  readonly isStartButton?: boolean;
  readonly preventDoubleClick?: boolean;
  readonly className?: string;
  readonly attributes?: Attributes;
  readonly onClick?: MouseEventHandler;
}

/** What govuk-frontend gives a link that looks like a button. */
const asButton = { role: "button", draggable: "false" } as const;

export function Button({
  children,
  href,
  variant,
  isStartButton,
  className,
  attributes,
  id,
  ...rest
}: ButtonProps) {
  const common = {
    className: classNames(
      "govuk-button",
      variant && `govuk-button--${variant}`,
      className,
      isStartButton && "govuk-button--start",
    ),
    "data-module": "govuk-button",
    ...attributes,
    id,
  };
  const inside = (
    <>
      {children}
      {isStartButton ? <StartIcon /> : null}
    </>
  );
  if (href !== undefined)
    return (
      <a href={href} {...asButton} {...common}>
        {inside}
      </a>
    );
  return <PlainButton {...rest} common={common} inside={inside} />;
}

interface PlainButtonProps extends Omit<ButtonProps, "children" | "className" | "attributes" | "id"> {
  readonly common: Attributes;
  readonly inside: ReactNode;
}

function PlainButton({
  type = "submit",
  disabled,
  preventDoubleClick,
  common,
  inside,
  ...rest
}: PlainButtonProps) {
  return (
    <button
      type={type}
      {...rest}
      disabled={disabled}
      aria-disabled={disabled || undefined}
      data-prevent-double-click={preventDoubleClick}
      {...common}
    >
      {inside}
    </button>
  );
}

function StartIcon() {
  return (
    <svg
      className="govuk-button__start-icon"
      xmlns="http://www.w3.org/2000/svg"
      width="17.5"
      height="19"
      viewBox="0 0 33 40"
      aria-hidden="true"
      focusable="false"
    >
      <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
    </svg>
  );
}

/** Buttons and links that belong together. */
export function ButtonGroup({ children }: { readonly children: ReactNode }) {
  return <div className="govuk-button-group">{children}</div>;
}
