import { type IsoDate, sayMonth } from "@/lib/kernel/dates";
import type { RouteStep } from "@/lib/programmes/eligibility/condition";

/** The steps to a programme in order of time: what is done in one month stands together; dashed is what follows from it. */
export function RouteSteps({
  steps,
  today,
}: {
  readonly steps: readonly RouteStep[];
  readonly today: IsoDate;
}) {
  const moments = inMoments(steps, today);
  const firstStart = steps.find(({ text }) => text.startsWith("Start "))?.on ?? today;
  return (
    <ol className="dates dates--route" aria-label="Your route to this programme">
      {moments.map(({ when, on, texts }) => (
        <li key={when} className={on > firstStart ? "is-later" : undefined}>
          <strong>{when}</strong>
          {texts.join(". ")}
        </li>
      ))}
    </ol>
  );
}

interface Moment {
  readonly when: string;
  readonly on: IsoDate;
  readonly texts: string[];
}

function inMoments(steps: readonly RouteStep[], today: IsoDate): Moment[] {
  const moments = new Map<string, Moment>();
  for (const { on, text } of steps) {
    const when = on <= today ? "Now" : sayMonth(on);
    const moment = moments.get(when);
    if (moment) moment.texts.push(text);
    else moments.set(when, { when, on, texts: [text] });
  }
  return [...moments.values()];
}
