import type { ReactElement } from "react";
import { Button } from "../button";
import { CharacterCount } from "../character-count";
import { Checkboxes } from "../checkboxes";
import type { ChoiceDivider, ChoiceItem } from "../choices";
import { DateInput, type DatePart } from "../date-input";
import { ErrorMessage } from "../error-message";
import { ErrorSummary } from "../error-summary";
import { Fieldset } from "../fieldset";
import { Hint } from "../hint";
import { Input } from "../input";
import { Label } from "../label";
import { Radios } from "../radios";
import { Select } from "../select";
import { Textarea } from "../textarea";
import { content, type FixtureItem, type FixtureOptions, text } from "./fixture-options";

/** How govuk-frontend's options become the props of our form components. */
export const formAdapters: Record<string, (options: FixtureOptions) => ReactElement> = {
  button: (o) => (
    <Button
      {...common(o)}
      id={o.id}
      href={o.href}
      type={o.type as "button" | undefined}
      name={o.name}
      value={text(o.value)}
      disabled={o.disabled}
      isStartButton={o.isStartButton}
      preventDoubleClick={o.preventDoubleClick}
    >
      {o.html && o.isStartButton ? <span>{content(o)}</span> : content(o)}
    </Button>
  ),
  input: (o) => (
    <Input
      {...field(o)}
      type={o.type}
      defaultValue={o.value}
      autoComplete={o.autocomplete}
      autoCapitalize={o.autocapitalize}
      inputMode={o.inputmode}
      pattern={o.pattern}
      spellCheck={o.spellcheck}
      prefix={content(o.prefix)}
      suffix={content(o.suffix)}
      inputWrapperClassName={o.inputWrapper?.classes}
    />
  ),
  textarea: (o) => <Textarea {...textarea(o)} />,
  "character-count": (o) => (
    <CharacterCount
      {...textarea(o)}
      maxLength={o.maxlength}
      maxWords={o.maxwords}
      threshold={o.threshold}
      countType={o.countType}
      countMessageClassName={o.countMessage?.classes}
    />
  ),
  select: (o) => (
    <Select
      {...field(o)}
      defaultValue={selected(o)}
      items={items(o).map((item) => ({
        label: item.text ?? "",
        value: text(item.value),
        disabled: item.disabled,
        attributes: item.attributes,
      }))}
    />
  ),
  radios: (o) => (
    <Radios
      {...choices(o)}
      items={(o.items ?? []).map((item) => item && choice(item))}
      defaultValue={text(o.value)}
    />
  ),
  checkboxes: (o) => (
    <Checkboxes
      {...choices(o)}
      items={(o.items ?? []).map((item) => item && { ...choice(item), behaviour: item.behaviour })}
      defaultValues={Array.isArray(o.values) ? o.values : undefined}
    />
  ),
  "date-input": (o) => <DateInput {...date(o)} />,
  fieldset: (o) => (
    <Fieldset {...common(o)} {...legend(o.legend)} describedBy={o.describedBy} role={o.role}>
      {content(o)}
    </Fieldset>
  ),
  label: (o) => (
    <Label {...common(o)} htmlFor={o.for} isPageHeading={o.isPageHeading}>
      {content(o)}
    </Label>
  ),
  hint: (o) => (
    <Hint {...common(o)} id={o.id}>
      {content(o)}
    </Hint>
  ),
  "error-message": (o) => (
    <ErrorMessage {...common(o)} id={o.id} visuallyHiddenText={o.visuallyHiddenText}>
      {content(o)}
    </ErrorMessage>
  ),
  "error-summary": (o) => (
    <ErrorSummary
      {...common(o)}
      title={content({ text: o.titleText, html: o.titleHtml })}
      description={content({ text: o.descriptionText, html: o.descriptionHtml })}
      errors={o.errorList?.map((item) => ({
        text: content(item),
        href: item.href,
        attributes: item.attributes,
      }))}
    />
  ),
};

function common(o: FixtureOptions) {
  return { className: o.classes, attributes: o.attributes };
}

function field(o: FixtureOptions) {
  return {
    ...common(o),
    name: o.name ?? "",
    id: o.id,
    label: content(o.label),
    labelClassName: o.label?.classes,
    isPageHeading: o.label?.isPageHeading,
    hint: content(o.hint),
    errorMessage: content(o.errorMessage),
    describedBy: o.describedBy,
    disabled: o.disabled,
    formGroupClassName: o.formGroup?.classes,
  };
}

function textarea(o: FixtureOptions) {
  return {
    ...field(o),
    defaultValue: text(o.value),
    rows: typeof o.rows === "number" || typeof o.rows === "string" ? Number(o.rows) : undefined,
    autoComplete: o.autocomplete,
    spellCheck: o.spellcheck,
  };
}

function legend(o: FixtureOptions["legend"]) {
  return { legend: content(o), legendClassName: o?.classes, isPageHeading: o?.isPageHeading };
}

function choices(o: FixtureOptions) {
  return {
    ...common(o),
    ...legend(o.fieldset?.legend),
    name: o.name ?? "",
    idPrefix: o.idPrefix,
    hint: content(o.hint),
    errorMessage: content(o.errorMessage),
    describedBy: o.fieldset?.describedBy ?? o.describedBy,
    formGroupClassName: o.formGroup?.classes,
    fieldsetClassName: o.fieldset?.classes,
    fieldsetAttributes: o.fieldset?.attributes,
  };
}

function choice(item: FixtureItem): ChoiceItem | ChoiceDivider {
  if (item.divider) return { divider: item.divider };
  return {
    value: text(item.value) ?? "",
    label: content(item),
    hint: content(item.hint),
    id: item.id,
    name: item.name,
    checked: item.checked,
    disabled: item.disabled,
    conditional: typeof item.conditional === "object" ? content(item.conditional) : undefined,
    labelClassName: item.label?.classes,
    attributes: item.attributes,
  };
}

function selected(o: FixtureOptions): string | undefined {
  const chosen = items(o).find((item) => item.selected);
  return chosen ? (text(chosen.value) ?? chosen.text) : text(o.value);
}

function items(o: FixtureOptions): FixtureItem[] {
  return (o.items ?? []).filter((item) => !!item);
}

/** A date's parts come as items or as day, month and year. */
function date(o: FixtureOptions) {
  const names: readonly DatePart[] = ["day", "month", "year"];
  const given = items(o);
  const parts = names.filter((part) =>
    given.length === 0 ? o[part] !== false : given.some((item) => item.name === part),
  );
  const of = (part: DatePart) => given.find((item) => item.name === part) ?? (o[part] || undefined);
  const wrong = parts.filter((part) => of(part)?.error || of(part)?.classes?.includes("govuk-input--error"));
  return {
    ...choices(o),
    id: o.id ?? "",
    namePrefix: o.namePrefix,
    parts,
    errorParts:
      wrong.length > 0 ? wrong : o.errorMessage && parts.filter((part) => of(part)?.error !== false),
    defaultValue: Object.fromEntries(parts.map((part) => [part, of(part)?.value ?? valueOfPart(o, part)])),
    autoComplete: given.some((item) => item.autocomplete) ? ("bday" as const) : undefined,
  };
}

function valueOfPart(o: FixtureOptions, part: DatePart): string | undefined {
  const values = new Map(Object.entries(o.values ?? {}));
  return values.get(o.namePrefix ? `${o.namePrefix}-${part}` : part) ?? values.get(part);
}
