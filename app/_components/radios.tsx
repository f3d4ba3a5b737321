import { Choice, isDivider } from "./choice";
import { ChoicesFrame, type ChoicesProps, choiceId } from "./choices";
import { classNames } from "./class-names";

export interface RadiosProps extends ChoicesProps {
  readonly defaultValue?: string;
  readonly inline?: boolean;
}

export function Radios({ defaultValue, inline, ...set }: RadiosProps) {
  return (
    <ChoicesFrame set={set}>
      <div
        className={classNames(
          "govuk-radios",
          inline && "govuk-radios--inline",
          set.small && "govuk-radios--small",
          set.className,
        )}
        {...set.attributes}
        data-module="govuk-radios"
      >
        {set.items.map((item, index) => {
          if (!item) return null;
          if (isDivider(item))
            return (
              <div key={item.divider} className="govuk-radios__divider">
                {item.divider}
              </div>
            );
          const id = choiceId(set, item, index);
          const checked = item.checked ?? (Boolean(defaultValue) && item.value === defaultValue);
          return <Choice key={id} kind="radios" item={item} id={id} name={set.name} checked={checked} />;
        })}
      </div>
    </ChoicesFrame>
  );
}
