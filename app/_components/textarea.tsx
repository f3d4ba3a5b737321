import type { ReactNode } from "react";
import { type Attributes, classNames } from "./class-names";
import { FieldFrame, type FieldProps } from "./field";

export interface TextareaProps extends FieldProps {
  readonly defaultValue?: string;
  readonly rows?: number;
  readonly autoComplete?: string;
  readonly spellCheck?: boolean;
  /** Follows the control inside its form group. */
  readonly after?: ReactNode;
  readonly formGroupAttributes?: Attributes;
}

export function Textarea({ after, formGroupAttributes, ...props }: TextareaProps) {
  return (
    <FieldFrame field={props} formGroupAttributes={formGroupAttributes}>
      {(id, describedBy) => (
        <>
          <textarea
            className={classNames(
              "govuk-textarea",
              Boolean(props.errorMessage) && "govuk-textarea--error",
              props.className,
            )}
            id={id}
            name={props.name}
            rows={props.rows ?? 5}
            spellCheck={props.spellCheck}
            disabled={props.disabled}
            aria-describedby={describedBy}
            autoComplete={props.autoComplete}
            defaultValue={props.defaultValue}
            {...props.attributes}
          />
          {after}
        </>
      )}
    </FieldFrame>
  );
}
