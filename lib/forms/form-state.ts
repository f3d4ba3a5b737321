/** What a form page draws: the values as typed, what is wrong, or where to go next. It travels through the browser: nothing secret, and never trusted. */
export interface FormState {
  /** Counted up by each try; a form is keyed by it so that returned values are drawn. */
  readonly attempt: number;
  readonly values: Readonly<Record<string, string | string[]>>;
  readonly errors: readonly FieldError[];
  /** A refusal that belongs to no field, as one sentence. */
  readonly refusal?: string;
  /** Where a successful form leads, when JavaScript follows it. */
  readonly to?: string;
}

export interface FieldError {
  readonly field: string;
  readonly message: string;
}

export function initialFormState(values: FormState["values"] = {}): FormState {
  return { attempt: 0, values, errors: [] };
}

/** A form's action, as `useActionState` takes it. */
export type FormAction = (state: FormState, formData: FormData) => Promise<FormState>;
