import type { ReactNode } from "react";
import type { Attributes, Size } from "./class-names";
import { ErrorMessage } from "./error-message";
import { FormGroup } from "./form-group";
import { Hint } from "./hint";
import { Label } from "./label";

/** What input, textarea and select have in common. The id is the name unless said otherwise. */
export interface FieldProps {
  readonly name: string;
  readonly id?: string;
  readonly label: ReactNode;
  readonly labelSize?: Size;
  readonly labelClassName?: string;
  readonly isPageHeading?: boolean;
  readonly hint?: ReactNode;
  readonly errorMessage?: ReactNode;
  readonly describedBy?: string;
  readonly disabled?: boolean;
  readonly className?: string;
  readonly formGroupClassName?: string;
  readonly attributes?: Attributes;
}

interface FieldFrameProps {
  readonly field: FieldProps;
  readonly formGroupAttributes?: Attributes;
  /** Draws the control, given its id and what describes it. */
  readonly children: (id: string, describedBy: string | undefined) => ReactNode;
}

/** Label, hint, error and control in the order that a screen reader needs. */
export function FieldFrame({ field, formGroupAttributes, children }: FieldFrameProps) {
  const id = field.id ?? field.name;
  return (
    <FormGroup
      hasError={Boolean(field.errorMessage)}
      className={field.formGroupClassName}
      attributes={formGroupAttributes}
    >
      <Label
        htmlFor={id}
        size={field.labelSize}
        isPageHeading={field.isPageHeading}
        className={field.labelClassName}
      >
        {field.label}
      </Label>
      <HintAndError id={id} hint={field.hint} errorMessage={field.errorMessage} />
      {children(id, describedBy(id, field))}
    </FormGroup>
  );
}

export function HintAndError({
  id,
  hint,
  errorMessage,
}: Pick<FieldProps, "hint" | "errorMessage"> & { id: string }) {
  return (
    <>
      {hint ? <Hint id={`${id}-hint`}>{hint}</Hint> : null}
      {errorMessage ? <ErrorMessage id={`${id}-error`}>{errorMessage}</ErrorMessage> : null}
    </>
  );
}

/** The ids that describe a control, in reading order. */
export function describedBy(
  id: string,
  field: Pick<FieldProps, "describedBy" | "hint" | "errorMessage">,
): string | undefined {
  const ids = [field.describedBy, field.hint && `${id}-hint`, field.errorMessage && `${id}-error`];
  return ids.filter(Boolean).join(" ") || undefined;
}
