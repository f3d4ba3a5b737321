"use client";

import { useEffect, useRef, useState } from "react";
import { type FormValues, formValues } from "@/lib/forms/read-form";
import { listWords } from "@/lib/kernel/words";
import { type AskedFor, type GroupsAround, sayReach } from "@/lib/matching/say-reach";
import { type CountedWishes, readWishes, type SavedWishes } from "./read-wishes";

/** What a step needs for its sentence: no name, no place, only how far groups are and when they meet. */
export interface Around extends GroupsAround {
  readonly saved: SavedWishes;
  readonly hub: string;
}

interface WithinReachProps {
  readonly around: Around;
  readonly askedFor: AskedFor;
  /** The values of the form as it is drawn. */
  readonly values: FormValues;
  /** What this question does to the reach, whatever the answer. */
  readonly promise: string;
}

/** A pause in typing after which the sentence changes, so that a screen reader hears one and not each letter's. */
const PAUSE = 300;

/** How many open groups these wishes reach. It follows the form as it is filled in; without JavaScript it says it of the wishes that were saved. */
export function WithinReach({ around, askedFor, values, promise }: WithinReachProps) {
  const [counted, setCounted] = useState(() => readWishes(values, around.saved));
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const form = panel.current?.closest("form");
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => form && setCounted(readWishes(formValues(new FormData(form)), around.saved));
    const follow = () => {
      clearTimeout(timer);
      timer = setTimeout(read, PAUSE);
    };
    form?.addEventListener("input", follow);
    return () => {
      clearTimeout(timer);
      form?.removeEventListener("input", follow);
    };
  }, [around]);
  const [first, ...others] = sayReach(around, counted.wishes, askedFor);
  return (
    <div className="panel panel--tint" ref={panel}>
      <div role="status">
        <p>
          <strong>{first}</strong>
        </p>
        {others.length > 0 ? <p>{others.join(" ")}</p> : null}
        <Assumed around={around} counted={counted} asksKm={askedFor !== "hubs"} />
      </div>
      {around.groups.length > 0 ? <p className="small">{promise}</p> : null}
    </div>
  );
}

/** What is counted with as long as nobody has said it, where it makes a difference. */
function Assumed({
  around,
  counted,
  asksKm,
}: {
  readonly around: Around;
  readonly counted: CountedWishes;
  readonly asksKm: boolean;
}) {
  const { wishes, isKmAssumed, isHubAssumed } = counted;
  const travels = asksKm && around.groups.some(({ online }) => !online);
  const hasGuests = around.groups.some(({ atNeighbour }) => atNeighbour);
  const words = [
    ...(isKmAssumed && travels ? [`travel up to ${wishes.maximumKm} km`] : []),
    ...(isHubAssumed && hasGuests ? [`groups of ${around.hub} only`] : []),
  ];
  if (words.length === 0) return null;
  return <p>Counted with {listWords(words)} until you say otherwise.</p>;
}
