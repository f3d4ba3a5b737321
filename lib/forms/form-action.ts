import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { z } from "zod";
import type { Ctx } from "@/lib/access/context";
import { requestContext } from "@/lib/auth/request-context";
import type { Result } from "@/lib/kernel/result";
import type { FieldError, FormState } from "./form-state";
import { fieldErrors, formValues } from "./read-form";

export interface FormHandling<Value, Code extends string> {
  /** Where to go when it worked: a path of ours. */
  readonly to: string | ((value: Value) => string);
  /** One sentence for each refusal; `field` puts it beside an input. */
  readonly refusals: Record<Code, string | ((detail: Readonly<Record<string, string | number>>) => string)>;
  readonly fields?: Partial<Record<Code, string>>;
}

/**
 * Turns a schema and a deed into a form's action: parse, carry out, answer.
 * Errors and refusals come back with the values as typed. Success leads on: with JavaScript the browser navigates itself
 * (a redirect inside an action renders the next page twice as dearly), without it the answer is a redirect.
 */
export async function runForm<Schema extends z.ZodType, Value, Code extends string>(
  state: FormState,
  formData: FormData,
  schema: Schema,
  deed: (ctx: Ctx, input: z.infer<Schema>) => Promise<Result<Value, Code>>,
  handling: FormHandling<Value, Code>,
): Promise<FormState> {
  const values = formValues(formData);
  const parsed = schema.safeParse(values);
  const attempt = state.attempt + 1;
  if (!parsed.success) return { attempt, values, errors: fieldErrors(parsed.error) };
  const answer = await deed(await requestContext(), parsed.data);
  if (!answer.ok) return { attempt, values, ...refusalState(answer.refusal, handling) };
  return leadTo(typeof handling.to === "function" ? handling.to(answer.value) : handling.to, {
    attempt,
    values,
    errors: [],
  });
}

/** Ends a form's action by leading on; see `runForm`. */
export async function leadTo(to: string, state: FormState): Promise<FormState> {
  const withJavaScript = (await headers()).has("next-action");
  if (!withJavaScript) redirect(to);
  return { ...state, to };
}

function refusalState<Value, Code extends string>(
  refusal: { code: Code; detail?: Readonly<Record<string, string | number>> },
  handling: FormHandling<Value, Code>,
): { errors: FieldError[]; refusal?: string } {
  const copy: string | ((detail: Readonly<Record<string, string | number>>) => string) =
    handling.refusals[refusal.code];
  const sentence = typeof copy === "function" ? copy(refusal.detail ?? {}) : copy;
  const field = handling.fields?.[refusal.code];
  return field ? { errors: [{ field, message: sentence }] } : { errors: [], refusal: sentence };
}
