"use client";

import { type KeyboardEvent, useRef, useState } from "react";
import type { SearchPurpose } from "@/lib/schools/input";
import type { FoundSchool } from "@/lib/schools/queries/search-schools";
import { useSuggestions } from "./use-suggestions";

interface ChoiceOptions {
  readonly purpose?: SearchPurpose | undefined;
  /** Undefined when what was chosen is typed over. */
  readonly onChoose: (school: FoundSchool | undefined) => void;
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** A combobox's state: the focus stays in the box, the arrows walk the suggestions, Enter takes one, Escape closes. */
export function useSchoolChoice({ purpose, onChoose }: ChoiceOptions) {
  const box = useRef<HTMLInputElement>(null);
  const { suggestions, ask } = useSuggestions(purpose);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [taken, setTaken] = useState<FoundSchool>();
  const { schools, text } = suggestions;
  const shown = open && text !== "";

  function choose(school: FoundSchool | undefined): void {
    setTaken(school);
    onChoose(school);
    setActive(-1);
    setOpen(school === undefined);
  }
  function type(): void {
    choose(undefined);
    ask(box.current?.value ?? "");
  }
  function take(school: FoundSchool): void {
    if (box.current) box.current.value = [school.name, school.town].filter(Boolean).join(", ");
    choose(school);
  }
  function walk(step: number): void {
    setOpen(true);
    setActive(
      active < 0 && step < 0 ? schools.length - 1 : (active + step + schools.length) % schools.length,
    );
  }
  function press(event: KeyboardEvent): void {
    const school = shown ? schools[active] : undefined;
    const step = steps[event.key];
    if (step && schools.length > 0) walk(step);
    else if (event.key === "Enter" && school) take(school);
    else if (event.key === "Escape" && shown) setOpen(false);
    else return;
    event.preventDefault();
  }
  return { box, suggestions, shown, active, taken, type, take, press, close: () => setOpen(false) };
}
