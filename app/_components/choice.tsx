import type { ChoiceDivider, ChoiceItem } from "./choices";
import { classNames } from "./class-names";
import { Hint } from "./hint";
import { Label } from "./label";

interface ChoiceProps {
  readonly kind: "radios" | "checkboxes";
  readonly item: ChoiceItem;
  readonly id: string;
  readonly name: string;
  readonly checked: boolean;
  readonly describedBy?: string;
  readonly behaviour?: "exclusive";
}

/** One radio or checkbox with its label, hint and what it opens. */
export function Choice({ kind, item, id, name, checked, describedBy, behaviour }: ChoiceProps) {
  const block = `govuk-${kind}`;
  const hintId = item.hint ? `${id}-item-hint` : undefined;
  return (
    <>
      <div className={`${block}__item`}>
        <input
          className={`${block}__input`}
          id={id}
          name={name}
          type={kind === "radios" ? "radio" : "checkbox"}
          value={item.value}
          defaultChecked={checked}
          disabled={item.disabled}
          data-aria-controls={item.conditional ? `conditional-${id}` : undefined}
          data-behaviour={behaviour}
          aria-describedby={classNames(describedBy, hintId)}
          {...item.attributes}
        />
        <Label htmlFor={id} className={classNames(`${block}__label`, item.labelClassName)}>
          {item.label}
        </Label>
        {item.hint ? (
          <Hint id={hintId} className={`${block}__hint`}>
            {item.hint}
          </Hint>
        ) : null}
      </div>
      {item.conditional ? (
        <div
          className={classNames(`${block}__conditional`, !checked && `${block}__conditional--hidden`)}
          id={`conditional-${id}`}
        >
          {item.conditional}
        </div>
      ) : null}
    </>
  );
}

export function isDivider(item: ChoiceItem | ChoiceDivider): item is ChoiceDivider {
  return "divider" in item;
}
