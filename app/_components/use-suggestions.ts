"use client";

import { useEffect, useRef, useState } from "react";
import type { SearchPurpose } from "@/lib/schools/input";
import type { FoundSchool } from "@/lib/schools/queries/search-schools";

/** Long enough for the next letter to come, short enough not to be waited for. */
const PAUSE = 150;
const SHORTEST = 3;

export interface Suggestions {
  /** What was asked; empty while there is nothing to show. */
  readonly text: string;
  readonly schools: readonly FoundSchool[];
  /** The question could not be asked: offline, or too many in a short time. */
  readonly failed: boolean;
}

const nothing: Suggestions = { text: "", schools: [], failed: false };

/** Schools that fit what is typed. `ask` waits for a pause, and an older answer never comes after a newer one. */
export function useSuggestions(purpose: SearchPurpose | undefined) {
  const [suggestions, setSuggestions] = useState(nothing);
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  function ask(typed: string): void {
    running.current?.abort();
    const text = typed.trim();
    if (text.length < SHORTEST) {
      setSuggestions(nothing);
      return;
    }
    const controller = new AbortController();
    running.current = controller;
    void answer(text, purpose, controller.signal).then((found) => found && setSuggestions(found));
  }
  return { suggestions, ask };
}

async function answer(
  text: string,
  purpose: SearchPurpose | undefined,
  signal: AbortSignal,
): Promise<Suggestions | undefined> {
  try {
    await pause(signal);
    const query = new URLSearchParams(purpose ? { q: text, for: purpose } : { q: text });
    const response = await fetch(`/api/schools?${query}`, { signal });
    if (!response.ok) return { text, schools: [], failed: true };
    const body: { schools: FoundSchool[] } = await response.json();
    return { text, schools: body.schools, failed: false };
  } catch {
    return signal.aborted ? undefined : { text, schools: [], failed: true };
  }
}

function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, PAUSE);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(new Error("A newer question was asked"));
    });
  });
}
