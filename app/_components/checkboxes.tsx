import { Choice, isDivider } from "./choice";
import { type ChoiceDivider, type ChoiceItem, ChoicesFrame, type ChoicesProps, choiceId } from "./choices";
import { classNames } from "./class-names";
import { describedBy } from "./field";

export interface CheckboxItem extends ChoiceItem {
  /** "None of these": says that it goes with no other; the server decides. */
  readonly behaviour?: "exclusive";
}

export interface CheckboxesProps extends ChoicesProps {
  readonly items: readonly (CheckboxItem | ChoiceDivider | null | undefined | false)[];
  readonly defaultValues?: readonly string[];
}

export function Checkboxes({ defaultValues = [], ...set }: CheckboxesProps) {
  // Without a legend each box must carry the hint and the error itself.
  const inherited = set.legend === undefined ? describedBy(set.idPrefix ?? set.name, set) : undefined;
  return (
    <ChoicesFrame set={set}>
      <div
        className={classNames("govuk-checkboxes", set.small && "govuk-checkboxes--small", set.className)}
        {...set.attributes}
        data-module="govuk-checkboxes"
      >
        {set.items.map((item, index) => {
          if (!item) return null;
          if (isDivider(item))
            return (
              <div key={item.divider} className="govuk-checkboxes__divider">
                {item.divider}
              </div>
            );
          const id = choiceId(set, item, index);
          return (
            <Choice
              key={id}
              kind="checkboxes"
              item={item}
              id={id}
              name={item.name ?? set.name}
              checked={item.checked ?? defaultValues.includes(item.value)}
              describedBy={inherited}
              behaviour={item.behaviour}
            />
          );
        })}
      </div>
    </ChoicesFrame>
  );
}
