import type { FoundSchool } from "@/lib/schools/queries/search-schools";

/** What tells a school from another of its name, in one line. */
export function sayWhichSchool(school: FoundSchool): string {
  const { town, postcode, phase, urn, hub, open, formerly } = school;
  const place = [town, postcode].filter(Boolean).join(", ");
  const facts = [place, phase, `URN ${urn}`, hub, open ? null : "closed", formerly && `was ${formerly}`];
  return facts.filter(Boolean).join(" · ");
}

export function sayNotFound(text: string): string {
  return `We cannot find "${text}". Try the postcode or URN.`;
}
