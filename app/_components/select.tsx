import { type Attributes, classNames } from "./class-names";
import { FieldFrame, type FieldProps } from "./field";

export interface SelectItem {
  readonly label: string;
  readonly value?: string;
  readonly disabled?: boolean;
  readonly attributes?: Attributes;
}

export interface SelectProps extends FieldProps {
  readonly items: readonly SelectItem[];
  readonly defaultValue?: string;
}

export function Select({ items, defaultValue, ...props }: SelectProps) {
  return (
    <FieldFrame field={props}>
      {(id, describedBy) => (
        <select
          className={classNames(
            "govuk-select",
            props.className,
            Boolean(props.errorMessage) && "govuk-select--error",
          )}
          id={id}
          name={props.name}
          disabled={props.disabled}
          aria-describedby={describedBy}
          defaultValue={defaultValue}
          {...props.attributes}
        >
          {items.map((item) => (
            <option
              key={item.value ?? item.label}
              value={item.value}
              disabled={item.disabled}
              {...item.attributes}
            >
              {item.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}
