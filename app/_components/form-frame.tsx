"use client";

import { useRouter } from "next/navigation";
import { createContext, type FormEvent, type ReactNode, useEffect, useRef, useTransition } from "react";
import type { FormState } from "@/lib/forms/form-state";
import { FormErrors } from "./form-errors";

/** True from sending until the next page is there; `SubmitButton` reads it. */
export const FormBusy = createContext(false);

export interface FormLook {
  /** The fields, drawn from the values and errors of the last try. The h1 belongs here, so that errors stand above it. */
  readonly children: (state: FormState) => ReactNode;
  readonly id?: string;
  readonly className?: string;
  /** Names the form for screen readers when a page has several. */
  readonly label?: string;
}

interface FormFrameProps extends FormLook {
  readonly initial: FormState;
  readonly state: FormState;
  readonly sending: boolean;
  readonly submit: (formData: FormData) => void;
  /** Looks at the answers before they are sent, and may hold them back. */
  readonly onSubmit?: (event: FormEvent<HTMLFormElement>) => void;
}

/** What every form does: it sends once, shows what is wrong and puts the reader there, and goes where success leads. */
export function FormFrame({ children, initial, state, submit, onSubmit, ...look }: FormFrameProps) {
  const leading = useLead(state);
  const summary = useFocusOnErrors(state);
  const busy = look.sending || leading;
  // What was sent and worked is not drawn again when the same page stays.
  const shown = state.to ? { ...initial, attempt: state.attempt } : state;
  function send(event: FormEvent<HTMLFormElement>) {
    if (busy) event.preventDefault();
    else onSubmit?.(event);
  }
  return (
    <FormBusy value={busy}>
      <FormErrors state={shown} ref={summary} />
      <form
        key={state.attempt}
        id={look.id}
        className={look.className}
        aria-label={look.label}
        action={submit}
        onSubmit={send}
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
  const { errors, refusal } = state;
  useEffect(() => {
    if (errors.length > 0 || refusal) summary.current?.focus();
  }, [errors, refusal]);
  return summary;
}
