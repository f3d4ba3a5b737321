import type { ApplicationView } from "@/lib/applications/queries/application";
import { promiseDate } from "@/lib/applications/rules";
import { londonDate, sayDate } from "@/lib/kernel/dates";

/** By when the school hears: the promise, or what it would be if the headteacher agreed today. */
export function promiseSentence(application: ApplicationView, now: Date): string {
  const { promisedOn, decisionsOn, headName } = application;
  if (promisedOn) return `You will hear by ${sayDate(promisedOn)}`;
  const promised = promiseDate(londonDate(now), decisionsOn);
  return `If ${headName} agrees today, you will hear by ${sayDate(promised)}`;
}
