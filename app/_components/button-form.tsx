"use client";

import { type FormAction, initialFormState } from "@/lib/forms/form-state";
import type { ButtonProps } from "./button";
import { Form } from "./form";
import { SubmitButton } from "./submit-button";

interface ButtonFormProps extends Pick<ButtonProps, "children"> {
  /** "primary" for the one thing to do on a page. */
  readonly variant?: ButtonProps["variant"] | "primary";
  readonly action: FormAction;
  /** What the button sends. */
  readonly fields: Readonly<Record<string, string>>;
  /** Names the form for screen readers when a page has several. */
  readonly label?: string;
}

/** A form that is one button: it says what went wrong above itself, and works without JavaScript. */
export function ButtonForm({ action, fields, label, children, variant = "secondary" }: ButtonFormProps) {
  return (
    <Form action={action} initial={initialFormState()} label={label}>
      {() => (
        <>
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <SubmitButton variant={variant === "primary" ? undefined : variant}>{children}</SubmitButton>
        </>
      )}
    </Form>
  );
}
