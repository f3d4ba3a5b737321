import type { HTMLInputTypeAttribute, InputHTMLAttributes, ReactNode } from "react";
import { classNames } from "./class-names";
import { FieldFrame, type FieldProps } from "./field";

export interface InputProps extends FieldProps {
  readonly type?: HTMLInputTypeAttribute;
  readonly defaultValue?: string | number;
  /** How many characters wide: says how long an answer is. */
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | 30;
  readonly autoComplete?: string;
  readonly autoCapitalize?: string;
  readonly inputMode?: InputHTMLAttributes<HTMLInputElement>["inputMode"];
  readonly pattern?: string;
  readonly spellCheck?: boolean;
  readonly prefix?: ReactNode;
  readonly suffix?: ReactNode;
  readonly inputWrapperClassName?: string;
}

export function Input({ prefix, suffix, inputWrapperClassName, ...props }: InputProps) {
  return (
    <FieldFrame field={props}>
      {(id, describedBy) => {
        const control = <Control {...props} id={id} describedBy={describedBy} />;
        if (!prefix && !suffix) return control;
        return (
          <div className={classNames("govuk-input__wrapper", inputWrapperClassName)}>
            {prefix ? <Affix kind="prefix">{prefix}</Affix> : null}
            {control}
            {suffix ? <Affix kind="suffix">{suffix}</Affix> : null}
          </div>
        );
      }}
    </FieldFrame>
  );
}

function Control(props: Omit<InputProps, "prefix" | "suffix">) {
  return (
    <input
      className={classNames(
        "govuk-input",
        props.width && `govuk-input--width-${props.width}`,
        props.className,
        Boolean(props.errorMessage) && "govuk-input--error",
      )}
      id={props.id}
      name={props.name}
      type={props.type ?? "text"}
      spellCheck={props.spellCheck}
      defaultValue={props.defaultValue}
      disabled={props.disabled}
      aria-describedby={props.describedBy}
      autoComplete={props.autoComplete}
      autoCapitalize={props.autoCapitalize}
      pattern={props.pattern}
      inputMode={props.inputMode}
      {...props.attributes}
    />
  );
}

function Affix({ kind, children }: { readonly kind: "prefix" | "suffix"; readonly children: ReactNode }) {
  return (
    <div className={`govuk-input__${kind}`} aria-hidden="true">
      {children}
    </div>
  );
}
