"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { type RefObject, useEffect } from "react";
import { type FieldErrors, useForm } from "react-hook-form";
import type { z } from "zod";
import type { FieldError } from "@/lib/forms/form-state";
import type { FormValues } from "@/lib/forms/read-form";

/** Answers with what is wrong; with nothing when the answers may be sent. */
export type Check = (values: FormValues) => Promise<readonly FieldError[]>;

interface AnswerCheckProps {
  readonly schema: z.ZodType;
  /** Where the form finds the check, once there is one. */
  readonly target: RefObject<Check | undefined>;
}

/** Looks at answers with the schema that the action parses with. It draws nothing, and comes when the page is there already. */
export function AnswerCheck({ schema, target }: AnswerCheckProps) {
  // Whatever a schema makes of it, what a form gives it is text.
  const resolver = zodResolver(schema as z.ZodType<unknown, FormValues>);
  const { handleSubmit, reset } = useForm<FormValues, unknown, unknown>({ resolver });
  useEffect(() => {
    target.current = async (values) => {
      let complaints: readonly FieldError[] = [];
      // The fields stay the browser's own: what they hold is read as the server reads it.
      reset(values);
      await handleSubmit(
        () => undefined,
        (found) => {
          complaints = complaintsOf(found);
        },
      )();
      return complaints;
    };
    return () => {
      target.current = undefined;
    };
  }, [target, reset, handleSubmit]);
  return null;
}

/** What belongs to a field that is shown; anything else is for the server to answer. */
function complaintsOf(found: FieldErrors<FormValues>): FieldError[] {
  return Object.entries(found).flatMap(([field, error]) =>
    typeof error?.message === "string" ? [{ field, message: error.message }] : [],
  );
}
