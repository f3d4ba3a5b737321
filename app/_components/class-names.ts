/** Joins what is there: `classNames("bar", late && "is-late")`. Undefined when nothing is, so that no empty attribute is written. */
export function classNames(...parts: (string | false | null | undefined)[]): string | undefined {
  return parts.filter(Boolean).join(" ") || undefined;
}

/** Further attributes of a component's element, as govuk-frontend's `attributes`: data-…, aria-…, colspan. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** The four sizes of labels, legends and headings. */
export type Size = "s" | "m" | "l" | "xl";
