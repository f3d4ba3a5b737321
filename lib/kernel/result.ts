/** What a deed answers with: a value, or a refusal that has a code and one sentence of copy. Faults are thrown. */
export type Result<Value, Code extends string = string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal<Code> };

export interface Refusal<Code extends string = string> {
  readonly code: Code;
  /** Values the sentence needs, such as the date a window opens. Never another school's data. */
  readonly detail?: Readonly<Record<string, string | number>>;
}

export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function refuse<Code extends string>(
  code: Code,
  detail?: Refusal["detail"],
): { readonly ok: false; readonly refusal: Refusal<Code> } {
  return { ok: false, refusal: detail ? { code, detail } : { code } };
}
