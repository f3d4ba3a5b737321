import { count } from "@/lib/kernel/words";
import type { DecisionFacts } from "./rules";

/** Numbers of asking a headteacher; a guess where no source is known. */
export const linkNumbers = {
  /** Days for which a link works. */
  days: 14,
  /** Minutes between two mails to the same address. */
  apartMinutes: 60,
  /** Links for one application in 24 hours. */
  inADay: 6,
} as const;

export interface LinkFacts {
  readonly headEmail: string;
  readonly askedAt: Date;
  readonly answer: "agreed" | "refused" | null;
  readonly replacedAt: Date | null;
}

/** Whether the headteacher may be sent a link now, given those sent so far. */
export function whyNotAsk(links: readonly LinkFacts[], headEmail: string, now: Date) {
  if (links.some((link) => link.answer === "agreed" && link.replacedAt === null))
    return "already_agreed" as const;
  const since = (minutes: number) =>
    links.filter((link) => link.askedAt.getTime() > now.getTime() - minutes * 60_000);
  if (since(24 * 60).length >= linkNumbers.inADay) return "asked_too_often" as const;
  const same = since(linkNumbers.apartMinutes).some(
    (link) => link.answer === null && link.headEmail.toLowerCase() === headEmail.toLowerCase(),
  );
  return same ? ("asked_just_now" as const) : undefined;
}

/** What a programme costs a school, in days where the offer says so: the first thing a headteacher reads. */
export function costInDays(offer: {
  releaseDays: number | null;
  timeNeeded: string;
  commitment: string;
}): string {
  if (offer.releaseDays !== null) return `${count(offer.releaseDays, "day")} of release in the year`;
  return offer.timeNeeded || offer.commitment;
}

export function hasAgreed(links: readonly Pick<LinkFacts, "answer" | "replacedAt">[]): boolean {
  return links.some((link) => link.answer === "agreed" && link.replacedAt === null);
}

/** The promises of a commitment, one a line. */
export function promisesOf(commitmentText: string): string[] {
  return commitmentText
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

export interface OpenLinkFacts extends LinkFacts {
  readonly expiresAt: Date;
}

/** Why a link no longer takes an answer. */
export function whyNotAnswer(link: OpenLinkFacts, application: DecisionFacts, now: Date) {
  if (link.answer !== null) return "link_used" as const;
  if (link.replacedAt !== null || link.expiresAt <= now) return "link_old" as const;
  return application.decision === "awaiting_headteacher" ? undefined : ("not_needed" as const);
}

/** Who speaks for an organisation: a college has a principal, a trust a chief executive. */
export function headTitleOf(kind: "school" | "college" | "trust"): string {
  return { school: "headteacher", college: "principal", trust: "chief executive" }[kind];
}
