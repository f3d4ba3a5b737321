import type { ReactNode } from "react";
import type { Attributes, Size } from "./class-names";
import { describedBy, type FieldProps, HintAndError } from "./field";
import { Fieldset } from "./fieldset";
import { FormGroup } from "./form-group";

/** One answer of a set. A question that an answer opens goes in `conditional`. */
export interface ChoiceItem {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly id?: string;
  readonly name?: string;
  /** Overrides the default value of the set. */
  readonly checked?: boolean;
  readonly disabled?: boolean;
  readonly conditional?: ReactNode;
  readonly labelClassName?: string;
  readonly attributes?: Attributes;
}

/** A word between answers, usually "or". */
export interface ChoiceDivider {
  readonly divider: string;
}

export interface ChoicesProps
  extends Pick<FieldProps, "hint" | "errorMessage" | "describedBy" | "className"> {
  readonly name: string;
  /** Ids are made from it; the name when left out. */
  readonly idPrefix?: string;
  readonly items: readonly (ChoiceItem | ChoiceDivider | null | undefined | false)[];
  /** Leave out only for a set that another legend already names. */
  readonly legend?: ReactNode;
  readonly legendSize?: Size;
  readonly legendClassName?: string;
  readonly isPageHeading?: boolean;
  readonly small?: boolean;
  readonly formGroupClassName?: string;
  readonly fieldsetClassName?: string;
  readonly fieldsetAttributes?: Attributes;
  readonly attributes?: Attributes;
}

/** The frame of radios and of checkboxes: legend, hint, error, then the answers. */
export function ChoicesFrame({
  set,
  children,
}: {
  readonly set: ChoicesProps;
  readonly children: ReactNode;
}) {
  const id = set.idPrefix ?? set.name;
  const inside = (
    <>
      <HintAndError id={id} hint={set.hint} errorMessage={set.errorMessage} />
      {children}
    </>
  );
  return (
    <FormGroup hasError={Boolean(set.errorMessage)} className={set.formGroupClassName}>
      {set.legend === undefined ? (
        inside
      ) : (
        <Fieldset
          legend={set.legend}
          legendSize={set.legendSize}
          legendClassName={set.legendClassName}
          isPageHeading={set.isPageHeading}
          describedBy={describedBy(id, set)}
          className={set.fieldsetClassName}
          attributes={set.fieldsetAttributes}
        >
          {inside}
        </Fieldset>
      )}
    </FormGroup>
  );
}

/** The first answer carries the bare id, so that an error summary can link to it. */
export function choiceId(set: ChoicesProps, item: ChoiceItem, index: number): string {
  const prefix = set.idPrefix ?? set.name;
  return item.id ?? (index === 0 ? prefix : `${prefix}-${index + 1}`);
}
