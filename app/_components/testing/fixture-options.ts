import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { ReactNode } from "react";
import type { Attributes } from "../class-names";
import { toReact } from "./html-tree";

/** The options of govuk-frontend's macros as its fixtures write them, all components in one. */
export interface FixtureOptions extends FixtureText {
  readonly id?: string;
  readonly idPrefix?: string;
  readonly name?: string;
  readonly namePrefix?: string;
  readonly value?: string | number;
  readonly values?: readonly string[] | Readonly<Record<string, string>>;
  readonly type?: string;
  readonly href?: string;
  readonly disabled?: boolean;
  readonly open?: boolean;
  readonly role?: string;
  readonly rows?: unknown;
  readonly for?: string;
  readonly label?: FixtureLegend;
  readonly legend?: FixtureLegend;
  readonly hint?: FixtureText;
  readonly errorMessage?: FixtureText;
  readonly fieldset?: FixtureText & { readonly legend?: FixtureLegend; readonly describedBy?: string };
  readonly formGroup?: FixtureText;
  readonly isPageHeading?: boolean;
  readonly describedBy?: string;
  readonly autocomplete?: string;
  readonly autocapitalize?: string;
  readonly inputmode?: "numeric" | "decimal";
  readonly pattern?: string;
  readonly spellcheck?: boolean;
  readonly prefix?: FixtureText;
  readonly suffix?: FixtureText;
  readonly inputWrapper?: FixtureText;
  readonly isStartButton?: boolean;
  readonly preventDoubleClick?: boolean;
  readonly items?: readonly (FixtureItem | null | false)[];
  readonly titleText?: string;
  readonly titleHtml?: string;
  readonly titleId?: string;
  readonly titleHeadingLevel?: 2 | 3;
  readonly headingLevel?: 1 | 2;
  readonly descriptionText?: string;
  readonly descriptionHtml?: string;
  readonly errorList?: readonly FixtureItem[];
  readonly summaryText?: string;
  readonly summaryHtml?: string;
  readonly visuallyHiddenText?: string;
  readonly iconFallbackText?: string;
  readonly labelText?: string;
  readonly landmarkLabel?: string;
  readonly collapseOnMobile?: boolean;
  readonly previous?: FixtureItem;
  readonly next?: FixtureItem;
  readonly head?: readonly FixtureCell[];
  readonly caption?: string;
  readonly captionClasses?: string;
  readonly firstCellIsHeader?: boolean;
  readonly card?: FixtureCard;
  readonly maxlength?: number;
  readonly maxwords?: number;
  readonly threshold?: number;
  readonly countType?: "length" | "characters" | "words";
  readonly countMessage?: FixtureText;
  readonly day?: FixtureItem | false;
  readonly month?: FixtureItem | false;
  readonly year?: FixtureItem | false;
}

export interface FixtureText {
  readonly text?: string;
  readonly html?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

export interface FixtureLegend extends FixtureText {
  readonly isPageHeading?: boolean;
}

export interface FixtureItem extends FixtureText {
  readonly value?: string | number;
  readonly id?: string;
  readonly name?: string;
  readonly href?: string;
  readonly hint?: FixtureText;
  readonly label?: FixtureText;
  readonly divider?: string;
  readonly checked?: boolean;
  readonly selected?: boolean;
  readonly disabled?: boolean;
  readonly behaviour?: "exclusive";
  readonly conditional?: FixtureText | boolean;
  readonly error?: boolean;
  readonly autocomplete?: string;
  readonly title?: FixtureText;
  readonly status?: FixtureText & { readonly tag?: FixtureText };
  readonly number?: string;
  readonly current?: boolean;
  readonly ellipsis?: true;
  readonly visuallyHiddenText?: string;
  readonly labelText?: string;
}

export interface FixtureCell extends FixtureText {
  readonly format?: string;
  readonly colspan?: number;
  readonly rowspan?: number;
}

export interface FixtureActions extends FixtureText {
  readonly items?: readonly FixtureItem[];
}

export interface FixtureCard extends FixtureText {
  readonly title?: FixtureText & { readonly headingLevel?: 1 | 2 | 3 };
  readonly actions?: FixtureActions;
}

export interface FixtureSummaryRow {
  readonly key: FixtureText;
  readonly value: FixtureText;
  readonly actions?: FixtureActions;
  readonly classes?: string;
}

export interface Fixture {
  readonly name: string;
  readonly options: FixtureOptions;
  readonly html: string;
}

/** The examples that govuk-frontend ships for a component: options in, HTML out. */
export function fixturesOf(component: string): readonly Fixture[] {
  const path = createRequire(import.meta.url).resolve(
    `govuk-frontend/dist/govuk/components/${component}/fixtures.json`,
  );
  return JSON.parse(readFileSync(path, "utf8")).fixtures;
}

/** Text or HTML of an option, as a React node. */
export function content(option: FixtureText | undefined): ReactNode {
  if (!option) return undefined;
  return option.html ? toReact(option.html) : option.text;
}

/** A number in an option becomes the text that the macro would print. */
export function text(value: string | number | undefined): string | undefined {
  return value === undefined || value === null ? undefined : String(value);
}
