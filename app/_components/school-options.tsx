"use client";

import { useEffect, useRef } from "react";
import type { FoundSchool } from "@/lib/schools/queries/search-schools";
import { sayNotFound, sayWhichSchool } from "./school-words";
import type { Suggestions } from "./use-suggestions";

interface SchoolOptionsProps {
  readonly id: string;
  readonly suggestions: Suggestions;
  readonly shown: boolean;
  readonly active: number;
  readonly onTake: (school: FoundSchool) => void;
}

/** What is suggested below the box, or that nothing fits. The list is always there, since the box names it. */
export function SchoolOptions({ id, suggestions, shown, active, onTake }: SchoolOptionsProps) {
  const { schools, text, failed } = suggestions;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    <>
      <div
        ref={list}
        className="school-box__list"
        id={id}
        role="listbox"
        aria-label="Schools"
        hidden={!shown || schools.length === 0}
      >
        {schools.map((school, at) => (
          <button
            key={school.urn}
            type="button"
            className="school-box__option"
            id={`${id}-${at}`}
            role="option"
            tabIndex={-1}
            aria-selected={at === active}
            // The box keeps the focus; letting go of it would close the list before the click arrives.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTake(school)}
          >
            <strong>{school.name}</strong>
            <small>{sayWhichSchool(school)}</small>
          </button>
        ))}
      </div>
      {shown && schools.length === 0 && !failed ? (
        <p className="school-box__list school-box__none">{sayNotFound(text)}</p>
      ) : null}
    </>
  );
}
