import type { FormState } from "@/lib/forms/form-state";

/** Props of an input, textarea, select or radios: the value as typed and what is wrong with it. */
export function fieldProps(state: FormState, name: string) {
  return { name, defaultValue: typedValue(state, name), errorMessage: errorOf(state, name) };
}

/** Props of checkboxes. They are sent as `name[]`, so that one ticked box is still a list. */
export function listProps(state: FormState, name: string) {
  const typed = state.values[name] ?? [];
  return {
    name: `${name}[]`,
    idPrefix: name,
    defaultValues: typeof typed === "string" ? [typed] : typed,
    errorMessage: errorOf(state, name),
  };
}

/** Props of a date input. It is sent as `name-day`, `name-month` and `name-year`; an error may name the whole or a part. */
export function dateProps(state: FormState, name: string) {
  const parts = ["day", "month", "year"] as const;
  const wrong = parts.filter((part) => errorOf(state, `${name}-${part}`));
  return {
    id: name,
    namePrefix: name,
    defaultValue: {
      day: typedValue(state, `${name}-day`),
      month: typedValue(state, `${name}-month`),
      year: typedValue(state, `${name}-year`),
    },
    errorMessage: errorOf(state, name) ?? (wrong[0] && errorOf(state, `${name}-${wrong[0]}`)),
    errorParts: errorOf(state, name) ? undefined : wrong,
  };
}

/** The sentence beside a field, if its value was refused. */
export function errorOf(state: FormState, field: string): string | undefined {
  return state.errors.find((error) => error.field === field)?.message;
}

function typedValue(state: FormState, name: string): string | undefined {
  const typed = state.values[name];
  return typeof typed === "string" ? typed : typed?.[0];
}
