"use client";

import { type FormEvent, startTransition, useActionState, useEffect, useRef, useState } from "react";
import type { z } from "zod";
import type { FieldError } from "@/lib/forms/form-state";
import { formValues } from "@/lib/forms/read-form";
import type { AnswerCheck, Check } from "./answer-check";
import type { FormProps } from "./form";
import { FormFrame } from "./form-frame";

/** Brings the schema that the action parses with; made outside of the component. */
export type LoadSchema = () => Promise<z.ZodType>;

interface CheckedFormProps extends FormProps {
  readonly schema: LoadSchema;
}

/**
 * A form whose answers are looked at before they are sent, so that a slip costs no wait. The check comes after the page;
 * until then, and without JavaScript, the form is sent as it is. The server has the last word. A button with
 * `formNoValidate` sends what is there.
 */
export function CheckedForm({ action, initial, schema, ...look }: CheckedFormProps) {
  const [state, submit, sending] = useActionState(action, initial);
  const [errors, setErrors] = useState<readonly FieldError[]>();
  const check = useRef<Check>(undefined);
  const loaded = useLater(schema);

  function lookAt(event: FormEvent<HTMLFormElement>) {
    const { submitter } = event.nativeEvent as SubmitEvent;
    const mayCheck = submitter instanceof HTMLButtonElement && !submitter.formNoValidate;
    if (!mayCheck || !check.current) return;
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    if (submitter.name) data.append(submitter.name, submitter.value);
    void check.current(formValues(data)).then((found) => {
      setErrors(found.length > 0 ? found : undefined);
      if (found.length === 0) startTransition(() => submit(data));
    });
  }

  const shown = errors ? { ...state, errors, refusal: undefined } : state;
  return (
    <>
      <FormFrame
        {...look}
        initial={initial}
        state={shown}
        submit={submit}
        sending={sending}
        onSubmit={lookAt}
      />
      {loaded ? <loaded.AnswerCheck schema={loaded.schema} target={check} /> : null}
    </>
  );
}

interface Loaded {
  readonly AnswerCheck: typeof AnswerCheck;
  readonly schema: z.ZodType;
}

/** Asked for when the page is there; where it does not come, the form works as it does without. */
function useLater(load: LoadSchema): Loaded | undefined {
  const [loaded, setLoaded] = useState<Loaded>();
  useEffect(() => {
    Promise.all([import("./answer-check"), load()]).then(
      ([part, schema]) => setLoaded({ AnswerCheck: part.AnswerCheck, schema }),
      () => undefined,
    );
  }, [load]);
  return loaded;
}
