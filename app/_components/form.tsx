"use client";

import { useRouter } from "next/navigation";
import {
  createContext,
  type FormEvent,
  type ReactNode,
  useActionState,
  useEffect,
  useRef,
  useTransition,
} from "react";
import type { FormAction, FormState } from "@/lib/forms/form-state";
import { FormErrors } from "./form-errors";

/** True from sending until the next page is there; `SubmitButton` reads it. */
export const FormBusy = createContext(false);

export interface FormProps {
  readonly action: FormAction;
  readonly initial: FormState;
  /** The fields, drawn from the values and errors of the last try. The h1 belongs here, so that errors stand above it. */
  readonly children: (state: FormState) => ReactNode;
  readonly id?: string;
  readonly className?: string;
  /** Names the form for screen readers when a page has several. */
  readonly label?: string;
}

/** A form that works without JavaScript: errors and typed values come back, success leads on. */
export function Form({ action, initial, children, id, className, label }: FormProps) {
  const [state, submit, sending] = useActionState(action, initial);
  const leading = useLead(state);
  const summary = useFocusOnErrors(state);
  const busy = sending || leading;
  // What was sent and worked is not drawn again when the same page stays.
  const shown = state.to ? { ...initial, attempt: state.attempt } : state;
  function stopSecondSend(event: FormEvent) {
    if (busy) event.preventDefault();
  }
  return (
    <FormBusy value={busy}>
      <FormErrors state={shown} ref={summary} />
      <form
        key={state.attempt}
        id={id}
        className={className}
        aria-label={label}
        action={submit}
        onSubmit={stopSecondSend}
        noValidate
      >
        {children(shown)}
      </form>
    </FormBusy>
  );
}

/** Goes where a successful form leads; true while on the way. */
function useLead(state: FormState): boolean {
  const router = useRouter();
  const [leading, startLeading] = useTransition();
  useEffect(() => {
    const { to } = state;
    if (!to) return;
    startLeading(() => {
      const here = window.location.pathname + window.location.search;
      if (here !== to.split("#")[0]) router.push(to);
      else router.refresh();
    });
  }, [state, router]);
  return leading;
}

/** Puts the reader on the summary after a try that failed. */
function useFocusOnErrors(state: FormState) {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.errors.length > 0 || state.refusal) summary.current?.focus();
  }, [state]);
  return summary;
}
