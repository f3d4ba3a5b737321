"use client";

import { useActionState } from "react";
import type { FormAction, FormState } from "@/lib/forms/form-state";
import { FormFrame, type FormLook } from "./form-frame";

export interface FormProps extends FormLook {
  readonly action: FormAction;
  readonly initial: FormState;
}

/** A form that works without JavaScript: errors and typed values come back, success leads on. */
export function Form({ action, initial, ...look }: FormProps) {
  const [state, submit, sending] = useActionState(action, initial);
  return <FormFrame {...look} initial={initial} state={state} submit={submit} sending={sending} />;
}
