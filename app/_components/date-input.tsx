import type { ReactNode } from "react";
import { type Attributes, classNames, type Size } from "./class-names";
import { describedBy, HintAndError } from "./field";
import { Fieldset } from "./fieldset";
import { FormGroup } from "./form-group";
import { Input } from "./input";

export type DatePart = "day" | "month" | "year";

export interface DateInputProps {
  /** The parts get the ids `id-day`, `id-month` and `id-year`. */
  readonly id: string;
  /** The parts are sent as `prefix-day` and so on. */
  readonly namePrefix?: string;
  readonly legend?: ReactNode;
  readonly legendSize?: Size;
  readonly legendClassName?: string;
  readonly isPageHeading?: boolean;
  readonly hint?: ReactNode;
  readonly errorMessage?: ReactNode;
  /** Which parts are wrong; when left out, all of them as soon as there is a message. */
  readonly errorParts?: readonly DatePart[];
  readonly parts?: readonly DatePart[];
  readonly defaultValue?: Partial<Record<DatePart, string | number>>;
  /** For a date of birth: fills the three parts from the browser's memory. */
  readonly autoComplete?: "bday";
  readonly describedBy?: string;
  readonly className?: string;
  readonly formGroupClassName?: string;
  readonly attributes?: Attributes;
}

const allParts: readonly DatePart[] = ["day", "month", "year"];

export function DateInput(props: DateInputProps) {
  const inside = (
    <>
      <HintAndError id={props.id} hint={props.hint} errorMessage={props.errorMessage} />
      <div className={classNames("govuk-date-input", props.className)} {...props.attributes} id={props.id}>
        {(props.parts ?? allParts).map((part) => (
          <div className="govuk-date-input__item" key={part}>
            <PartInput part={part} of={props} />
          </div>
        ))}
      </div>
    </>
  );
  return (
    <FormGroup hasError={Boolean(props.errorMessage)} className={props.formGroupClassName}>
      {props.legend === undefined ? (
        inside
      ) : (
        <Fieldset
          legend={props.legend}
          legendSize={props.legendSize}
          legendClassName={props.legendClassName}
          isPageHeading={props.isPageHeading}
          describedBy={describedBy(props.id, props)}
          role="group"
        >
          {inside}
        </Fieldset>
      )}
    </FormGroup>
  );
}

function PartInput({ part, of: date }: { readonly part: DatePart; readonly of: DateInputProps }) {
  const isWrong = date.errorParts?.includes(part) ?? Boolean(date.errorMessage);
  return (
    <Input
      id={`${date.id}-${part}`}
      name={date.namePrefix ? `${date.namePrefix}-${part}` : part}
      label={`${part[0]?.toUpperCase()}${part.slice(1)}`}
      labelClassName="govuk-date-input__label"
      className={classNames("govuk-date-input__input", isWrong && "govuk-input--error")}
      width={part === "year" ? 4 : 2}
      inputMode="numeric"
      defaultValue={date.defaultValue?.[part]}
      autoComplete={date.autoComplete && `${date.autoComplete}-${part}`}
    />
  );
}
