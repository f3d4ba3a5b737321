import { classNames } from "./class-names";
import { Hint } from "./hint";
import { Textarea, type TextareaProps } from "./textarea";

export interface CharacterCountProps extends Omit<TextareaProps, "after" | "formGroupAttributes"> {
  readonly maxLength?: number;
  /** Counts words instead of characters. */
  readonly maxWords?: number;
  /** How a script would count: what the limit is written in decides when left out. */
  readonly countType?: "length" | "characters" | "words";
  /** Per cent of the limit from which a script would begin to count aloud. */
  readonly threshold?: number;
  readonly countMessageClassName?: string;
}

/** A textarea that says its limit beside it. The limit itself is checked where the form is read. */
export function CharacterCount(props: CharacterCountProps) {
  const { maxLength, maxWords, threshold, countMessageClassName, ...rest } = props;
  const infoId = `${props.id ?? props.name}-info`;
  const { countType = maxWords ? "words" : undefined, ...textarea } = rest;
  return (
    <Textarea
      {...textarea}
      className={classNames("govuk-js-character-count", props.className)}
      describedBy={infoId}
      formGroupClassName={classNames("govuk-character-count", props.formGroupClassName)}
      formGroupAttributes={{
        "data-module": "govuk-character-count",
        "data-maxlength": maxLength,
        "data-maxwords": maxWords,
        "data-threshold": threshold,
        "data-count-type": countType,
      }}
      after={
        <Hint id={infoId} className={classNames("govuk-character-count__message", countMessageClassName)}>
          You can enter up to {maxWords ?? maxLength} {countType === "words" ? "words" : "characters"}
        </Hint>
      }
    />
  );
}
