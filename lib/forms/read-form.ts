import type { z } from "zod";
import type { FieldError } from "./form-state";

export type FormValues = Record<string, string | string[]>;

/** The fields of a form as text; a name that comes more than once, or ends in `[]`, is a list. Files and the framework's own fields are left out. */
export function formValues(formData: FormData): FormValues {
  const values: FormValues = {};
  for (const key of new Set(formData.keys())) {
    if (key.startsWith("$ACTION")) continue;
    const texts = formData.getAll(key).filter((value): value is string => typeof value === "string");
    const name = key.endsWith("[]") ? key.slice(0, -2) : key;
    values[name] = key.endsWith("[]") || texts.length > 1 ? texts : (texts[0] ?? "");
  }
  return values;
}

/** One error a field, the first, in the order of the schema's own complaints. */
export function fieldErrors(error: z.ZodError): FieldError[] {
  const first = new Map<string, string>();
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? "form");
    if (!first.has(field)) first.set(field, issue.message);
  }
  return [...first].map(([field, message]) => ({ field, message }));
}
