"use client";

import { count } from "@/lib/kernel/words";
import type { SearchPurpose } from "@/lib/schools/input";
import type { FoundSchool } from "@/lib/schools/queries/search-schools";
import { SchoolOptions } from "./school-options";
import { sayNotFound } from "./school-words";
import { useSchoolChoice } from "./use-school-choice";
import type { Suggestions } from "./use-suggestions";

interface SchoolBoxProps {
  readonly id: string;
  /** Whether the page's script runs; until then this is a plain text box. */
  readonly awake: boolean;
  readonly purpose?: SearchPurpose | undefined;
  readonly defaultValue?: string | undefined;
  readonly onChoose: (school: FoundSchool | undefined) => void;
}

/** The text box of the school picker, and the schools that it suggests. */
export function SchoolBox({ id, awake, defaultValue, ...options }: SchoolBoxProps) {
  const { box, suggestions, shown, active, taken, type, take, press, close } = useSchoolChoice(options);
  const listId = `${id}-list`;
  const expanded = shown && suggestions.schools.length > 0;
  return (
    <div className="school-box">
      <input
        ref={box}
        className="govuk-input"
        id={id}
        name="q"
        type="text"
        defaultValue={defaultValue}
        aria-describedby={`${id}-hint`}
        autoComplete="off"
        spellCheck={false}
        maxLength={120}
        onInput={type}
        onKeyDown={press}
        onBlur={close}
        {...(awake ? comboboxState(listId, { expanded, active }) : {})}
      />
      <SchoolOptions id={listId} suggestions={suggestions} shown={shown} active={active} onTake={take} />
      <p className="govuk-visually-hidden" role="status">
        {taken ? `${taken.name} is chosen.` : shown ? sayHowMany(suggestions) : ""}
      </p>
    </div>
  );
}

function comboboxState(listId: string, { expanded, active }: { expanded: boolean; active: number }) {
  return {
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-expanded": expanded,
    "aria-controls": listId,
    "aria-activedescendant": expanded && active >= 0 ? `${listId}-${active}` : undefined,
  } as const;
}

function sayHowMany({ text, schools, failed }: Suggestions): string {
  if (failed) return "Schools cannot be suggested just now. Use the button.";
  if (schools.length === 0) return sayNotFound(text);
  return `${count(schools.length, "school")}. Use the arrow keys to choose.`;
}
