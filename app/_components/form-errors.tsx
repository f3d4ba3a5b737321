"use client";

import { type MouseEvent, type Ref, useEffect } from "react";
import type { FormState } from "@/lib/forms/form-state";
import { ErrorSummary } from "./error-summary";

/** Stands before the page's title after a failed try; without JavaScript the root layout writes it. */
const PREFIX = "Error: ";

/** What went wrong, above the form; nothing when nothing did. */
export function FormErrors({
  state,
  ref,
}: {
  readonly state: FormState;
  readonly ref?: Ref<HTMLDivElement>;
}) {
  const failed = state.errors.length > 0 || state.refusal !== undefined;
  useEffect(() => {
    if (!failed) return;
    if (!document.title.startsWith(PREFIX)) document.title = PREFIX + document.title;
    return () => {
      // After a navigation the title is already the next page's, or not there yet: writing would make a second one.
      if (document.title.startsWith(PREFIX)) document.title = document.title.slice(PREFIX.length);
    };
  }, [failed]);
  if (!failed) return null;
  return (
    <ErrorSummary
      errors={[
        ...(state.refusal ? [{ text: state.refusal }] : []),
        ...state.errors.map(({ field, message }) => ({
          text: message,
          href: field === "form" ? undefined : `#${field}`,
        })),
      ]}
      attributes={{ tabIndex: -1 }}
      onClick={focusField}
      ref={ref}
    />
  );
}

/** A link to a group of fields leads to its first field, with the question in sight. */
function focusField(event: MouseEvent) {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  const target = link?.hash ? document.getElementById(decodeURIComponent(link.hash.slice(1))) : null;
  const fields = "input:not([type=hidden]), select, textarea";
  const field = target?.matches(fields) ? target : target?.querySelector(fields);
  if (!(field instanceof HTMLElement)) return;
  event.preventDefault();
  const question = field.closest("fieldset")?.querySelector("legend") ?? field.closest(".govuk-form-group");
  (question ?? field).scrollIntoView();
  field.focus({ preventScroll: true });
}
