import { capital, count } from "@/lib/kernel/words";
import type { GroupChoice } from "@/lib/matching/queries/match-run";

/** Whether it is known that no other groups would be better to run. */
export function isBestChoice(choice: GroupChoice | null): boolean {
  return choice === null || (choice.proved === choice.parts && choice.byHand !== "unproved");
}

/** Whether other groups could be better to run, for a hub. */
export function sayChoice(choice: GroupChoice): string {
  const { parts, proved, byHand } = choice;
  if (byHand === "unproved") return `${capital(sayGap(choice))}.`;
  if (parts === 0) return "No other groups could run: nowhere are there enough schools for one more.";
  if (proved < parts)
    return `Schools and groups fall into ${count(parts, "part")} that have nothing to do with each other. In ${proved} no other choice of groups is better. In the others ${sayGap(choice)}.`;
  return parts === 1
    ? "It was also shown that no other choice of groups is better."
    : `Schools and groups fall into ${parts} parts that have nothing to do with each other. In each it was also shown that no other choice of groups is better.`;
}

/** What might still be gained, by a bound: a run has found nobody who gains it, and around decisions by hand it keeps its groups. */
export function sayGap({ mayNotWait, mayBeSaved, byHand }: GroupChoice): string {
  if (byHand === "unproved")
    return "around what is decided by hand it was not shown that no other choice of groups is better";
  const gain =
    mayNotWait > 0
      ? `another choice might place up to ${count(mayNotWait, "more school")}`
      : `another choice might save as much as ${mayBeSaved / 10} km of travel`;
  return byHand === "nothing"
    ? `${gain}, and none was found that does`
    : `${gain} around what is decided by hand; the groups that run stay as the run chose them`;
}
